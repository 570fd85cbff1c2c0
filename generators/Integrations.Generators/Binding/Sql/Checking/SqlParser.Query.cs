namespace Integrations.Generators.Binding.Sql.Checking;

/// <summary>Queries.</summary>
internal sealed partial class SqlParser
{
    private static readonly HashSet<string> Clauses = new(StringComparer.Ordinal)
    {
        "from", "where", "group", "having", "order", "limit", "offset", "fetch", "for", "union", "intersect", "except", "window", "returning", "on", "join", "left", "right", "full", "inner", "cross", "natural", "set", "values", "do", "then", "when", "else", "end",
    };

    private static readonly HashSet<string> NoAlias = new(StringComparer.Ordinal)
    {
        "as", "and", "or", "not", "is", "in", "like", "ilike", "between", "similar", "collate", "isnull", "notnull", "glob", "match", "regexp", "escape", "asc", "desc", "nulls", "using", "lateral", "into", "with", "tablesample",
        "select", "case", "default", "conflict", "indexed", "over", "filter", "within", "operator", "overlaps", "at",
    };

    private SqlQuery Query(SqlToken at)
    {
        Enter();
        if (_cursor.Peek() == "with")
        {
            var inner = Statement() as SqlQuery ?? throw Fail("a query is expected here");
            _level--;
            return inner;
        }
        var query = new SqlQuery(at, Body());
        if (_cursor.Accept("order", "by"))
            query.OrderBy.AddRange(OrderBy());
        while (true)
        {
            if (_cursor.Accept("limit"))
            {
                if (!_cursor.Accept("all"))
                    query.Limits.Add(Guarded());
                if (_isSqlite && _cursor.Accept(","))
                    query.Limits.Add(Guarded());
            }
            else if (_cursor.Accept("offset"))
            {
                query.Limits.Add(Expression());
                _ = _cursor.Accept("rows") || _cursor.Accept("row");
            }
            else if (_cursor.Accept("fetch"))
            {
                Fetch(query);
            }
            else if (_cursor.Peek() == "for" && _cursor.Peek(1) is "update" or "share" or "no" or "key")
            {
                Locking();
            }
            else
            {
                break;
            }
        }
        _level--;
        return query;
    }

    private void Fetch(SqlQuery query)
    {
        if (!_cursor.Accept("first"))
            Expect("next");
        if (_cursor.Peek() is not ("row" or "rows"))
            query.Limits.Add(Primary());
        if (!_cursor.Accept("row"))
            Expect("rows");
        if (!_cursor.Accept("only"))
        {
            Expect("with");
            Expect("ties");
        }
    }

    private void Locking()
    {
        _cursor.At++;
        while (_cursor.Peek() is "no" or "key" or "update" or "share")
            _cursor.At++;
        if (_cursor.Accept("of"))
        {
            do
                TableName();
            while (_cursor.Accept(","));
        }
        _ = _cursor.Accept("skip", "locked") || _cursor.Accept("nowait");
    }

    private SqlBody Body()
    {
        var first = BodyTerm();
        if (_cursor.Peek() is not ("union" or "intersect" or "except"))
            return first;
        var branches = new List<SqlBody> { first };
        while (_cursor.Peek() is "union" or "intersect" or "except")
        {
            _cursor.At++;
            _ = _cursor.Accept("all") || _cursor.Accept("distinct");
            branches.Add(BodyTerm());
        }
        return new SqlSetBody(first.At, branches);
    }

    private SqlBody BodyTerm()
    {
        var at = _cursor.Current;
        if (_cursor.Peek() == "(")
        {
            var open = _cursor.At;
            _cursor.At++;
            SqlBody body = new SqlOpaqueBody(at);
            Recover(open, () => body = new SqlNestedBody(at, Query(_cursor.Current)));
            return body;
        }
        if (_cursor.Accept("table"))
        {
            var (schema, name, token) = TableName();
            var all = new SqlSelectBody(at);
            all.Items.Add(new SqlItem(new SqlNameExpr(at, ["*"], [at]), null, at));
            all.From.Add(new SqlFrom(token) { Schema = schema, Table = name });
            return all;
        }
        return _cursor.Accept("values") ? Values(at) : Select();
    }

    private SqlValuesBody Values(SqlToken at)
    {
        var rows = new List<(SqlToken, List<SqlExpr>)>();
        do
        {
            var row = _cursor.Current;
            Expect("(");
            rows.Add((row, List()));
            Expect(")");
        }
        while (_cursor.Accept(","));
        return new SqlValuesBody(at, rows);
    }

