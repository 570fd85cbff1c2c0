using System.Text.Json;
using Integrations.Json;

namespace Integrations.Http;

public ref partial struct UrlBuilder
{
    /// <summary>Appends a query parameter whose value is written as JSON (<c>content</c>).</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <param name="escapedName">Its name, already escaped.</param>
    /// <param name="value">Its value; null leaves it out.</param>
    public void QueryJson<T, TCodec>(string escapedName, T? value)
        where TCodec : struct, IJsonCodec<T> => QueryString(escapedName, ParameterValue.Json<T, TCodec>(value));

    /// <summary>The text of a form: what would stand behind the <c>?</c> of an address.</summary>
    internal static string Form(JsonElement value, ReadOnlySpan<string> deep)
    {
        var builder = new UrlBuilder("");
        foreach (var property in value.EnumerateObject())
        {
            var name = Uri.EscapeDataString(property.Name);
            var isDeep = deep.Contains(property.Name);
            if (property.Value.ValueKind == JsonValueKind.Object && !isDeep)
            {
                builder.QueryString(name, property.Value.GetRawText());
            }
            else
            {
                builder.Query(name, property.Value, isDeep ? ParameterStyle.DeepObject : ParameterStyle.Form, explode: true, allowReserved: false);
            }
        }
        var text = builder._length == 0 ? "" : new string(builder._buffer, 1, builder._length - 1);
        UrlBuffer.Return(builder._buffer);
        return text;
    }
}
