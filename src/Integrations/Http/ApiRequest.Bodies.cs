using System.Text;
using Integrations.Json;

namespace Integrations.Http;

public sealed partial class ApiRequest
{
    /// <summary>Sets a JSON body. It is written once, here, and sent again as it is by each attempt.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <param name="value">The value; null sends no body.</param>
    /// <param name="mediaType">Its media type.</param>
    public void JsonBody<T, TCodec>(T? value, string mediaType = "application/json")
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is null)
        {
            return;
        }
        var buffer = new PooledBuffer(512);
        try
        {
            Json.Json.Write<T, TCodec>(value, buffer);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
        Set(new PooledBody(buffer, mediaType));
    }

    /// <summary>Sets a body of text, in UTF-8.</summary>
    /// <param name="value">The text; null sends no body.</param>
    /// <param name="mediaType">
    /// Its media type. Where it names no charset and the text has other characters than those of ASCII, which is what is meant then (RFC 2046, section
    /// 4.1.2), the charset is added.
    /// </param>
    public void TextBody(string? value, string mediaType = "text/plain; charset=utf-8")
    {
        if (value is not null)
        {
            var isPlain = Ascii.IsValid(value) || mediaType.Contains("charset", StringComparison.OrdinalIgnoreCase);
            Set(new BytesBody(Encoding.UTF8.GetBytes(value), isPlain ? mediaType : mediaType + "; charset=utf-8"));
        }
    }

    /// <summary>Sets a body of bytes, which must not change until the call is over.</summary>
    /// <param name="value">The bytes; null sends no body.</param>
    /// <param name="mediaType">Its media type.</param>
    public void BytesBody(ReadOnlyMemory<byte>? value, string mediaType = "application/octet-stream")
    {
        if (value is { } bytes)
        {
            Set(new BytesBody(bytes, mediaType));
        }
    }

    /// <summary>
    /// Sets a body that is read from a stream, from where it stands. The stream stays the caller's to close. Only where it can seek can the call be
    /// retried after it was touched.
    /// </summary>
    /// <param name="value">The stream; null sends no body.</param>
    /// <param name="mediaType">Its media type.</param>
    public void StreamBody(Stream? value, string mediaType = "application/octet-stream")
    {
        if (value is not null)
        {
            Set(new StreamBody(value, mediaType));
        }
    }

    private void Set(RequestBody body)
    {
        HeaderRules.Check("Content-Type", body.MediaType);
        Body = body;
    }
}