    private SqlSelectBody Select()
    {
        var select = new SqlSelectBody(_cursor.Current);
        Expect("select");
        if (_cursor.Accept("distinct"))
        {
            if (_cursor.Accept("on"))
            {
                Expect("(");
                select.DistinctOn.AddRange(List());
                Expect(")");
            }
        }
        else
        {
            _cursor.Accept("all");
        }
        if (!_cursor.IsEnd && !(Clauses.Contains(_cursor.Peek()) && _cursor.Peek() is not ("left" or "right")) && _cursor.Peek() is not (")" or ";"))
            Items(select.Items);
        if (_cursor.Peek() == "into")
            throw Fail("SELECT INTO is not understood");
        if (_cursor.Accept("from"))
            select.From.AddRange(FromList());
        if (_cursor.Accept("where"))
            select.Where = Guarded();
        if (_cursor.Accept("group", "by"))
        {
            select.IsGrouped = true;
            _ = _cursor.Accept("distinct") || _cursor.Accept("all");
            do
            {
                select.HasSets |= _cursor.Peek() is "rollup" or "cube" or "grouping" && _cursor.Peek(1) is "(" or "sets";
                select.GroupBy.AddRange(Grouping());
            }
            while (_cursor.Accept(","));
        }
        if (_cursor.Accept("having"))
            select.Having = Guarded();
        if (_cursor.Accept("window"))
        {
            do
            {
                var (name, _) = Identifier();
                Expect("as");
                select.Windows.Add((name, Window()));
            }
            while (_cursor.Accept(","));
        }
        return select;
    }

    private List<SqlExpr> Grouping()
    {
        if (_cursor.Peek() is "rollup" or "cube" && _cursor.Peek(1) == "(")
            _cursor.At++;
        else if (_cursor.Is("grouping", "sets"))
            _cursor.At += 2;
        else if (_cursor.Is("(", ")"))
        {
            _cursor.At += 2;
            return [];
        }
        else
            return [Guarded()];
        Enter();
        var items = new List<SqlExpr>();
        Expect("(");
        do
            items.AddRange(Grouping());
        while (_cursor.Accept(","));
        Expect(")");
        _level--;
        return items;
    }

    private void Items(List<SqlItem> items)
    {
        do
        {
            var begin = _cursor.Current;
            if (_cursor.Peek() == "*")
            {
                _cursor.At++;
                items.Add(new SqlItem(new SqlNameExpr(begin, ["*"], [begin]), null, begin));
                continue;
            }
            var value = Guarded();
            string? alias = null;
            if (_cursor.Accept("as"))
                alias = Identifier().Name;
            else if (IsAlias())
                alias = Identifier().Name;
            else if (_isSqlite && _cursor.Kind() == SqlTokenKind.String)
                throw Fail("write an alias without quotes, or in double ones");
            items.Add(new SqlItem(value, alias, begin));
        }
        while (_cursor.Accept(","));
    }

    private bool IsAlias() => _cursor.Kind() == SqlTokenKind.QuotedName || (_cursor.Kind() == SqlTokenKind.Word && !Clauses.Contains(_cursor.Peek()) && !NoAlias.Contains(_cursor.Peek()));

    private List<SqlExpr> OrderBy()
    {
        var items = new List<SqlExpr>();
        do
        {
            items.Add(Guarded());
            _ = _cursor.Accept("asc") || _cursor.Accept("desc");
            if (_cursor.Accept("using"))
                _cursor.At++;
            if (_cursor.Accept("nulls") && !_cursor.Accept("first"))
                Expect("last");
        }
        while (_cursor.Accept(","));
        return items;
    }

    private SqlWindow Window()
    {
        var window = new SqlWindow { At = _cursor.Current };
        if (_cursor.Peek() != "(")
        {
            window.Name = Identifier().Name;
            return window;
        }
        _cursor.At++;
        if (_cursor.IsName() && _cursor.Peek() is not ("partition" or "order" or "rows" or "range" or "groups"))
            window.Name = Identifier().Name;
        if (_cursor.Accept("partition", "by"))
        {
            do
                window.Partition.Add(Expression());
            while (_cursor.Accept(","));
        }
        if (_cursor.Accept("order", "by"))
            window.OrderBy.AddRange(OrderBy());
        if (_cursor.Peek() is "rows" or "range" or "groups")
        {
            window.HasFrame = true;
            while (!_cursor.IsEnd && _cursor.Peek() != ")")
                _cursor.At = _cursor.Peek() == "(" ? _cursor.AfterClosing(_cursor.At) : _cursor.At + 1;
        }
        Expect(")");
        return window;
    }
}
