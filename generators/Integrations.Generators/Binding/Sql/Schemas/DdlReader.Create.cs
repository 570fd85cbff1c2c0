using Integrations.Generators.Binding.Sql.Checking;
using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql.Schemas;

/// <summary><c>CREATE</c>.</summary>
internal sealed partial class DdlReader
{
    private void Create()
    {
        var start = _cursor.Current;
        _cursor.Accept("or", "replace");
        while (_cursor.Peek() is "temp" or "temporary" or "unlogged" or "local" or "global" or "foreign" or "recursive")
            _cursor.At++;
        var what = _cursor.Peek();
        _cursor.At++;
        switch (what)
        {
            case "table":
                CreateTable();
                break;
            case "view":
                CreateView();
                break;
            case "materialized" when _cursor.Accept("view"):
                CreateView();
                break;
            case "type":
                CreateType();
                break;
            case "domain":
                CreateDomain();
                break;
            case "function":
                CreateFunction();
                break;
            case "virtual":
                CreateVirtualTable();
                break;
            case "index" or "unique" or "extension" or "trigger" or "constraint" or "sequence" or "schema" or "role" or "user" or "group" or "policy" or "rule" or "publication" or "subscription" or "aggregate" or "operator" or "cast"
                or "collation" or "server" or "data" or "event" or "language" or "trusted" or "procedural" or "statistics" or "text" or "tablespace" or "database" or "procedure" or "access" or "conversion" or "transform":
                break;
            default:
                _isOpen = true;
                Note(start, "what is created here is not understood");
                break;
        }
    }

    private void CreateTable()
    {
        IfNotExists();
        var at = _cursor.Current;
        if (Name() is not var (schema, name))
        {
            _isOpen = true;
            Note(at, "the name of a table is expected here");
            return;
        }
        if (_tables.Exists(t => t.Name == name && t.Schema == schema))
            return;
        var table = new DdlTable(schema, name) { HasRowid = IsSqlite };
        _tables.Add(table);
        if (_cursor.Accept("partition", "of"))
        {
            Copy(table);
            return;
        }
        if (_cursor.Accept("of"))
        {
            if (Name() is var (typeSchema, type) && FindType(typeSchema, type) is { } row)
                table.Columns.AddRange(row.Fields);
            else
                table.IsOpen = true;
            return;
        }
        var names = _cursor.Peek() == "(" && !IsDefinition() ? Names() : [];
        if (names.Count == 0 && _cursor.Accept("("))
        {
            var key = new List<string>();
            Definitions(table, key);
            Options(table, out var withoutRowid);
            if (key.Count > 0)
                table.PrimaryKey(key, IsSqlite, withoutRowid);
            return;
        }
        while (!_cursor.IsEnd && _cursor.Peek() != "as")
            _cursor.At = _cursor.Peek() == "(" ? _cursor.AfterClosing(_cursor.At) : _cursor.At + 1;
        if (_cursor.Accept("as"))
            Query(table, names, at);
        else
            table.IsOpen = true;
    }

    /// <summary>Whether a list of names is followed by types, or is that of a query's columns.</summary>
    private bool IsDefinition() => !(_cursor.Peek(2) is "," or ")") || !_cursor.IsName(1);

    private void Definitions(DdlTable table, List<string> key)
    {
        while (!_cursor.IsEnd && _cursor.Peek() != ")")
        {
            var begin = _cursor.At;
            if (_cursor.Accept("like"))
                Copy(table);
            else if (!Constraint(key))
                Column(table, key);
            SkipItem();
            if (!_cursor.Accept(",") && _cursor.At == begin)
                break;
        }
        _cursor.Accept(")");
    }

    private void SkipItem()
    {
        while (!_cursor.IsEnd && _cursor.Peek() is not ("," or ")"))
            _cursor.At = _cursor.Peek() is "(" or "[" ? _cursor.AfterClosing(_cursor.At) : _cursor.At + 1;
    }

    /// <summary>A constraint of the table; its primary key is collected.</summary>
    private bool Constraint(List<string> key)
    {
        var begin = _cursor.At;
        if (_cursor.Accept("constraint"))
            Name();
        if (_cursor.Accept("primary", "key"))
        {
            key.AddRange(Names());
            return true;
        }
        if (_cursor.Peek() is "check" or "exclude" || _cursor.Is("foreign", "key") || (_cursor.Peek() == "unique" && _cursor.Peek(1) is "(" or "nulls" or "using") || _cursor.At > begin)
            return true;
        return false;
    }

