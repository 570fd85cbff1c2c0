using System.Globalization;
using System.Text;

namespace Integrations.Tests.Json;

/// <summary>Makes JSON texts of all kinds, and breaks them.</summary>
internal static class RandomJson
{
    internal static readonly byte[][] ModelTexts =
    [
        """{"id":7,"name":null,"price":12.50,"state":"in-stock","note":null,"tags":["a","b\n\u00e9"],"parts":[{"id":8,"name":"x","state":"rare"}],"dimensions":{"w":1.5,"h":2e3},"created_at":"2026-01-31T10:00:00.25+02:00","attributes":{"k":[1,2]},"x":{"deep":[true]}}"""u8.ToArray(),
        """ { "state" : "sold-out", "id" : "8", "name" : "n", "n\u006fte" : "text", "note" : "later" , "created_at" : null } """u8.ToArray(),
        """{"amount":1.5,"kind":"card","last4":"1234","more":[]}"""u8.ToArray(),
        """{"kind":"cash","amount":3}"""u8.ToArray(),
        """{"title":"t","a":1,"b":-2}"""u8.ToArray(),
    ];

    internal static readonly byte[][] ScalarTexts =
    [
        .. from text in (string[])[
            "\"text \\u00e9 \\ud83d\\ude00\"", "true", "false", "null", "0", "-12", "12.50", "1e3", "-1.5E-7", "\"12\"", "9223372036854775807", "18446744073709551615", "1e400",
            "123456789012345678901234567890", "\"2026-01-31T23:59:59.1234567+02:00\"", "\"2026-01-31\"", "\"2026-01-31 10:00Z\"", "\"9999-12-31T23:59:60-14:00\"", "\"13:45:30.5\"",
            "\"P1DT2H3M4.5S\"", "\"-PT0.0000001S\"", "\"P106751991DT99999999H\"", "\"0f8fad5b-d9cb-469f-a165-70867728950e\"", "\"{0f8fad5b-d9cb-469f-a165-70867728950e}\"",
            "\"0f8fad5bd9cb469fa16570867728950e\"", "\"aGVsbG8=\"", "\"aGVsbG8\"", "\"-_8\"", "\"in-stock\"", "[1,[2,{\"a\":null}]]"]
           select Encoding.UTF8.GetBytes(text),
    ];

    private static readonly byte[] s_telling = "{}[]\",:\\/-+.0123456789eEtrufalsn \t\r\n\0\u001f\u007fT ZuDP_"u8.ToArray();

    internal static byte[] Text(Random random)
    {
        var text = new StringBuilder();
        if (random.Next(20) == 0)
        {
            var depth = random.Next(60, 70);
            var kinds = Enumerable.Range(0, depth).Select(_ => random.Next(2) == 0).ToArray();
            Array.ForEach(kinds, isObject => text.Append(isObject ? "{\"a\":" : "["));
            text.Append('1');
            Array.ForEach([.. kinds.Reverse()], isObject => text.Append(isObject ? '}' : ']'));
        }
        else
        {
            Value(random, text, 0);
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    internal static byte[] Mutate(Random random, byte[] text)
    {
        var bytes = new List<byte>(text);
        for (var i = random.Next(1, 4); i > 0 && bytes.Count > 0; i--)
        {
            var at = random.Next(bytes.Count);
            var b = random.Next(8) == 0 ? (byte)random.Next(256) : s_telling[random.Next(s_telling.Length)];
            switch (random.Next(6))
            {
                case 0: bytes[at] = b; break;
                case 1: bytes.Insert(at, b); break;
                case 2: bytes.RemoveAt(at); break;
                case 3: bytes.RemoveRange(at, bytes.Count - at); break;
                case 4: bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, 8))); break;
                default:
                    var length = Math.Min(bytes.Count - at, random.Next(1, 24));
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
            }
        }
        return [.. bytes];
    }

    internal static string Number(Random random)
    {
        var text = new StringBuilder(random.Next(3) == 0 ? "-" : "");
        text.Append(random.Next(4) == 0 ? "0" : random.Next(3) == 0 ? random.NextInt64().ToString(CultureInfo.InvariantCulture) : random.Next(1, 100_000).ToString(CultureInfo.InvariantCulture));
        if (random.Next(2) == 0)
        {
            text.Append('.');
            for (var i = random.Next(1, random.Next(2, 30)); i > 0; i--)
            {
                text.Append((char)('0' + random.Next(10)));
            }
        }
        if (random.Next(4) == 0)
        {
            text.Append(random.Next(2) == 0 ? 'e' : 'E').Append(random.Next(3) switch { 0 => "-", 1 => "+", _ => "" }).Append(random.Next(random.Next(2) == 0 ? 30 : 330));
        }
        return text.ToString();
    }

    internal static string Characters(Random random)
    {
        var text = new char[random.Next(random.Next(8) == 0 ? 3000 : 40)];
        var kind = random.Next(4);
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = (char)(kind switch
            {
                0 => random.Next(' ', 127),
                1 => random.Next(0, 0x80),
                2 => random.Next(0, 0x10000),
                _ => random.Next(12) == 0 ? random.Next(0, 0x10000) : random.Next('a', 'z'),
            });
        }
        return new string(text);
    }

    private static void Value(Random random, StringBuilder text, int depth)
    {
        Space(random, text);
        switch (random.Next(depth > 5 ? 4 : 7))
        {
            case 0: text.Append(random.Next(3) switch { 0 => "true", 1 => "false", _ => "null" }); break;
            case 1: text.Append(Number(random)); break;
            case 2 or 3: String(random, text); break;
            case 4 or 5:
                text.Append('{');
                for (var i = random.Next(5); i > 0; i--)
                {
                    Space(random, text);
                    String(random, text);
                    Space(random, text);
                    text.Append(':');
                    Value(random, text, depth + 1);
                    text.Append(i > 1 ? "," : "");
                }
                Space(random, text);
                text.Append('}');
                break;
            default:
                text.Append('[');
                for (var i = random.Next(5); i > 0; i--)
                {
                    Value(random, text, depth + 1);
                    text.Append(i > 1 ? "," : "");
                }
                Space(random, text);
                text.Append(']');
                break;
        }
        Space(random, text);
    }

    private static void String(Random random, StringBuilder text)
    {
        text.Append('"');
        for (var i = random.Next(random.Next(4) == 0 ? 60 : 8); i > 0; i--)
        {
            _ = random.Next(12) switch
            {
                0 => text.Append("\\" + "\"\\/bfnrt"[random.Next(8)]),
                1 => text.Append(CultureInfo.InvariantCulture, $"\\u{random.Next(0x10000):x4}"),
                2 => text.Append("\\ud83d\\uDE00"),
                3 => text.Append("é\u2028😀"),
                _ => text.Append((char)random.Next('a', 'z')),
            };
        }
        text.Append('"');
    }

    private static void Space(Random random, StringBuilder text)
    {
        for (var i = random.Next(4) == 0 ? random.Next(4) : 0; i > 0; i--)
        {
            text.Append(" \t\r\n"[random.Next(4)]);
        }
    }
}
