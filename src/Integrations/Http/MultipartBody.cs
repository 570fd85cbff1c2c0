using System.ComponentModel;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Integrations.Json;

namespace Integrations.Http;

/// <summary>Gathers the parts of a <c>multipart/form-data</c> body (RFC 7578). What is null is left out.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public sealed class MultipartBody
{
    private readonly List<MultipartPart> _parts = [];
    private readonly string _boundary = "integrations-" + System.Guid.NewGuid().ToString("N");

    internal MultipartBody()
    {
    }

    /// <summary>Adds a file.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="value">The file; null leaves it out.</param>
    /// <param name="contentType">Its media type where it states none itself.</param>
    public void File(string name, FilePart? value, string contentType = "application/octet-stream")
    {
        if (value is not null)
        {
            var head = Head(name, value.FileName ?? name, value.ContentType ?? contentType);
            foreach (var (header, text) in value.Headers ?? new Dictionary<string, string>(0))
            {
                Header(head, header, text);
            }
            Add(head, value.Bytes, value.Stream);
        }
    }

    /// <summary>Adds files, each as a part of that name.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="value">The files; null leaves them out.</param>
    /// <param name="contentType">The media type of those that state none themselves.</param>
    public void Files(string name, IReadOnlyList<FilePart>? value, string contentType = "application/octet-stream")
    {
        for (var i = 0; i < value?.Count; i++)
        {
            File(name, value[i], contentType);
        }
    }

    /// <summary>Adds a text.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="value">Its value; null leaves it out.</param>
    /// <param name="contentType">Its media type; without one the part has none, which means plain text in UTF-8.</param>
    public void String(string name, string? value, string? contentType = null)
    {
        if (value is not null)
        {
            Add(Head(name, "", contentType), Encoding.UTF8.GetBytes(value), null);
        }
    }

    /// <inheritdoc cref="String"/>
    public void Boolean(string name, bool? value, string? contentType = null) => String(name, value is { } given ? given ? "true" : "false" : null, contentType);

    /// <inheritdoc cref="String"/>
    public void Int32(string name, int? value, string? contentType = null) => String(name, WireFormat.Text(value), contentType);

    /// <inheritdoc cref="String"/>
    public void Int64(string name, long? value, string? contentType = null) => String(name, WireFormat.Text(value), contentType);

    /// <inheritdoc cref="String"/>
    public void UInt64(string name, ulong? value, string? contentType = null) => String(name, WireFormat.Text(value), contentType);

    /// <inheritdoc cref="String"/>
    public void BigInteger(string name, BigInteger? value, string? contentType = null) => String(name, WireFormat.Text(value), contentType);

    /// <inheritdoc cref="String"/>
    public void Single(string name, float? value, string? contentType = null) => String(name, WireFormat.Text(value), contentType);

    /// <inheritdoc cref="String"/>
    public void Double(string name, double? value, string? contentType = null) => String(name, WireFormat.Text(value), contentType);

    /// <inheritdoc cref="String"/>
    public void Decimal(string name, decimal? value, string? contentType = null) => String(name, WireFormat.Text(value), contentType);

    /// <inheritdoc cref="String"/>
    public void Guid(string name, Guid? value, string? contentType = null) => String(name, WireFormat.Text(value), contentType);

    /// <inheritdoc cref="String"/>
    public void DateTimeOffset(string name, DateTimeOffset? value, string? contentType = null) =>
        String(name, value is { } given ? WireFormat.Text<DateTimeOffset>(given, WireFormat.DateTimeOffset(given)) : null, contentType);

    /// <inheritdoc cref="String"/>
    public void DateOnly(string name, DateOnly? value, string? contentType = null) => String(name, WireFormat.Text(value, WireFormat.Date), contentType);

    /// <summary>Adds any value: a scalar as text, an object as JSON, an array as a part of that name for each of its items.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <param name="name">The property's name.</param>
    /// <param name="value">Its value; null leaves it out.</param>
    /// <param name="contentType">The media type of each part; without one texts have none, and objects <c>application/json</c>.</param>
    public void Value<T, TCodec>(string name, T? value, string? contentType = null)
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is null)
        {
            return;
        }
        using var document = ParameterValue.Parse<T, TCodec>(value);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Array)
        {
            Element(name, root, contentType);
            return;
        }
        foreach (var item in root.EnumerateArray())
        {
            Element(name, item, contentType);
        }
    }

    /// <summary>Adds an array as one text: its items with a delimiter between them.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <param name="name">The property's name.</param>
    /// <param name="value">Its value; null or empty leaves it out.</param>
    /// <param name="delimiter">What stands between two items.</param>
    public void Joined<T, TCodec>(string name, T? value, string delimiter)
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is null)
        {
            return;
        }
        using var document = ParameterValue.Parse<T, TCodec>(value);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Array)
        {
            Element(name, root, null);
        }
        else if (ParameterValue.HasItems(root))
        {
            String(name, string.Join(delimiter, root.EnumerateArray().Where(static item => item.ValueKind != JsonValueKind.Null).Select(ParameterValue.Text)));
        }
    }

    /// <summary>Adds an array or object as a part for each of its leaves: <c>name[key][0]</c> (<c>deepObject</c>).</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <param name="name">The property's name.</param>
    /// <param name="value">Its value; null and what is null within it are left out.</param>
    public void Deep<T, TCodec>(string name, T? value)
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is not null)
        {
            using var document = ParameterValue.Parse<T, TCodec>(value);
            Deep(name, document.RootElement);
        }
    }

    private void Deep(string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject())
            {
                Deep($"{name}[{property.Name}]", property.Value);
            }
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                Deep($"{name}[{WireFormat.Text<int>(index++)}]", item);
            }
        }
        else
        {
            Element(name, value, null);
        }
    }

    internal RequestBody ToBody() => new MultipartContentBody(_boundary, _parts);

    private void Element(string name, JsonElement value, string? contentType)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null or JsonValueKind.Undefined:
                break;
            case JsonValueKind.Object or JsonValueKind.Array:
                String(name, value.GetRawText(), contentType ?? "application/json");
                break;
            case JsonValueKind.String when contentType is not null && contentType.Contains("json", StringComparison.OrdinalIgnoreCase):
                String(name, value.GetRawText(), contentType);
                break;
            default:
                String(name, ParameterValue.Text(value), contentType);
                break;
        }
    }

    private StringBuilder Head(string name, string fileName, string? contentType)
    {
        var head = new StringBuilder(160).Append("--").Append(_boundary).Append("\r\nContent-Disposition: form-data; name=\"");
        Quoted(head, name).Append('"');
        if (fileName.Length > 0)
        {
            Quoted(head.Append("; filename=\""), fileName).Append('"');
        }
        head.Append("\r\n");
        if (contentType is not null)
        {
            Header(head, "Content-Type", contentType);
        }
        return head;
    }

    private static void Header(StringBuilder head, string name, string value)
    {
        HeaderRules.Check(name, value);
        head.Append(name).Append(": ").Append(value).Append("\r\n");
    }

    // As browsers do (WHATWG HTML, "multipart/form-data encoding algorithm"), and so what servers read: UTF-8, three characters escaped.
    private static StringBuilder Quoted(StringBuilder head, string text)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => head.Append("%22"),
                '\r' => head.Append("%0D"),
                '\n' => head.Append("%0A"),
                '\0' => head.Append("%00"),
                _ => head.Append(c),
            };
        }
        return head;
    }

    private void Add(StringBuilder head, ReadOnlyMemory<byte> bytes, Stream? stream) =>
        _parts.Add(new MultipartPart(Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()), bytes, stream));
}
