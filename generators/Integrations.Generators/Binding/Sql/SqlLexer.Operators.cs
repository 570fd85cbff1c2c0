namespace Integrations.Generators.Binding.Sql;

/// <summary>Operators, and the parameters that look like some.</summary>
internal sealed partial class SqlLexer
{
    private static bool IsOperator(char c) => c is '+' or '-' or '*' or '/' or '<' or '>' or '=' or '~' or '!' or '@' or '#' or '%' or '^' or '&' or '|' or '`' or '?';

    /// <summary>PostgreSQL: <c>$tag$ ... $tag$</c>, or <c>$1</c>. SQLite: <c>$name</c>.</summary>
    private void Dollar()
    {
        var start = _at;
        if (!IsPostgres)
        {
            Refuse(start, Math.Max(1, Named(start + 1)), "parameters are written @name here");
            return;
        }
        if (IsDigit(Peek(1)))
        {
            var length = 1;
            while (IsDigit(Peek(length)))
                length++;
            Refuse(start, length, "parameters are written @name here; the numbers are given when the statement is compiled");
            return;
        }
        var end = _at + 1;
        while (end < _text.Length && _text[end] != '$' && IsNamePart(_text[end]))
            end++;
        if (end >= _text.Length || _text[end] != '$')
        {
            _at++;
            Add(SqlTokenKind.Symbol, start);
            return;
        }
        var tag = _text.Substring(start, end + 1 - start);
        var close = _text.IndexOf(tag, end + 1, StringComparison.Ordinal);
        if (close < 0)
        {
            Fail(start, tag.Length, $"the string that begins here has no end: write {tag} behind it");
            return;
        }
        _at = close + tag.Length;
        Add(SqlTokenKind.String, start);
    }

    /// <summary>A run of operator characters; where its last is <c>@</c> before a name, the run may end in a parameter.</summary>
    private void Operator()
    {
        var start = _at;
        if (!IsPostgres)
        {
            Parameter(start);
            return;
        }
        // The run ends where a comment begins.
        while (_at < _text.Length && IsOperator(Current) && !(Current == '-' && Peek(1) == '-') && !(Current == '/' && Peek(1) == '*'))
            _at++;
        var run = _text.Substring(start, _at - start);
        if (run[run.Length - 1] != '@' || !IsNameStart(Current))
        {
            Add(SqlTokenKind.Symbol, start);
            return;
        }
        if (!OperatorsWithAt.Contains(run))
        {
            _at--;
            if (_at > start)
                Add(SqlTokenKind.Symbol, start);
            Parameter(_at);
            return;
        }
        if (run.StartsWith("@", StringComparison.Ordinal))
            Add(SqlTokenKind.Symbol, start);
        else if (_isScript)
            Add(SqlTokenKind.Symbol, start);
        else
            Fail(start, run.Length + Named(_at), $"'{run}' directly before a name may be an operator or end in a parameter: write a space where you mean one ('{run} name' or '{run.Substring(0, run.Length - 1)} @name')");
    }

    private void Parameter(int start)
    {
        var length = Named(start + 1);
        if (length == 0)
        {
            _at = start + 1;
            Add(SqlTokenKind.Symbol, start);
            return;
        }
        _at = start + 1 + length;
        Add(SqlTokenKind.Parameter, start);
    }

    /// <summary>What looks like a parameter of another notation: in a script it is no parameter, but its own.</summary>
    private void Refuse(int start, int length, string message)
    {
        if (!_isScript)
        {
            Fail(start, length, message);
            return;
        }
        _at = start + length;
        Add(SqlTokenKind.Symbol, start);
    }

    private void Symbol()
    {
        var start = _at;
        var c = Current;
        if (!IsPostgres && c == '?')
        {
            Refuse(start, 1, "parameters are written @name here");
            return;
        }
        if (c == ':' && Peek(1) == ':')
            _at++;
        else if (!IsPostgres && c == ':' && IsNameStart(Peek(1)))
        {
            Refuse(start, 1 + Named(start + 1), "parameters are written @name here");
            return;
        }
        _at++;
        Add(SqlTokenKind.Symbol, start);
    }

    /// <summary>How many characters of a parameter's name stand there: letters, digits and <c>_</c>, with <c>.</c> between them.</summary>
    private int Named(int start)
    {
        var end = start;
        while (end < _text.Length && (end == start ? IsNameStart(_text[end]) : IsNamePart(_text[end]) && _text[end] != '$'))
            end++;
        return end - start;
    }
}
