using System.Text;

namespace Integrations.OpenApi.Yaml;

/// <summary>The JSON being made, with the power to take back what was written last.</summary>
internal sealed class JsonOutput
{
    private byte[] bytes = new byte[64 * 1024];
    private char[] chars = new char[256];

    public int Length { get; private set; }

    public byte[] Bytes => bytes;

    public void Write(char ascii)
    {
        Ensure(1);
        bytes[Length++] = (byte)ascii;
    }

    public void Write(byte[] source)
    {
        Ensure(source.Length);
        Buffer.BlockCopy(source, 0, bytes, Length, source.Length);
        Length += source.Length;
    }

    public void WriteRaw(string text)
    {
        Ensure(text.Length * 3);
        Length += Encoding.UTF8.GetBytes(text, 0, text.Length, bytes, Length);
    }

    public void WriteString(string text)
    {
        Write('"');
        // Runs without anything to escape are encoded at once.
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && text[end] is >= ' ' and not ('"' or '\\')) end++;
            if (end > start) WriteRun(text, start, end - start);
            if (end < text.Length) WriteEscaped(text[end++]);
            start = end;
        }

        Write('"');
    }

    /// <summary>Takes back everything from an offset on and returns it.</summary>
    public byte[] Cut(int from)
    {
        var cut = Copy(from);
        Length = from;
        return cut;
    }

    public byte[] Copy(int from)
    {
        var copy = new byte[Length - from];
        Buffer.BlockCopy(bytes, from, copy, 0, copy.Length);
        return copy;
    }

    private void WriteRun(string text, int start, int count)
    {
        Ensure(count * 3);
        if (chars.Length < count) chars = new char[count];
        text.CopyTo(start, chars, 0, count);
        Length += Encoding.UTF8.GetBytes(chars, 0, count, bytes, Length);
    }

    private void WriteEscaped(char c)
    {
        Write('\\');
        switch (c)
        {
            case '"' or '\\': Write(c); break;
            case '\n': Write('n'); break;
            case '\t': Write('t'); break;
            case '\r': Write('r'); break;
            default: WriteRaw("u" + ((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture)); break;
        }
    }

    private void Ensure(int more)
    {
        if (Length + more > bytes.Length) Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + more));
    }
}
