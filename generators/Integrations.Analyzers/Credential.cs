namespace Integrations.Analyzers;

/// <summary>
/// Tells texts that are secrets from texts that only name one. Rather a secret missed than a name reported: people switch off what cries wolf.
/// </summary>
internal static class Credential
{
    private const int ShortestUnknown = 20;
    private const double LeastBits = 3.5;

    // What vendors put before their tokens so that scanners find them.
    private static readonly string[] Prefixes =
    [
        "ghp_", "gho_", "ghs_", "ghu_", "github_pat_", "glpat-", "sk_live_", "sk_test_", "rk_live_", "pk_live_", "sk-", "whsec_",
        "xoxb-", "xoxp-", "xapp-", "AKIA", "ASIA", "AIza", "ya29.", "SG.", "shpat_", "npm_", "pypi-", "dop_v1_", "hf_",
    ];

    /// <summary>Whether a text looks like a secret.</summary>
    public static bool IsLike(string text)
    {
        foreach (var scheme in new[] { "Bearer ", "Basic ", "Token ", "Bot " })
        {
            if (text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
                return IsLike(text.Substring(scheme.Length));
        }
        foreach (var prefix in Prefixes)
        {
            if (text.StartsWith(prefix, StringComparison.Ordinal) && text.Length >= prefix.Length + 12 && IsOneWord(text))
                return true;
        }
        return IsWebToken(text) || IsRandom(text);
    }

    // Three parts of base64url, the first of which begins with {".
    private static bool IsWebToken(string text) =>
        text.StartsWith("eyJ", StringComparison.Ordinal) && text.Length > 40 && text.Split('.').Length == 3 && IsOneWord(text);

    private static bool IsRandom(string text)
    {
        if (text.Length < ShortestUnknown || !IsOneWord(text))
            return false;
        var digits = 0;
        var letters = 0;
        foreach (var c in text)
        {
            digits += c is >= '0' and <= '9' ? 1 : 0;
            letters += c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') ? 1 : 0;
        }
        return digits >= 3 && letters >= 3 && Bits(text) >= LeastBits;
    }

    // A placeholder (<token>, ${TOKEN}, {0}), an address or a sentence has signs that tokens do not.
    private static bool IsOneWord(string text)
    {
        foreach (var c in text)
        {
            if (c is not ((>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '+' or '/' or '=' or '-' or '_' or '.' or '~'))
                return false;
        }
        return true;
    }

    // Shannon's entropy per character: words repeat letters, random text hardly does.
    private static double Bits(string text)
    {
        var counts = new Dictionary<char, int>();
        foreach (var c in text)
        {
            counts.TryGetValue(c, out var count);
            counts[c] = count + 1;
        }
        var bits = 0.0;
        foreach (var count in counts.Values)
            bits -= (double)count / text.Length * Math.Log((double)count / text.Length, 2);
        return bits;
    }
}
