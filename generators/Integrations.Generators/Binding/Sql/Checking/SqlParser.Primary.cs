using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql.Checking;

/// <summary>Operands.</summary>
internal sealed partial class SqlParser
{
    private SqlExpr Primary()
    {
        var at = _cursor.Current;
        var value = Operand();
        while (true)
        {
            value.Begin = at;
            if (_cursor.Accept("::"))
            {
                var typeAt = _cursor.Current;
                var type = SqlTypeNameReader.Read(_cursor, _types, _isSqlite, out var user) ?? throw Fail("a type is expected here");
                value = Deep(new SqlCastExpr(value.At, value, type, user, typeAt), value);
            }
            else if (_cursor.Peek() == "[")
            {
                value = Index(value);
            }
            else if (_cursor.Peek() == "." && value is not SqlNameExpr && _cursor.IsName(1))
            {
                _cursor.At++;
                var (field, token) = Identifier();
                value = Deep(new SqlFieldExpr(token, value, field), value);
            }
            else if (_cursor.Peek() == "." && _cursor.Peek(1) == "*" && value is not SqlNameExpr)
            {
                throw Fail("the fields of a value are not understood; name them");
            }
            else
            {
                return value;
            }
        }
    }

    private SqlExpr Index(SqlExpr value)
    {
        var at = _cursor.Current;
        _cursor.At++;
        var bounds = new List<SqlExpr>();
        var isSlice = false;
        while (_cursor.Peek() != "]")
        {
            if (_cursor.Accept(":"))
                isSlice = true;
            else
                bounds.Add(Expression());
            if (_cursor.IsEnd)
                throw Fail("']' is expected here");
        }
        _cursor.At++;
        return Deep(new SqlIndexExpr(at, value, bounds, isSlice), value);
    }

    private SqlExpr Operand()
    {
        var at = _cursor.Current;
        switch (_cursor.Kind())
        {
            case SqlTokenKind.Number:
                _cursor.At++;
                return new SqlLiteralExpr(at, SqlLiteralKind.Number, _cursor.Text(at));
            case SqlTokenKind.String:
                _cursor.At++;
                return new SqlLiteralExpr(at, SqlLiteralKind.String, _cursor.String(at) ?? "");
            case SqlTokenKind.Parameter:
                _cursor.At++;
                return new SqlParameterExpr(at, _cursor.Text(at).Substring(1));
            case SqlTokenKind.QuotedName:
                return Named(at);
            case SqlTokenKind.Word:
                return Word(at);
            default:
                return _cursor.Peek() == "(" ? Parenthesized(at) : throw Fail(_cursor.IsEnd ? "the statement ends where an expression is expected" : "an expression is expected here");
        }
    }

    private SqlExpr Parenthesized(SqlToken at)
    {
        var open = _cursor.At;
        if (IsQuery(1))
        {
            var (count, level) = (Notes.Count, _level);
            SqlQuery? query = null;
            _cursor.At++;
            // Of ((select 1) + 1) only a trial shows that it is no query.
            try
            {
                query = Query(_cursor.Current);
                if (_cursor.Accept(")"))
                    return new SqlQueryExpr(at, query, SqlQueryUse.Scalar);
            }
            catch (NotUnderstood problem) when (!problem.IsFatal && _cursor.Token(open + 1).Length > 0)
            {
                if (_cursor.Text(_cursor.Token(open + 1)) != "(")
                {
                    Note(problem.Token, problem.Message);
                    _level = level;
                    _cursor.At = _cursor.AfterClosing(open);
                    return new SqlOpaque(at);
                }
            }
            Notes.RemoveRange(count, Notes.Count - count);
            (_cursor.At, _level) = (open, level);
        }
        _cursor.At++;
        SqlExpr value = new SqlOpaque(at);
        Recover(open, () =>
        {
            var items = new List<SqlExpr> { Expression() };
            while (_cursor.Accept(","))
                items.Add(Expression());
            value = items.Count == 1 ? items[0] : Row(at, items);
        });
        return value;
    }

    private static SqlRowExpr Row(SqlToken at, List<SqlExpr> items)
    {
        var row = new SqlRowExpr(at, items);
        foreach (var item in items)
            Deep(row, item);
        return row;
    }

