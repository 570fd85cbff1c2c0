namespace Integrations.Generators.Binding.Sql.Checking;

/// <summary>Calls of functions, those with a syntax of their own among them.</summary>
internal sealed partial class SqlParser
{
    private SqlCallExpr Call(SqlToken at, string name)
    {
        var open = _cursor.At;
        var call = new SqlCallExpr(at, name, []);
        _cursor.At++;
        call.IsOpaque = !Recover(open, () =>
        {
            if (_cursor.Peek() == "*" && _cursor.Peek(1) == ")")
            {
                call.IsStar = true;
                _cursor.At++;
                return;
            }
            if (_cursor.Peek() == ")")
                return;
            _ = _cursor.Accept("distinct") || _cursor.Accept("all");
            do
            {
                if (_cursor.Accept("variadic"))
                    call.HasNamed = true;
                if (_cursor.IsName() && _cursor.Peek(1) is "=>" or ":=")
                {
                    call.HasNamed = true;
                    _cursor.At += 2;
                }
                else if (_cursor.IsName() && _cursor.Peek(1) == ":" && _cursor.Peek(2) == "=")
                {
                    call.HasNamed = true;
                    _cursor.At += 3;
                }
                call.Arguments.Add(Expression());
            }
            while (_cursor.Accept(","));
            if (_cursor.Accept("order", "by"))
                call.OrderBy.AddRange(OrderBy());
        });
        After(call);
        foreach (var argument in call.Arguments)
            Deep(call, argument);
        return call;
    }

    private void After(SqlCallExpr call)
    {
        if (_cursor.Accept("within", "group"))
        {
            call.IsWithinGroup = true;
            Expect("(");
            Expect("order");
            Expect("by");
            call.OrderBy.AddRange(OrderBy());
            Expect(")");
        }
        if (_cursor.Is("filter", "("))
        {
            _cursor.At += 2;
            Expect("where");
            call.Filter = Expression();
            Expect(")");
        }
        if (_cursor.Peek() == "over" && (_cursor.Peek(1) == "(" || _cursor.IsName(1)))
        {
            _cursor.At++;
            call.Over = Window();
        }
    }

    /// <summary>The forms of the standard, as calls of the functions that they are.</summary>
    private SqlCallExpr Special(SqlToken at, string word)
    {
        _cursor.At++;
        var open = _cursor.At;
        _cursor.At++;
        var call = new SqlCallExpr(at, word, []);
        call.IsOpaque = !Recover(open, () =>
        {
            if (word == "extract")
            {
                var field = _cursor.Current;
                _cursor.At++;
                Expect("from");
                call.Arguments.Add(new SqlLiteralExpr(field, SqlLiteralKind.String, ""));
                call.Arguments.Add(Expression());
                return;
            }
            if (word == "trim")
            {
                // The function that it is, and after which PostgreSQL names the column.
                var name = _cursor.Peek() switch { "leading" => "ltrim", "trailing" => "rtrim", _ => "btrim" };
                call.Name = _isSqlite ? word : name;
                _ = _cursor.Accept("both") || _cursor.Accept("leading") || _cursor.Accept("trailing");
                if (!_cursor.Accept("from"))
                    call.Arguments.Add(Expression());
                if (_cursor.Accept("from"))
                    call.Arguments.Insert(0, Expression());
                else if (_cursor.Accept(","))
                    call.Arguments.Add(Expression());
                return;
            }
            call.Arguments.Add(Expression(word == "position" ? Matching : 0));
            while (_cursor.Peek() is "," or "from" or "for" or "in" or "placing" or "similar" or "escape")
            {
                var isPosition = _cursor.Peek() == "in";
                // substring(text for 3) begins at the first character.
                if (_cursor.Peek() == "for" && call.Arguments.Count == 1)
                    call.Arguments.Add(new SqlLiteralExpr(at, SqlLiteralKind.Number, "1"));
                _cursor.At++;
                if (isPosition)
                    call.Arguments.Insert(0, Expression());
                else
                    call.Arguments.Add(Expression());
            }
        });
        foreach (var argument in call.Arguments)
            Deep(call, argument);
        return call;
    }
}
