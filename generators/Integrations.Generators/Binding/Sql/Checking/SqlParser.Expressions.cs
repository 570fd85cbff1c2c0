namespace Integrations.Generators.Binding.Sql.Checking;

/// <summary>Expressions, by the precedence of PostgreSQL's documentation ("Lexical Structure", table 4.2).</summary>
internal sealed partial class SqlParser
{
    private const int Or = 1, And = 2, Not = 3, Is = 4, Comparison = 5, Matching = 6, Other = 7, Add = 8, Multiply = 9, Power = 10, At = 11;

    private SqlExpr Expression(int minimum = 0)
    {
        Enter();
        var begin = _cursor.Current;
        var left = Prefix();
        left.Begin = begin;
        while (!_cursor.IsEnd)
        {
            var next = Infix(left, minimum);
            if (next is null)
                break;
            left = next;
            left.Begin = begin;
        }
        _level--;
        return left;
    }

    private SqlExpr Prefix()
    {
        var at = _cursor.Current;
        if (_cursor.Accept("not"))
        {
            var condition = Expression(Not);
            return Deep(new SqlNotExpr(at, condition), condition);
        }
        if (_cursor.Peek() is "-" or "+" or "~" or "@" or "|/" or "||/" or "!!")
        {
            var name = _cursor.Peek();
            _cursor.At++;
            var operand = Expression(name is "-" or "+" ? At + 1 : Other + 1);
            return Deep(new SqlOperatorExpr(at, name, null, operand), operand);
        }
        return Primary();
    }

    private SqlExpr? Infix(SqlExpr left, int minimum)
    {
        var at = _cursor.Current;
        var word = _cursor.Peek();
        if (_cursor.Kind() == SqlTokenKind.Symbol)
        {
            var level = Level(word);
            if (level == 0 || level <= minimum)
                return null;
            _cursor.At++;
            if (_cursor.Peek() is "any" or "some" or "all" && _cursor.Peek(1) == "(")
                return Quantified(at, word, left);
            var right = Expression(level);
            return Deep(new SqlOperatorExpr(at, word, left, right), left, right);
        }
        if (_cursor.Kind() != SqlTokenKind.Word)
            return null;
        switch (word)
        {
            case "and" when And > minimum:
                return Logic(left, true);
            case "or" when Or > minimum:
                return Logic(left, false);
            case "is" when Is > minimum:
                return IsTest(left);
            case "isnull" or "notnull" when Is > minimum:
                _cursor.At++;
                return Deep(new SqlIsExpr(at, left, "null", word == "notnull", null), left);
            case "at" when At > minimum && _cursor.Is("at", "time", "zone"):
                _cursor.At += 3;
                return Deep(new SqlCallExpr(at, "timezone", [Expression(At), left]) { IsSpecial = true }, left);
            case "collate":
                _cursor.At++;
                TableName();
                return left;
            case "operator" when Other > minimum && _cursor.Peek(1) == "(":
                _cursor.At = _cursor.AfterClosing(_cursor.At + 1);
                Expression(Other);
                return Deep(new SqlOpaque(at), left);
            case "overlaps" when Matching > minimum:
                _cursor.At++;
                return Deep(new SqlCallExpr(at, "overlaps", [left, Expression(Matching)]) { IsOpaque = true }, left);
            case "not" when Matching > minimum && _cursor.Peek(1) is "in" or "like" or "ilike" or "between" or "similar" or "glob" or "regexp" or "match":
                _cursor.At++;
                return Match(left, at, true);
            case "not" when _isSqlite && Is > minimum && _cursor.Peek(1) == "null":
                _cursor.At += 2;
                return Deep(new SqlIsExpr(at, left, "null", true, null), left);
            case "in" or "like" or "ilike" or "between" or "similar" or "glob" or "regexp" or "match" when Matching > minimum:
                return Match(left, at, false);
            default:
                return null;
        }
    }

    private int Level(string symbol) => symbol switch
    {
        "=" or "<" or ">" or "<=" or ">=" or "<>" or "!=" or "==" => Comparison,
        "+" or "-" => Add,
        "*" or "/" or "%" => Multiply,
        "^" => Power,
        "||" or "->" or "->>" when _isSqlite => Power,
        "(" or ")" or "," or ";" or "." or "[" or "]" or ":" or "::" or "$" or "=>" or ":=" => 0,
        _ => Other,
    };

    private SqlLogicExpr Logic(SqlExpr left, bool isAnd)
    {
        var items = new List<SqlExpr> { left };
        var at = _cursor.Current;
        while (_cursor.Accept(isAnd ? "and" : "or"))
            items.Add(Expression(isAnd ? And : Or));
        var logic = new SqlLogicExpr(at, isAnd, items);
        foreach (var item in items)
            Deep(logic, item);
        return logic;
    }