    private SqlExpr Word(SqlToken at)
    {
        var word = _cursor.Peek();
        switch (word)
        {
            case "null":
                _cursor.At++;
                return new SqlLiteralExpr(at, SqlLiteralKind.Null, word);
            case "true" or "false":
                _cursor.At++;
                return new SqlLiteralExpr(at, SqlLiteralKind.Bool, word);
            case "default":
                _cursor.At++;
                return new SqlLiteralExpr(at, SqlLiteralKind.Default, word);
            case "case":
                return Case(at);
            case "exists" when _cursor.Peek(1) == "(":
                return Subquery(at, SqlQueryUse.Exists);
            case "array" when _cursor.Peek(1) == "(" && IsQuery(1):
                return Subquery(at, SqlQueryUse.Array);
            case "array" when _cursor.Peek(1) == "[":
                _cursor.At++;
                return ArrayItems(at);
            case "row" when _cursor.Peek(1) == "(":
                _cursor.At++;
                return Fields(at);
            case "cast" when _cursor.Peek(1) == "(":
                return Cast(at);
            case "extract" or "position" or "substring" or "overlay" or "trim" when _cursor.Peek(1) == "(":
                return Special(at, word);
            case "current_date" or "current_time" or "current_timestamp" or "localtime" or "localtimestamp" or "current_user" or "session_user" or "user" or "current_role" or "current_catalog" or "current_schema" when _cursor.Peek(1) != "." && _cursor.Peek(1) != "(":
                _cursor.At++;
                return new SqlCallExpr(at, word, []) { IsSpecial = true };
            case "current_timestamp" or "current_time" or "localtime" or "localtimestamp" when _cursor.Peek(1) == "(":
                _cursor.At = _cursor.AfterClosing(_cursor.At + 1);
                return new SqlCallExpr(at, word, []) { IsSpecial = true };
            case "interval" when _cursor.Kind(1) == SqlTokenKind.String:
                _cursor.At += 2;
                while (_cursor.Peek() is "year" or "month" or "day" or "hour" or "minute" or "second" or "to")
                    _cursor.At++;
                return new SqlCastExpr(at, new SqlLiteralExpr(at, SqlLiteralKind.String, ""), SqlTypes.Base("interval"), null, at);
            case "raise" when _isSqlite:
                throw Fail("RAISE is not understood");
        }
        if ((Clauses.Contains(word) && !(word is "left" or "right" or "set" && _cursor.Peek(1) is "(" or ".")) || word is "and" or "or" or "in" or "as" or "is" or "select")
            throw Fail("an expression is expected here");
        if (!_isSqlite && TypedLiteral(at) is { } typed)
            return typed;
        return Named(at);
    }

    /// <summary><c>date '2020-01-01'</c>: the name of a type before a string.</summary>
    private SqlCastExpr? TypedLiteral(SqlToken at)
    {
        if (_cursor.Kind(1) != SqlTokenKind.String && !(_cursor.Peek() is "timestamp" or "time" or "double" or "character"))
            return null;
        var begin = _cursor.At;
        if (SqlTypeNameReader.Read(_cursor, _types, false, out var user) is { } type && _cursor.Kind() == SqlTokenKind.String)
        {
            var text = _cursor.Current;
            _cursor.At++;
            return new SqlCastExpr(at, new SqlLiteralExpr(text, SqlLiteralKind.String, _cursor.String(text) ?? ""), type, user, at);
        }
        _cursor.At = begin;
        return null;
    }

    private SqlExpr Named(SqlToken at)
    {
        var parts = new List<string>();
        var tokens = new List<SqlToken>();
        while (true)
        {
            var (name, token) = Identifier();
            parts.Add(name);
            tokens.Add(token);
            if (_cursor.Peek() != ".")
                break;
            _cursor.At++;
            if (_cursor.Peek() == "*")
            {
                parts.Add("*");
                tokens.Add(_cursor.Current);
                _cursor.At++;
                break;
            }
        }
        if (_cursor.Peek() == "(" && parts[parts.Count - 1] != "*")
            return Call(tokens[tokens.Count - 1], parts.Count == 1 || parts[0] == "pg_catalog" ? parts[parts.Count - 1] : parts[parts.Count - 1]);
        return new SqlNameExpr(tokens[tokens.Count - 1], parts, tokens);
    }

    private SqlExpr Case(SqlToken at)
    {
        _cursor.At++;
        var operand = _cursor.Peek() == "when" ? null : Expression();
        var arms = new List<(SqlExpr, SqlExpr)>();
        SqlExpr? otherwise = null;
        while (_cursor.Accept("when"))
        {
            var when = Expression();
            Expect("then");
            arms.Add((when, Expression()));
        }
        if (_cursor.Accept("else"))
            otherwise = Expression();
        Expect("end");
        var found = new SqlCaseExpr(at, operand, arms, otherwise);
        foreach (var (when, then) in arms)
            Deep(found, when, then);
        return Deep(found, operand, otherwise);
    }

    private SqlExpr Subquery(SqlToken at, SqlQueryUse use)
    {
        _cursor.At++;
        var open = _cursor.At;
        _cursor.At++;
        SqlQuery? query = null;
        Recover(open, () => query = Query(_cursor.Current));
        return query is null ? new SqlOpaque(at) : new SqlQueryExpr(at, query, use);
    }

    private SqlArrayExpr ArrayItems(SqlToken at)
    {
        Enter();
        var items = new List<SqlExpr>();
        Expect("[");
        while (_cursor.Peek() != "]")
        {
            items.Add(_cursor.Peek() == "[" ? ArrayItems(_cursor.Current) : Expression());
            if (!_cursor.Accept(","))
                break;
        }
        Expect("]");
        _level--;
        var array = new SqlArrayExpr(at, items);
        foreach (var item in items)
            Deep(array, item);
        return array;
    }

    private SqlRowExpr Fields(SqlToken at)
    {
        Expect("(");
        var items = _cursor.Peek() == ")" ? [] : List();
        Expect(")");
        return Row(at, items);
    }

    private SqlExpr Cast(SqlToken at)
    {
        _cursor.At++;
        var open = _cursor.At;
        _cursor.At++;
        SqlExpr result = new SqlOpaque(at);
        Recover(open, () =>
        {
            var operand = Expression();
            Expect("as");
            var typeAt = _cursor.Current;
            var type = SqlTypeNameReader.Read(_cursor, _types, _isSqlite, out var user) ?? throw Fail("a type is expected here");
            result = Deep(new SqlCastExpr(at, operand, type, user, typeAt), operand);
        });
        return result;
    }
}
