using System.Text.Json;

namespace Integrations.Json;

/// <summary>Reads and writes whole JSON texts; what emitted code calls. For use by hand there is <see cref="JsonModel"/>.</summary>
public static class Json
{
    /// <summary>Reads a text that is one value.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <typeparam name="TCodec">The codec.</typeparam>
    /// <param name="utf8">The text in UTF-8; a byte order mark before it is ignored.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The text is no such value, or something follows it.</exception>
    public static T Read<T, TCodec>(ReadOnlySpan<byte> utf8)
        where TCodec : struct, IJsonCodec<T>
    {
        if (utf8.StartsWith("\uFEFF"u8))
        {
            utf8 = utf8[3..];
        }
        var reader = new JsonReader(utf8);
        var value = TCodec.Read(ref reader);
        reader.End();
        return value;
    }

    /// <summary>Appends a value's JSON.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <typeparam name="TCodec">The codec.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="target">Where to append; where writing fails it is left as it was.</param>
    /// <exception cref="JsonException">The value cannot be written: a required part is missing, a number is not finite, or it is too deep.</exception>
    public static void Write<T, TCodec>(T value, PooledBuffer target)
        where TCodec : struct, IJsonCodec<T>
    {
        ArgumentNullException.ThrowIfNull(target);
        var length = target.Length;
        try
        {
            var writer = new JsonWriter(target);
            TCodec.Write(ref writer, value);
            writer.Flush();
        }
        catch
        {
            target.Truncate(length);
            throw;
        }
    }
}
