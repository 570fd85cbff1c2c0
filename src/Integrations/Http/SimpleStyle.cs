using System.Text;
using System.Text.Json;
using Integrations.Json;

namespace Integrations.Http;

/// <summary>Style simple as headers and cookies write it: not escaped, for these are no addresses.</summary>
internal static class SimpleStyle
{
    public static string? Text<T, TCodec>(T? value, bool explode)
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is null)
        {
            return null;
        }
        using var document = ParameterValue.Parse<T, TCodec>(value);
        var root = document.RootElement;
        switch (root.ValueKind)
        {
            case JsonValueKind.Null:
                return null;
            case JsonValueKind.Array or JsonValueKind.Object when !ParameterValue.HasItems(root):
                return null;
            case JsonValueKind.Array:
                return string.Join(',', root.EnumerateArray().Where(static item => item.ValueKind != JsonValueKind.Null).Select(ParameterValue.Text));
            case JsonValueKind.Object:
                var text = new StringBuilder();
                foreach (var property in root.EnumerateObject())
                {
                    if (property.Value.ValueKind != JsonValueKind.Null)
                    {
                        text.Append(text.Length == 0 ? "" : ",").Append(property.Name).Append(explode ? '=' : ',').Append(ParameterValue.Text(property.Value));
                    }
                }
                return text.ToString();
            default:
                return ParameterValue.Text(root);
        }
    }
}
