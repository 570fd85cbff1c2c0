using System.Globalization;
using System.Text;

namespace Integrations.OpenApi.Text;

/// <summary>Strings of JSON, read without ever throwing: documents hold lone surrogates and bad escapes.</summary>
internal static class JsonText
{
    /// <summary>The string whose escaped bytes (without the quotes) are given.</summary>
    public static string Unescape(byte[] bytes, int start, int length)
    {
        if (bytes.AsSpan(start, length).IndexOf((byte)'\\') < 0) return Encoding.UTF8.GetString(bytes, start, length);
        var raw = Encoding.UTF8.GetString(bytes, start, length);
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\' || i + 1 == raw.Length)
            {
                text.Append(raw[i]);
                continue;
            }

            i++;
            if (raw[i] == 'u' && i + 4 < raw.Length
                && int.TryParse(raw.Substring(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var unit))
            {
                text.Append((char)unit);
                i += 4;
                continue;
            }

            text.Append(raw[i] switch { 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', var c => c });
        }

        return Repair(text);
    }

    /// <summary>The text as a JSON string with its quotes.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            switch (c)
            {
                case '"': quoted.Append("\\\""); break;
                case '\\': quoted.Append("\\\\"); break;
                case '\n': quoted.Append("\\n"); break;
                case '\r': quoted.Append("\\r"); break;
                case '\t': quoted.Append("\\t"); break;
                case < ' ': quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)); break;
                default: quoted.Append(c); break;
            }
        }

        return quoted.Append('"').ToString();
    }

    // System.Text.Json refuses to write lone surrogates; they would surface far from here.
    private static string Repair(StringBuilder text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else text[i] = '\uFFFD';
        }

        return text.ToString();
    }
}
