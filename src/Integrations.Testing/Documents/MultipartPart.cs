using System.Text;

namespace Integrations.Testing.Documents;

/// <summary>One part of a <c>multipart/*</c> body (RFC 2046, section 5.1; RFC 7578 for its names).</summary>
/// <param name="Name">The name in its <c>Content-Disposition</c>, or empty.</param>
/// <param name="FileName">Its file name, or null.</param>
/// <param name="ContentType">Its media type, or empty.</param>
/// <param name="Body">Its bytes.</param>
internal sealed record MultipartPart(string Name, string? FileName, string ContentType, byte[] Body)
{
    /// <summary>Its bytes as UTF-8.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>Reads the parts of a body.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static List<MultipartPart> Read(ReadOnlySpan<byte> body, string contentType)
    {
        if (Parameter(contentType, "boundary") is not { Length: > 0 } boundary)
            throw new FormatException("body: '" + contentType + "' names no boundary");
        var delimiter = Encoding.UTF8.GetBytes("--" + boundary);
        var parts = new List<MultipartPart>();
        if (!body.StartsWith(delimiter))
            throw new FormatException("body: does not begin with its boundary");
        body = body[delimiter.Length..];
        delimiter = Encoding.UTF8.GetBytes("\r\n--" + boundary);
        while (body.StartsWith("\r\n"u8))
        {
            body = body[2..];
            var end = body.IndexOf(delimiter);
            if (end < 0)
                throw new FormatException("body: a part has no end");
            parts.Add(Part(body[..end]));
            body = body[(end + delimiter.Length)..];
        }
        return body.StartsWith("--"u8) ? parts : throw new FormatException("body: has no last boundary");
    }

    private static MultipartPart Part(ReadOnlySpan<byte> part)
    {
        // A part without headers begins with the empty line.
        var end = part.StartsWith("\r\n"u8) ? 0 : part.IndexOf("\r\n\r\n"u8) + 2;
        if (end == 1)
            throw new FormatException("body: a part has no empty line");
        string disposition = "", type = "";
        foreach (var line in Encoding.UTF8.GetString(part[..end]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
                throw new FormatException("body: '" + line + "' is no header");
            if (line.AsSpan(0, colon).Equals("Content-Disposition", StringComparison.OrdinalIgnoreCase))
                disposition = line[(colon + 1)..].Trim();
            if (line.AsSpan(0, colon).Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
                type = line[(colon + 1)..].Trim();
        }
        return new MultipartPart(Parameter(disposition, "name") ?? "", Parameter(disposition, "filename"), type, part[(end + 2)..].ToArray());
    }

    /// <summary>A parameter of a header's value; what browsers escape in names is what it was.</summary>
    private static string? Parameter(string value, string name)
    {
        for (var start = value.IndexOf(';', StringComparison.Ordinal); start >= 0 && start < value.Length;)
        {
            var equals = value.IndexOf('=', start);
            if (equals < 0)
                return null;
            var key = value[(start + 1)..equals].Trim();
            var quoted = equals + 1 < value.Length && value[equals + 1] == '"';
            var end = quoted ? value.IndexOf('"', equals + 2) : value.IndexOf(';', equals);
            end = end < 0 ? value.Length : end;
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return value[(quoted ? equals + 2 : equals + 1)..end].Trim()
                    .Replace("%22", "\"", StringComparison.Ordinal).Replace("%0D", "\r", StringComparison.Ordinal).Replace("%0A", "\n", StringComparison.Ordinal);
            }
            start = quoted ? value.IndexOf(';', Math.Min(end + 1, value.Length)) : end;
        }
        return null;
    }
}
