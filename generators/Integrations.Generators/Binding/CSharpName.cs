using System.Globalization;
using System.Text;

namespace Integrations.Generators.Binding;

/// <summary>From a name on the wire to a C# identifier: the words of the name, nothing else. The rules are in docs/naming.md.</summary>
internal static class CSharpName
{
    /// <summary>Names are cut here, with a hash of the whole.</summary>
    private const int MaxLength = 160;

    /// <summary>
    /// The compiler refuses metadata names over 1,023 bytes of UTF-8, and that of an explicitly implemented member holds the namespace and the name of
    /// its type: each may have a quarter.
    /// </summary>
    private const int MaxBytes = 250;

    /// <summary><c>list-for_repo</c> to <c>ListForRepo</c>. Never empty, never a keyword (keywords are lower case).</summary>
    public static string Pascal(string wire)
    {
        var text = new StringBuilder(wire.Length + 8);
        var shout = IsShout(wire);
        var start = true;
        var source = Normalize(wire);
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            if (Symbol(source, i) is { } word)
            {
                text.Append(word);
                start = true;
                continue;
            }
            if (!IsPart(c))
            {
                // Format characters vanish without parting words, so that names that look equal are found to be equal.
                start |= char.GetUnicodeCategory(c) != UnicodeCategory.Format;
                continue;
            }
            if (text.Length == 0 && !char.IsLetter(c))
                text.Append("Value");
            // Two digits that a separator held apart must stay apart: 1.10 is not 11.0.
            else if (start && text.Length > 0 && char.IsDigit(c) && char.IsDigit(text[text.Length - 1]))
                text.Append('_');
            text.Append(start ? char.ToUpperInvariant(c) : shout ? char.ToLowerInvariant(c) : c);
            start = false;
        }
        if (text.Length == 0)
            return wire.Length == 0 ? "Empty" : "Value" + Hash(wire);
        if (!char.IsLetter(text[0]))
            text.Insert(0, "Value");
        // A first letter without an upper case (Chinese, Arabic, ...) cannot collide with a keyword.
        return Cut(text.ToString(), wire);
    }

    /// <summary>An identifier that the compiler and file systems take, however it was put together; cut names end with a hash.</summary>
    /// <param name="identifier">The identifier.</param>
    /// <param name="wire">What it stands for.</param>
    public static string Cut(string identifier, string wire)
    {
        const int Hashed = 8;
        if (identifier.Length <= MaxLength + Hashed && Encoding.UTF8.GetByteCount(identifier) <= MaxBytes)
            return identifier;
        var (length, bytes) = (0, 0);
        while (length < MaxLength && length < identifier.Length)
        {
            bytes += identifier[length] < 0x80 ? 1 : identifier[length] < 0x800 ? 2 : 3;
            if (bytes > MaxBytes - Hashed)
                break;
            length++;
        }
        return identifier.Substring(0, length) + Hash(wire);
    }

    /// <summary><c>If-Match</c> to <c>ifMatch</c>; a keyword gets its <c>@</c> when it is written.</summary>
    public static string Camel(string wire)
    {
        var name = Pascal(wire);
        var upper = 0;
        while (upper < name.Length && char.IsUpper(name[upper]))
            upper++;
        if (upper <= 1 || upper == name.Length)
            return upper == 0 ? name : upper == name.Length ? name.ToLowerInvariant() : char.ToLowerInvariant(name[0]) + name.Substring(1);
        return name.Substring(0, upper - 1).ToLowerInvariant() + name.Substring(upper - 1);
    }

    /// <summary>The identifier as it is written, with <c>@</c> before a keyword.</summary>
    public static string Escape(string identifier) =>
        Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetKeywordKind(identifier) != Microsoft.CodeAnalysis.CSharp.SyntaxKind.None
        || Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetContextualKeywordKind(identifier) != Microsoft.CodeAnalysis.CSharp.SyntaxKind.None
            ? "@" + identifier
            : identifier;

    /// <summary>Eight hexadecimal digits of a name (FNV-1a): the same on every machine, for ever.</summary>
    public static string Hash(string wire)
    {
        var hash = 2166136261u;
        foreach (var c in wire)
        {
            hash = unchecked((hash ^ (byte)c) * 16777619u);
            hash = unchecked((hash ^ (byte)(c >> 8)) * 16777619u);
        }
        return hash.ToString("X8", CultureInfo.InvariantCulture);
    }

    private static bool IsPart(char c) => c < 128
        ? char.IsLetterOrDigit(c)
        : char.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber or UnicodeCategory.DecimalDigitNumber;

    /// <summary>All its letters are capitals, and there are at least two of them: <c>IN_STOCK</c>, <c>USD</c>.</summary>
    private static bool IsShout(string wire)
    {
        var letters = 0;
        foreach (var c in wire)
        {
            if (char.IsLower(c))
                return false;
            if (char.IsUpper(c))
                letters++;
        }
        return letters > 1;
    }

    /// <summary>A symbol that carries the meaning of a name: <c>+1</c>, <c>-1</c>, <c>&gt;=</c>, <c>*</c>.</summary>
    private static string? Symbol(string name, int i) => name[i] switch
    {
        '+' when i + 1 == name.Length || char.IsDigit(name[i + 1]) => "Plus",
        '-' when i == 0 && name.Length > 1 && (char.IsDigit(name[1]) || char.IsLetter(name[1])) => "Minus",
        '-' when name.Length == 1 => "Minus",
        '<' => "Less",
        '>' => "Greater",
        '=' when !HasLetters(name) => "Equal",
        '!' when i == 0 => "Not",
        '*' when !HasLetters(name) => "All",
        '.' when !HasLetters(name) && name.Length == 1 => "Dot",
        '~' when !HasLetters(name) => "Like",
        '%' when !HasLetters(name) => "Percent",
        _ => null,
    };

    private static bool HasLetters(string name)
    {
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c))
                return true;
        }
        return false;
    }

    private static string Normalize(string wire)
    {
        try
        {
            return wire.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return wire; // lone surrogates; they are no part of an identifier anyway
        }
    }
}