    private SqlExpr IsTest(SqlExpr left)
    {
        var at = _cursor.Current;
        Expect("is");
        var isNot = _cursor.Accept("not");
        if (_cursor.Accept("distinct"))
        {
            Expect("from");
            var other = Expression(Is);
            return Deep(new SqlIsExpr(at, left, "distinct", isNot, other), left, other);
        }
        var what = _cursor.Peek();
        if (what is "null" or "true" or "false" or "unknown" or "document" or "json")
        {
            _cursor.At++;
            if (what == "json" && _cursor.Peek() is "value" or "scalar" or "array" or "object")
                _cursor.At++;
            return Deep(new SqlIsExpr(at, left, what, isNot, null), left);
        }
        if (!_isSqlite)
            throw Fail("this test is not understood");
        var right = Expression(Is);
        return Deep(new SqlIsExpr(at, left, "distinct", !isNot, right), left, right);
    }

    private SqlExpr Match(SqlExpr left, SqlToken at, bool isNot)
    {
        var word = _cursor.Peek();
        _cursor.At++;
        if (word == "in")
            return In(left, at, isNot);
        if (word == "between")
        {
            _ = _cursor.Accept("symmetric") || _cursor.Accept("asymmetric");
            var low = Expression(Matching);
            Expect("and");
            var high = Expression(Matching);
            return Deep(new SqlBetweenExpr(at, left, low, high), left, low, high);
        }
        if (word == "similar")
            Expect("to");
        if (_cursor.Peek() is "any" or "some" or "all" && _cursor.Peek(1) == "(")
            return Quantified(at, "~~", left);
        var pattern = Expression(Matching);
        var escape = _cursor.Accept("escape") ? Expression(Matching) : null;
        return Deep(new SqlLikeExpr(at, left, pattern) { Escape = escape, IsOpaque = word is "match" or "regexp" }, left, pattern, escape);
    }

    private SqlExpr In(SqlExpr left, SqlToken at, bool isNot)
    {
        if (_cursor.Peek() != "(")
        {
            if (!_isSqlite)
                throw Fail("'(' is expected here");
            // A table or a table-valued function.
            TableName();
            if (_cursor.Peek() == "(")
                _cursor.At = _cursor.AfterClosing(_cursor.At);
            return Deep(new SqlInExpr(at, left, [], null, isNot), left);
        }
        var open = _cursor.At;
        List<SqlExpr>? items = null;
        SqlQuery? query = null;
        var isQuery = IsQuery(1);
        _cursor.At++;
        Recover(open, () =>
        {
            if (isQuery)
                query = Query(_cursor.Current);
            else
                items = _cursor.Peek() == ")" ? [] : List();
        });
        var found = new SqlInExpr(at, left, items ?? (query is null ? [] : null), query, isNot) { Open = _cursor.Token(open) };
        foreach (var item in items ?? [])
            Deep(found, item);
        return Deep(found, left);
    }

    private SqlExpr Quantified(SqlToken at, string name, SqlExpr left)
    {
        _cursor.At++;
        var open = _cursor.At;
        var isQuery = IsQuery(1);
        _cursor.At++;
        SqlExpr array = new SqlOpaque(at);
        SqlQuery? query = null;
        Recover(open, () =>
        {
            if (isQuery)
                query = Query(_cursor.Current);
            else
                array = Expression();
        });
        return Deep(new SqlQuantifiedExpr(at, name, left, query is null ? array : null, query) { Open = _cursor.Token(open) }, left, array);
    }

    private List<SqlExpr> List()
    {
        var items = new List<SqlExpr>();
        do
            items.Add(Guarded());
        while (_cursor.Accept(","));
        return items;
    }

    /// <summary>Whether a query begins at a distance, out of any parentheses around it.</summary>
    private bool IsQuery(int ahead)
    {
        while (_cursor.Peek(ahead) == "(")
            ahead++;
        return _cursor.Peek(ahead) is "select" or "values" or "with" && _cursor.Kind(ahead) == SqlTokenKind.Word;
    }

    /// <summary>Counts levels: what goes deeper than the stack may is not understood.</summary>
    private static SqlExpr Deep(SqlExpr node, params SqlExpr?[] parts)
    {
        foreach (var part in parts)
        {
            if (part is not null && part.Depth >= node.Depth)
                node.Depth = part.Depth + 1;
        }
        if (node.Depth > MostLevels)
            throw new NotUnderstood(node.At, "the statement is nested too deep to be checked", true);
        return node;
    }
}
