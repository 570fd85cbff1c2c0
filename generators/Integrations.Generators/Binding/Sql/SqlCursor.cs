namespace Integrations.Generators.Binding.Sql;

/// <summary>Walks over the pieces of a text; operators are whole, as the engine takes them.</summary>
internal sealed class SqlCursor
{
    private readonly string _text;
    private readonly List<SqlToken> _tokens;
    private readonly string[] _words;
    private readonly bool _isPostgres;

    public SqlCursor(string text, List<SqlToken> tokens, SqlDialect dialect)
    {
        _text = text;
        _isPostgres = dialect == SqlDialect.Postgres;
        _tokens = _isPostgres ? Split(text, tokens) : Join(text, tokens);
        _words = new string[_tokens.Count];
        for (var i = 0; i < _words.Length; i++)
        {
            var word = text.Substring(_tokens[i].Start, _tokens[i].Length);
            _words[i] = _tokens[i].Kind switch { SqlTokenKind.Word => word.ToLowerInvariant(), SqlTokenKind.Symbol => word, _ => "" };
        }
    }

    /// <summary>The index of the next piece.</summary>
    public int At { get; set; }

    /// <summary>How many pieces there are.</summary>
    public int Count => _tokens.Count;

    /// <summary>Whether nothing is left.</summary>
    public bool IsEnd => At >= _tokens.Count;

    /// <summary>The keyword or symbol at a distance, in lower case; empty for anything else.</summary>
    public string Peek(int ahead = 0) => At + ahead >= 0 && At + ahead < _words.Length ? _words[At + ahead] : "";

    /// <summary>What kind of piece stands at a distance; null after the end.</summary>
    public SqlTokenKind? Kind(int ahead = 0) => At + ahead >= 0 && At + ahead < _tokens.Count ? _tokens[At + ahead].Kind : null;

    /// <summary>A piece; the last where there are fewer.</summary>
    public SqlToken Token(int index) => _tokens.Count == 0 ? new SqlToken(SqlTokenKind.Symbol, 0, 0) : _tokens[Math.Max(0, Math.Min(index, _tokens.Count - 1))];

    /// <summary>The next piece.</summary>
    public SqlToken Current => Token(At);

    /// <summary>The text of a piece.</summary>
    public string Text(SqlToken token) => _text.Substring(token.Start, token.Length);

    /// <summary>Whether these words follow.</summary>
    public bool Is(string first, string? second = null, string? third = null) =>
        Peek() == first && (second is null || Peek(1) == second) && (third is null || Peek(2) == third);

    /// <summary>Takes these words if they follow.</summary>
    public bool Accept(string first, string? second = null, string? third = null)
    {
        if (!Is(first, second, third))
            return false;
        At += third is not null ? 3 : second is not null ? 2 : 1;
        return true;
    }

    /// <summary>A name as its engine folds it: PostgreSQL keeps what is in quotes, SQLite has no case.</summary>
    public string Name(SqlToken token)
    {
        var text = Text(token);
        if (token.Kind == SqlTokenKind.QuotedName)
        {
            if (text.Length > 2 && text[0] is 'u' or 'U')
                text = text.Substring(2);
            if (text.Length < 2)
                return text;
            var quote = text[0] == '[' ? ']' : text[0];
            var inner = text.Substring(1, text.Length - 2).Replace(new string(quote, 2), quote.ToString());
            return _isPostgres ? inner : inner.ToLowerInvariant();
        }
        return text.ToLowerInvariant();
    }

    /// <summary>Whether a name could stand here.</summary>
    public bool IsName(int ahead = 0) => Kind(ahead) is SqlTokenKind.Word or SqlTokenKind.QuotedName;

    /// <summary>The content of a plain string; null for other forms.</summary>
    public string? String(SqlToken token)
    {
        var text = Text(token);
        return token.Kind == SqlTokenKind.String && text.Length >= 2 && text[0] == '\'' ? text.Substring(1, text.Length - 2).Replace("''", "'") : null;
    }

    /// <summary>The index after the parenthesis or bracket that belongs to the one at <paramref name="open"/>; the end where there is none.</summary>
    public int AfterClosing(int open)
    {
        var depth = 0;
        for (var i = open; i < _words.Length; i++)
        {
            if (_words[i] is "(" or "[")
                depth++;
            else if (_words[i] is ")" or "]" && --depth <= 0)
                return i + 1;
        }
        return _words.Length;
    }

    /// <summary>PostgreSQL: an operator ends in + or - only where it holds a character that no usual operator has.</summary>
    private static List<SqlToken> Split(string text, List<SqlToken> tokens)
    {
        var split = new List<SqlToken>(tokens.Count);
        foreach (var token in tokens)
        {
            var rest = token;
            while (rest is { Kind: SqlTokenKind.Symbol, Length: > 1 } && text[rest.End - 1] is '+' or '-' && text.IndexOfAny(['~', '!', '@', '#', '%', '^', '&', '|', '`', '?'], rest.Start, rest.Length) < 0)
                rest = rest with { Length = rest.Length - 1 };
            split.Add(rest);
            for (var i = rest.End; i < token.End; i++)
                split.Add(new SqlToken(SqlTokenKind.Symbol, i, 1));
        }
        return split;
    }

    private static List<SqlToken> Join(string text, List<SqlToken> tokens)
    {
        var joined = new List<SqlToken>(tokens.Count);
        foreach (var token in tokens)
        {
            if (token.Kind == SqlTokenKind.Symbol && joined.Count > 0 && joined[joined.Count - 1] is { Kind: SqlTokenKind.Symbol } last && last.End == token.Start
                && text.Substring(last.Start, last.Length + token.Length) is "<=" or ">=" or "<>" or "!=" or "==" or "||" or "->" or "->>" or "<<" or ">>")
            {
                joined[joined.Count - 1] = last with { Length = last.Length + token.Length };
            }
            else
            {
                joined.Add(token);
            }
        }
        return joined;
    }
}
