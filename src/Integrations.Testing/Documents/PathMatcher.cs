using System.Text;
using System.Text.RegularExpressions;

namespace Integrations.Testing.Documents;

/// <summary>A path template as an expression over the raw path of a request.</summary>
internal sealed class PathMatcher
{
    private readonly Regex _expression;

    public PathMatcher(RawOperation operation)
    {
        Operation = operation;
        // What follows a # never reaches a server; a ? begins what is a query on the wire.
        var path = operation.Path.Split('#')[0];
        var query = path.IndexOf('?', StringComparison.Ordinal);
        if (query >= 0)
        {
            FixedQuery = path[(query + 1)..];
            path = path[..query];
        }
        var text = new StringBuilder("^");
        var start = 0;
        foreach (Match expression in Regex.Matches(path, @"\{([^{}/]+)\}"))
        {
            Literal(text, path[start..expression.Index]);
            text.Append("([^/]*?)");
            Names.Add(expression.Groups[1].Value);
            start = expression.Index + expression.Length;
        }
        Literal(text, path[start..]);
        _expression = new Regex(text.Append("\\z").ToString(), RegexOptions.CultureInvariant);
    }

    public RawOperation Operation { get; }

    /// <summary>A query that the template itself states, or empty.</summary>
    public string FixedQuery { get; } = "";

    public List<string> Names { get; } = [];

    /// <summary>How many characters of the template are literal: of two that match, the one that says more counts.</summary>
    public int Literals { get; private set; }

    /// <summary>The raw values of its expressions, or null.</summary>
    public string[]? Match(string path)
    {
        var match = _expression.Match(path);
        return match.Success ? [.. Names.Select((_, i) => match.Groups[i + 1].Value)] : null;
    }

    private void Literal(StringBuilder text, string literal)
    {
        Literals += literal.Length;
        // A literal may be escaped on the wire wherever it is not unreserved.
        foreach (var rune in literal.EnumerateRunes())
        {
            var plain = rune.ToString();
            var escaped = Uri.EscapeDataString(plain);
            text.Append(plain == escaped || rune.Value == '/' ? Regex.Escape(plain) : $"(?:{Regex.Escape(plain)}|{Regex.Escape(escaped)})");
        }
    }
}