    private void Column(DdlTable table, List<string> key)
    {
        var at = _cursor.Current;
        if (!_cursor.IsName())
        {
            table.IsOpen = true;
            Note(at, "a column is expected here");
            return;
        }
        var name = _cursor.Name(at);
        _cursor.At++;
        var serial = _cursor.Peek() is "serial" or "bigserial" or "smallserial" or "serial4" or "serial8" or "serial2";
        var type = SqlTypeNameReader.Read(_cursor, this, IsSqlite, out var user);
        if (type is null)
        {
            type = IsSqlite ? SqlTypes.Unknown : new SqlTypeModel(SqlTypeForm.Unknown, "");
            if (!IsSqlite)
                Note(at, $"the type of '{name}' is not understood");
        }
        var column = new SqlColumnModel(name, type, serial || user is { NotNull: true } ? SqlNullness.NotNull : SqlNullness.MayBeNull, serial);
        table.Add(ColumnConstraints(column, key));
    }

    private SqlColumnModel ColumnConstraints(SqlColumnModel column, List<string> key)
    {
        while (!_cursor.IsEnd && _cursor.Peek() is not ("," or ")"))
        {
            if (_cursor.Accept("not", "null"))
                column = column with { Null = SqlNullness.NotNull };
            else if (_cursor.Accept("primary", "key"))
                key.Add(column.Name);
            else if (_cursor.Accept("default"))
                column = _cursor.Peek() == "null" ? column : column with { HasDefault = true };
            else if (_cursor.Accept("generated", "by", "default"))
                column = column with { HasDefault = true, Null = SqlNullness.NotNull };
            else if (_cursor.Is("generated", "always", "as") && _cursor.Peek(3) == "identity")
                (column, _cursor.At) = (column with { HasDefault = true, Null = SqlNullness.NotNull, IsGenerated = true }, _cursor.At + 4);
            else if (_cursor.Accept("generated", "always") || (IsSqlite && _cursor.Is("as", "(")))
                (column, _cursor.At) = (column with { HasDefault = true, IsGenerated = true, Null = column.Null == SqlNullness.NotNull ? column.Null : SqlNullness.Unknown }, _cursor.At + 1);
            else if (_cursor.Accept("references") || _cursor.Accept("constraint"))
                Name();
            else if (_cursor.Accept("set"))
                _cursor.At++;
            else
                _cursor.At = _cursor.Peek() is "(" or "[" ? _cursor.AfterClosing(_cursor.At) : _cursor.At + 1;
        }
        return column;
    }

    private void Options(DdlTable table, out bool withoutRowid)
    {
        withoutRowid = false;
        while (!_cursor.IsEnd)
        {
            if (_cursor.Accept("inherits"))
            {
                var own = table.Columns.ToList();
                table.Columns.Clear();
                if (_cursor.Accept("("))
                {
                    do
                        Copy(table);
                    while (_cursor.Accept(","));
                }
                own.ForEach(table.Add);
            }
            else if (_cursor.Accept("without", "rowid"))
            {
                withoutRowid = true;
                table.HasRowid = false;
            }
            else if (IsSqlite && _cursor.Accept("strict"))
            {
                table.IsStrict = true;
            }
            else
            {
                _cursor.At++;
            }
        }
    }

    private void Copy(DdlTable table)
    {
        if (Table(Name()) is { } source)
        {
            source.Columns.ForEach(table.Add);
            table.IsOpen |= source.IsOpen;
        }
        else
        {
            table.IsOpen = true;
        }
    }

    private void CreateView()
    {
        IfNotExists();
        var at = _cursor.Current;
        if (Name() is not var (schema, name))
            return;
        var view = new DdlTable(schema, name) { IsView = true };
        var names = _cursor.Peek() == "(" ? Names() : [];
        while (!_cursor.IsEnd && _cursor.Peek() != "as")
            _cursor.At = _cursor.Peek() == "(" ? _cursor.AfterClosing(_cursor.At) : _cursor.At + 1;
        if (_cursor.Accept("as"))
            Query(view, names, at);
        else
            view.IsOpen = true;
        _tables.RemoveAll(t => t.Name == name && t.Schema == schema);
        _tables.Add(view);
    }

    /// <summary>The columns of a query. A query that is not understood leaves what it makes open.</summary>
    private void Query(DdlTable table, List<string> names, SqlToken at)
    {
        var columns = SqlChecker.Columns(_cursor, Model(new SqlCatalogKey(IsSqlite, false, ""), true), out var obstacle);
        if (columns is null)
        {
            table.IsOpen = true;
            Note(obstacle.Token.Length > 0 ? obstacle.Token : at, $"the columns of '{table.Name}' are not all known: {obstacle.Message}");
        }
        for (var i = 0; columns is not null && i < columns.Count; i++)
        {
            var name = i < names.Count ? names[i] : columns[i].Name;
            if (name is null)
                table.IsOpen = true;
            else
                table.Columns.Add(new SqlColumnModel(name, columns[i].Type.Form == SqlTypeForm.Literal ? SqlTypes.Text : columns[i].Type, columns[i].Null));
        }
    }

    private void CreateVirtualTable()
    {
        _cursor.Accept("table");
        IfNotExists();
        if (Name() is not var (schema, name))
            return;
        // What columns there are is the module's affair.
        _tables.Add(new DdlTable(schema, name) { IsOpen = true, HasRowid = true });
    }
}
