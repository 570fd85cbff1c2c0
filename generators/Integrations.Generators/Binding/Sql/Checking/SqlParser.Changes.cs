namespace Integrations.Generators.Binding.Sql.Checking;

/// <summary><c>INSERT</c>, <c>UPDATE</c> and <c>DELETE</c>.</summary>
internal sealed partial class SqlParser
{
    private SqlInsert Insert()
    {
        var insert = new SqlInsert(_cursor.Current);
        if (!_cursor.Accept("replace"))
        {
            Expect("insert");
            if (_cursor.Accept("or"))
                _cursor.At++;
        }
        Expect("into");
        (insert.Schema, insert.Table, insert.TableAt) = TableName();
        if (_cursor.Accept("as") || (_cursor.IsName() && _cursor.Peek() is not ("values" or "select" or "default" or "with" or "overriding" or "table")))
            insert.Alias = Identifier().Name;
        if (_cursor.Peek() == "(" && _cursor.Peek(1) is not ("select" or "with" or "values" or "("))
        {
            _cursor.At++;
            do
            {
                insert.Columns.Add(Identifier());
                if (_cursor.Peek() is "." or "[")
                    throw Fail("parts of columns are not understood");
            }
            while (_cursor.Accept(","));
            Expect(")");
        }
        if (_cursor.Accept("overriding"))
        {
            insert.Overrides = true;
            _cursor.At++;
            Expect("value");
        }
        if (_cursor.Accept("default", "values"))
            insert.IsDefault = true;
        else
            insert.Source = Query(_cursor.Current);
        while (_cursor.Accept("on", "conflict"))
            insert.Conflicts.Add(Conflict());
        if (_cursor.Accept("returning"))
            Items(insert.Returning);
        return insert;
    }

    private SqlConflict Conflict()
    {
        var conflict = new SqlConflict();
        if (_cursor.Accept("on", "constraint"))
        {
            Identifier();
        }
        else if (_cursor.Accept("("))
        {
            do
            {
                conflict.Target.Add(Guarded());
                // An operator class.
                if (_cursor.IsName())
                    _cursor.At++;
            }
            while (_cursor.Accept(","));
            Expect(")");
            if (_cursor.Accept("where"))
                conflict.TargetWhere = Guarded();
        }
        Expect("do");
        if (_cursor.Accept("nothing"))
            return conflict;
        Expect("update");
        Expect("set");
        Assignments(conflict.Set);
        if (_cursor.Accept("where"))
            conflict.Where = Guarded();
        return conflict;
    }

    private SqlChange Update()
    {
        var update = new SqlChange(_cursor.Current, false);
        Expect("update");
        if (_isSqlite && _cursor.Accept("or"))
            _cursor.At++;
        Target(update);
        Expect("set");
        Assignments(update.Set);
        if (_cursor.Accept("from"))
            update.From.AddRange(FromList());
        return Rest(update);
    }

    private SqlChange Delete()
    {
        var delete = new SqlChange(_cursor.Current, true);
        Expect("delete");
        Expect("from");
        Target(delete);
        if (_cursor.Accept("using"))
            delete.From.AddRange(FromList());
        return Rest(delete);
    }

    private void Target(SqlChange change)
    {
        _cursor.Accept("only");
        (change.Schema, change.Table, change.TableAt) = TableName();
        _cursor.Accept("*");
        if (_cursor.Accept("as") || (_cursor.IsName() && _cursor.Peek() is not ("set" or "using" or "where" or "returning" or "order" or "limit" or "indexed" or "not")))
            change.Alias = Identifier().Name;
        if (_isSqlite && _cursor.Accept("indexed", "by"))
            Identifier();
    }

    private SqlChange Rest(SqlChange change)
    {
        if (_cursor.Is("where", "current", "of"))
            throw Fail("cursors are not understood");
        if (_cursor.Accept("where"))
            change.Where = Guarded();
        if (_cursor.Accept("returning"))
            Items(change.Returning);
        if (_isSqlite && _cursor.Accept("order", "by"))
            change.Extra.AddRange(OrderBy());
        if (_isSqlite && _cursor.Accept("limit"))
            change.Extra.Add(Guarded());
        return change;
    }

    private void Assignments(List<SqlAssignment> assignments)
    {
        do
        {
            var at = _cursor.Current;
            if (_cursor.Peek() == "(")
            {
                var columns = Columns();
                Expect("=");
                Several(assignments, at, columns);
                continue;
            }
            var column = Identifier();
            var isPart = false;
            while (_cursor.Peek() is "." or "[")
            {
                isPart = true;
                if (_cursor.Accept("."))
                    Identifier();
                else
                    _cursor.At = _cursor.AfterClosing(_cursor.At);
            }
            Expect("=");
            assignments.Add(new SqlAssignment(at, [column], [Guarded()], null) { IsPart = isPart });
        }
        while (_cursor.Accept(","));
    }

    private void Several(List<SqlAssignment> assignments, SqlToken at, List<(string Name, SqlToken At)> columns)
    {
        var isRow = _cursor.Accept("row");
        if (!isRow && _cursor.Peek() == "(" && IsQuery(1))
        {
            var open = _cursor.At;
            _cursor.At++;
            SqlQuery? query = null;
            Recover(open, () => query = Query(_cursor.Current));
            assignments.Add(new SqlAssignment(at, columns, [], query) { Open = _cursor.Token(open) });
            return;
        }
        Expect("(");
        var values = List();
        Expect(")");
        assignments.Add(new SqlAssignment(at, columns, values, null));
    }
}
