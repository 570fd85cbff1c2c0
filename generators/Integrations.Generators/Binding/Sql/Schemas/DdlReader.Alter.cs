using Integrations.Generators.Binding.Sql.Checking;
using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql.Schemas;

/// <summary><c>ALTER</c> and <c>DROP</c>.</summary>
internal sealed partial class DdlReader
{
    private void Alter()
    {
        var what = _cursor.Peek();
        _cursor.At++;
        if (what == "materialized")
            _cursor.Accept("view");
        if (what is "table" or "view" or "materialized" or "foreign")
        {
            _cursor.Accept("table");
            AlterTable();
        }
        else if (what == "type")
        {
            AlterType();
        }
    }

    private void AlterTable()
    {
        IfExists();
        _cursor.Accept("only");
        var name = Name();
        _cursor.Accept("*");
        if (Table(name) is not { } table)
            return;
        do
        {
            var at = _cursor.Current;
            if (!Action(table))
            {
                table.IsOpen = true;
                Note(at, $"this change of '{table.Name}' is not understood");
            }
            SkipItem();
        }
        while (_cursor.Accept(","));
    }

    private bool Action(DdlTable table)
    {
        if (_cursor.Accept("add"))
        {
            var key = new List<string>();
            if (!Constraint(key))
            {
                _cursor.Accept("column");
                IfNotExists();
                Column(table, key);
            }
            if (key.Count > 0)
                table.PrimaryKey(key, IsSqlite, !table.HasRowid);
            return true;
        }
        if (_cursor.Accept("drop"))
        {
            if (_cursor.Peek() == "constraint")
                return true;
            _cursor.Accept("column");
            IfExists();
            if (!_cursor.IsName())
                return false;
            var dropped = _cursor.Name(_cursor.Current);
            table.Columns.RemoveAll(c => c.Name == dropped);
            return true;
        }
        if (_cursor.Accept("rename"))
            return Rename(table);
        if (_cursor.Accept("alter"))
        {
            if (_cursor.Peek() == "constraint")
                return true;
            _cursor.Accept("column");
            if (!_cursor.IsName())
                return false;
            var column = _cursor.Name(_cursor.Current);
            _cursor.At++;
            return AlterColumn(table, column);
        }
        if (_cursor.Accept("set", "schema"))
        {
            if (Name() is var (_, schema))
                table.Schema = Home(schema);
            return true;
        }
        return _cursor.Peek() is "owner" or "enable" or "disable" or "force" or "no" or "validate" or "cluster" or "set" or "reset" or "replica" or "attach" or "detach" or "inherit" or "not";
    }

    private bool Rename(DdlTable table)
    {
        if (_cursor.Peek() == "constraint")
            return true;
        if (_cursor.Accept("to"))
        {
            if (Name() is not var (_, name))
                return false;
            table.Name = name;
            return true;
        }
        _cursor.Accept("column");
        if (!_cursor.IsName() || _cursor.Peek(1) != "to" || !_cursor.IsName(2))
            return false;
        var to = _cursor.Name(_cursor.Token(_cursor.At + 2));
        table.Change(_cursor.Name(_cursor.Current), c => c with { Name = to });
        return true;
    }

    private bool AlterColumn(DdlTable table, string column)
    {
        if (_cursor.Accept("set", "not", "null"))
            table.Change(column, static c => c with { Null = SqlNullness.NotNull });
        else if (_cursor.Accept("drop", "not", "null"))
            table.Change(column, static c => c with { Null = SqlNullness.MayBeNull });
        else if (_cursor.Is("set", "default"))
            table.Change(column, static c => c with { HasDefault = true });
        else if (_cursor.Is("drop", "default") || _cursor.Is("drop", "identity"))
            table.Change(column, static c => c with { HasDefault = false, IsGenerated = false });
        else if (_cursor.Is("drop", "expression"))
            table.Change(column, static c => c with { HasDefault = false, IsGenerated = false });
        else if (_cursor.Accept("add", "generated"))
        {
            var always = _cursor.Peek() == "always";
            table.Change(column, c => c with { HasDefault = true, IsGenerated = always });
        }
        else if (_cursor.Accept("type") || _cursor.Accept("set", "data", "type"))
        {
            if (SqlTypeNameReader.Read(_cursor, this, false, out _) is not { } type)
                return false;
            table.Change(column, c => c with { Type = type });
        }
        else
        {
            return _cursor.Peek() is "set" or "reset" or "restart";
        }
        return true;
    }

    private void AlterType()
    {
        if (Name() is not var (schema, name) || _types.FindIndex(t => t.Name == name && t.Schema == schema) is not (>= 0 and var index))
            return;
        var type = _types[index];
        if (_cursor.Accept("add", "value"))
        {
            IfNotExists();
            if (_cursor.String(_cursor.Current) is { } label)
                _types[index] = type with { Labels = EquatableArray.From(type.Labels.Append(label)) };
        }
        else if (_cursor.Accept("rename", "value") && _cursor.String(_cursor.Current) is { } from)
        {
            _cursor.At++;
            if (_cursor.Accept("to") && _cursor.String(_cursor.Current) is { } to)
                _types[index] = type with { Labels = EquatableArray.From(type.Labels.Select(l => l == from ? to : l)) };
        }
        else if (_cursor.Accept("rename", "to") && Name() is var (_, renamed))
        {
            RenameType(index, renamed);
        }
    }

    private void RenameType(int index, string name)
    {
        var old = _types[index].Type;
        var type = old.Form is SqlTypeForm.Enum or SqlTypeForm.Composite or SqlTypeForm.Other ? old with { Name = name } : old;
        _types[index] = _types[index] with { Name = name, Type = type };
        foreach (var table in _tables)
        {
            for (var i = 0; i < table.Columns.Count; i++)
            {
                if (table.Columns[i].Type == old)
                    table.Columns[i] = table.Columns[i] with { Type = type };
            }
        }
    }

    private void Drop()
    {
        var what = _cursor.Peek();
        _cursor.At++;
        if (what == "materialized")
            _cursor.Accept("view");
        if (what == "foreign")
            _cursor.Accept("table");
        IfExists();
        do
        {
            if (Name() is not var (schema, name))
                return;
            if (what is "table" or "view" or "materialized" or "foreign")
                _tables.RemoveAll(t => t.Name == name && t.Schema == schema);
            else if (what is "type" or "domain")
                _types.RemoveAll(t => t.Name == name && t.Schema == schema);
            else if (what == "function" && _cursor.Peek() == "(")
                _cursor.At = _cursor.AfterClosing(_cursor.At);
            else if (what == "schema")
                _tables.RemoveAll(t => t.Schema == name && name.Length > 0);
        }
        while (_cursor.Accept(","));
    }
}
