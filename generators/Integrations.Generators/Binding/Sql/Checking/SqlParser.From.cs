using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql.Checking;

/// <summary><c>FROM</c>.</summary>
internal sealed partial class SqlParser
{
    private List<SqlFrom> FromList()
    {
        Enter();
        var items = new List<SqlFrom> { FromItem() };
        while (true)
        {
            if (_cursor.Accept(","))
            {
                items.Add(FromItem());
                continue;
            }
            var isNatural = _cursor.Accept("natural");
            var kind = JoinKind();
            if (kind == SqlJoinKind.None)
            {
                if (isNatural)
                    throw Fail("JOIN is expected here");
                break;
            }
            var item = FromItem();
            (item.Join, item.IsNatural) = (kind, isNatural);
            if (_cursor.Accept("on"))
            {
                item.On = Guarded();
            }
            else if (_cursor.Accept("using"))
            {
                item.Using.AddRange(Columns());
                if (_cursor.Accept("as"))
                    Identifier();
            }
            items.Add(item);
        }
        _level--;
        return items;
    }

    private SqlJoinKind JoinKind()
    {
        var kind = _cursor.Peek() switch
        {
            "join" or "inner" => SqlJoinKind.Inner,
            "left" => SqlJoinKind.Left,
            "right" => SqlJoinKind.Right,
            "full" => SqlJoinKind.Full,
            "cross" => SqlJoinKind.Cross,
            _ => SqlJoinKind.None,
        };
        if (kind == SqlJoinKind.None)
            return kind;
        if (!_cursor.Accept("join"))
        {
            _cursor.At++;
            _cursor.Accept("outer");
            Expect("join");
        }
        return kind;
    }

    private SqlFrom FromItem()
    {
        var item = new SqlFrom(_cursor.Current) { IsLateral = _cursor.Accept("lateral") };
        if (_cursor.Peek() == "(")
        {
            var open = _cursor.At;
            _cursor.At++;
            item.IsOpaque = !Recover(open, () =>
            {
                var word = open + 1;
                while (_cursor.Peek(word - _cursor.At) == "(")
                    word++;
                if (_cursor.Peek(word - _cursor.At) is "select" or "values" or "with")
                    item.Query = Query(_cursor.Current);
                else
                    item.Nested = FromList();
            });
        }
        else if (_cursor.Is("rows", "from", "("))
        {
            _cursor.At += 3;
            do
                item.Functions.Add(FromFunction());
            while (_cursor.Accept(","));
            Expect(")");
        }
        else
        {
            _cursor.Accept("only");
            var begin = _cursor.At;
            var (schema, name, at) = TableName();
            _cursor.Accept("*");
            if (_cursor.Peek() == "(")
            {
                _cursor.At = begin;
                item.Functions.Add(FromFunction());
            }
            else
            {
                item = new SqlFrom(at) { IsLateral = item.IsLateral, Schema = schema, Table = name };
            }
        }
        item.WithOrdinality = _cursor.Accept("with", "ordinality");
        Alias(item);
        if (_isSqlite && _cursor.Accept("indexed", "by"))
            Identifier();
        else if (_isSqlite)
            _cursor.Accept("not", "indexed");
        if (_cursor.Accept("tablesample"))
        {
            Identifier();
            _cursor.At = _cursor.AfterClosing(_cursor.At);
            if (_cursor.Accept("repeatable"))
                _cursor.At = _cursor.AfterClosing(_cursor.At);
        }
        return item;
    }

    private SqlCallExpr FromFunction() => Primary() as SqlCallExpr ?? throw Fail("a table or a function is expected here");

    private void Alias(SqlFrom item)
    {
        if (_cursor.Accept("as"))
        {
            if (_cursor.Peek() != "(")
                item.Alias = Identifier().Name;
        }
        else if (IsAlias())
        {
            item.Alias = Identifier().Name;
        }
        else
        {
            return;
        }
        if (!_cursor.Accept("("))
            return;
        do
        {
            var (name, _) = Identifier();
            SqlTypeModel? type = null;
            if (_cursor.Peek() is not ("," or ")"))
                type = SqlTypeNameReader.Read(_cursor, _types, _isSqlite, out _) ?? throw Fail("a type is expected here");
            item.Columns.Add((name, type));
        }
        while (_cursor.Accept(","));
        Expect(")");
    }
}
