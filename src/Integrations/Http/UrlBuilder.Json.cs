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
        var encodings = new FormEncoding[deep.Length];
        for (var i = 0; i < deep.Length; i++)
        {
            encodings[i] = new FormEncoding(deep[i], ParameterStyle.DeepObject);
        }
        return EncodedForm(value, encodings);
    }

    internal static string EncodedForm(JsonElement value, ReadOnlySpan<FormEncoding> encodings)
    {
        var builder = new UrlBuilder("");
        foreach (var property in value.EnumerateObject())
        {
            var name = Uri.EscapeDataString(property.Name);
            FormEncoding? stated = null;
            foreach (var encoding in encodings)
            {
                if (encoding.Name == property.Name)
                {
                    stated = encoding;
                    break;
                }
            }
            var isJson = stated is { } found ? found.Json : property.Value.ValueKind == JsonValueKind.Object;
            if (isJson && property.Value.ValueKind != JsonValueKind.Null)
            {
                builder.QueryString(name, property.Value.GetRawText());
            }
            else
            {
                var how = stated ?? new FormEncoding(property.Name, ParameterStyle.Form);
                builder.Query(name, property.Value, how.Style, how.Explode, how.AllowReserved);
            }
        }
        var text = builder._length == 0 ? "" : new string(builder._buffer, 1, builder._length - 1);
        UrlBuffer.Return(builder._buffer);
        return text;
    }
}
