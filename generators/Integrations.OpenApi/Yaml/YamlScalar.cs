namespace Integrations.OpenApi.Yaml;

/// <summary>
/// What a plain scalar is: YAML 1.2's core schema, as strict as libyaml-based readers are with what JSON cannot say.
/// <c>yes</c>, dates, <c>007</c>, <c>.inf</c> and <c>1_000</c> are strings.
/// </summary>
internal static class YamlScalar
{
    /// <summary>The JSON of a plain scalar, or null where it is a string.</summary>
    public static string? ToJson(string text)
    {
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL": return "null";
            case "true" or "True" or "TRUE": return "true";
            case "false" or "False" or "FALSE": return "false";
        }

        return text[0] is (>= '0' and <= '9') or '-' or '+' or '.' ? Number(text) : null;
    }

    private static string? Number(string text)
    {
        if (text.StartsWith("0x", StringComparison.Ordinal)) return Based(text, 16);
        if (text.StartsWith("0o", StringComparison.Ordinal)) return Based(text, 8);
        var at = text[0] is '-' or '+' ? 1 : 0;
        var sign = text[0] == '-' ? "-" : "";
        var whole = Digits(text, ref at);
        var fraction = "";
        if (at < text.Length && text[at] == '.')
        {
            at++;
            fraction = Digits(text, ref at);
            if (whole.Length == 0 && fraction.Length == 0) return null;
            fraction = "." + (fraction.Length == 0 ? "0" : fraction);
        }
        else if (whole.Length == 0)
        {
            return null;
        }

        if (whole.Length > 1 && whole[0] == '0') return null;
        var exponent = "";
        if (at < text.Length && text[at] is 'e' or 'E')
        {
            var from = at++;
            if (at < text.Length && text[at] is '-' or '+') at++;
            if (Digits(text, ref at).Length == 0) return null;
            exponent = text.Substring(from, at - from);
        }

        return at == text.Length ? sign + (whole.Length == 0 ? "0" : whole) + fraction + exponent : null;
    }

    private static string Digits(string text, ref int at)
    {
        var from = at;
        while (at < text.Length && text[at] is >= '0' and <= '9') at++;
        return text.Substring(from, at - from);
    }

    private static string? Based(string text, int radix)
    {
        if (text.Length is < 3 or > 17) return null;
        var value = 0UL;
        for (var i = 2; i < text.Length; i++)
        {
            var digit = text[i] switch
            {
                >= '0' and <= '9' => text[i] - '0',
                >= 'a' and <= 'f' => text[i] - 'a' + 10,
                >= 'A' and <= 'F' => text[i] - 'A' + 10,
                _ => radix,
            };
            if (digit >= radix) return null;
            value = (value * (ulong)radix) + (ulong)digit;
        }

        return value.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
