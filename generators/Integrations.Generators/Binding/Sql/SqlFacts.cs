using Integrations.Generators.Declarations.Sql;

namespace Integrations.Generators.Binding.Sql;

/// <summary>What can be told of a statement without a schema.</summary>
internal sealed class SqlFacts
{
    private static readonly HashSet<string> ListEnds = new(StringComparer.OrdinalIgnoreCase)
    {
        "from", "where", "group", "having", "order", "limit", "offset", "fetch", "for", "union", "intersect", "except", "window", "into",
    };

    private static readonly HashSet<string> NoNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "end", "null", "true", "false", "and", "or", "not", "is", "in", "like", "between", "current_timestamp", "current_date", "current_time", "current_user", "localtime", "localtimestamp",
    };

    private readonly string _text;
    private readonly List<SqlToken> _tokens;

    private SqlFacts(string text, List<SqlToken> tokens) => (_text, _tokens) = (text, tokens);

    /// <summary>What it does, in capitals: <c>SELECT</c>.</summary>
    public string Keyword { get; private set; } = "";

    /// <summary>Its table, or empty.</summary>
    public string Target { get; private set; } = "";

    /// <summary>Whether it gives rows.</summary>
    public bool ReturnsRows { get; private set; }

    /// <summary>Whether a <c>;</c> parts several statements.</summary>
    public bool IsSeveral { get; private set; }

    /// <summary>The keys of its columns, null for one without a name of its own; null where they cannot be told.</summary>
    public List<string?>? Columns { get; set; }

    /// <summary>Reads a statement.</summary>
    public static SqlFacts Of(string text, List<SqlToken> tokens)
    {
        var facts = new SqlFacts(text, tokens);
        facts.Read();
        return facts;
    }

    private void Read()
    {
        var main = Main();
        if (main < 0)
            return;
        Keyword = Word(main).ToUpperInvariant();
        Target = Table(main);
        IsSeveral = _tokens.Where((token, i) => Text(token) == ";" && i < _tokens.Count - 1).Any();
        var returning = Find(main, "returning");
        if (returning >= 0)
        {
            ReturnsRows = true;
            Columns = Items(returning + 1);
            return;
        }
        ReturnsRows = Keyword is "SELECT" or "VALUES" or "TABLE" or "SHOW" or "EXPLAIN" or "PRAGMA" or "FETCH" or "CALL" or "EXECUTE";
        if (Keyword == "SELECT")
            Columns = Items(AfterDistinct(main + 1));
    }

    /// <summary>The verb: after the queries of a <c>WITH</c>, and out of parentheses around all.</summary>
    private int Main()
    {
        var first = 0;
        while (first < _tokens.Count && Text(_tokens[first]) is "(" or ";")
            first++;
        if (first >= _tokens.Count || _tokens[first].Kind != SqlTokenKind.Word)
            return -1;
        if (!Is(first, "with"))
            return first;
        var depth = 0;
        for (var i = first + 1; i < _tokens.Count; i++)
        {
            depth += Step(i);
            if (depth == 0 && Word(i).ToLowerInvariant() is "select" or "insert" or "update" or "delete" or "merge" or "values" or "replace" or "table")
                return i;
        }
        return -1;
    }

    private string Table(int main)
    {
        var at = Keyword switch
        {
            "SELECT" => Find(main, "from"),
            "INSERT" or "REPLACE" or "MERGE" => Find(main, "into"),
            "DELETE" => Find(main, "from"),
            "UPDATE" => main,
            _ => -1,
        };
        if (at < 0)
            return "";
        at++;
        while (at < _tokens.Count && Word(at).ToLowerInvariant() is "only" or "or" or "rollback" or "abort" or "replace" or "fail" or "ignore")
            at++;
        var name = "";
        while (at < _tokens.Count && _tokens[at].Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName)
        {
            name += Text(_tokens[at]).Trim('"', '`', '[', ']');
            if (at + 1 >= _tokens.Count || Text(_tokens[at + 1]) != ".")
                break;
            name += ".";
            at += 2;
        }
        // It becomes part of names in traces and policies.
        return name.All(static c => char.IsLetterOrDigit(c) || c is '_' or '.' or '$') ? name : "";
    }

    private int AfterDistinct(int at)
    {
        if (Is(at, "all"))
            return at + 1;
        if (!Is(at, "distinct"))
            return at;
        at++;
        if (!Is(at, "on"))
            return at;
        var depth = 0;
        for (at++; at < _tokens.Count; at++)
        {
            depth += Step(at);
            if (depth == 0)
                return at + 1;
        }
        return at;
    }

    private List<string?>? Items(int from)
    {
        var items = new List<string?>();
        var depth = 0;
        var start = from;
        for (var i = from; i <= _tokens.Count; i++)
        {
            var isEnd = i == _tokens.Count || (depth == 0 && (Text(_tokens[i]) is ";" or ")" || (ListEnds.Contains(Word(i)) && !IsAfterDot(i) && !IsAlias(i) && !IsOfAnother(i))));
            if (isEnd || (depth == 0 && Text(_tokens[i]) == ","))
            {
                if (i == start)
                    return null;
                if (Text(_tokens[i - 1]) == "*")
                    return null;
                items.Add(Name(start, i));
                start = i + 1;
                if (isEnd)
                    return items;
            }
            else
            {
                depth += Step(i);
            }
        }
        return null;
    }

    /// <summary>The name of a column: its alias, or the column that it is. Names of functions and casts differ between engines and count as none.</summary>
    private string? Name(int start, int end)
    {
        var last = _tokens[end - 1];
        if (last.Kind is not (SqlTokenKind.Word or SqlTokenKind.QuotedName) || (last.Kind == SqlTokenKind.Word && NoNames.Contains(Text(last))))
            return null;
        var key = SqlNames.Key(Text(last).Trim('"', '`', '[', ']'));
        if (end - start == 1)
            return key;
        var before = _tokens[end - 2];
        if (before.Kind == SqlTokenKind.Word && string.Equals(Text(before), "as", StringComparison.OrdinalIgnoreCase))
            return key;
        if (Text(before) == ".")
        {
            for (var i = start; i < end; i++)
            {
                if ((i - start) % 2 == 0 ? _tokens[i].Kind is not (SqlTokenKind.Word or SqlTokenKind.QuotedName) : Text(_tokens[i]) != ".")
                    return null;
            }
            return key;
        }
        // An alias without AS stands behind something that is complete.
        return Text(before) is ")" or "]" || before.Kind is SqlTokenKind.QuotedName or SqlTokenKind.String or SqlTokenKind.Number or SqlTokenKind.Parameter
            || (before.Kind == SqlTokenKind.Word && !NoNames.Contains(Text(before)) && Text(before).ToLowerInvariant() is not ("case" or "distinct" or "from" or "collate" or "interval" or "date" or "timestamp" or "time"))
            || (before.Kind == SqlTokenKind.Word && string.Equals(Text(before), "end", StringComparison.OrdinalIgnoreCase))
            ? key
            : null;
    }

    private bool IsAfterDot(int i) => i > 0 && Text(_tokens[i - 1]) == ".";

    /// <summary>Whether a word begins nothing: <c>is distinct from</c>, <c>within group</c>.</summary>
    private bool IsOfAnother(int i) => i > 0 && ((Is(i, "from") && Is(i - 1, "distinct")) || (Is(i, "group") && Is(i - 1, "within")));

    private bool IsAlias(int i) => i > 0 && Is(i - 1, "as");

    private int Find(int from, string word)
    {
        var depth = 0;
        for (var i = from; i < _tokens.Count; i++)
        {
            depth += Step(i);
            if (depth == 0 && Is(i, word) && !IsAfterDot(i) && !IsOfAnother(i))
                return i;
        }
        return -1;
    }

    private int Step(int i) => Text(_tokens[i]) switch
    {
        "(" or "[" => 1,
        ")" or "]" => -1,
        _ => 0,
    };

    private bool Is(int i, string word) => i < _tokens.Count && string.Equals(Word(i), word, StringComparison.OrdinalIgnoreCase);

    private string Word(int i) => _tokens[i].Kind == SqlTokenKind.Word ? Text(_tokens[i]) : "";

    private string Text(SqlToken token) => _text.Substring(token.Start, token.Length);
}
