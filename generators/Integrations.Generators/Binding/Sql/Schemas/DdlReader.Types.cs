using Integrations.Generators.Binding.Sql.Checking;
using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql.Schemas;

/// <summary>Types and functions.</summary>
internal sealed partial class DdlReader
{
    private void CreateType()
    {
        if (Name() is not var (schema, name))
            return;
        if (!_cursor.Accept("as"))
        {
            _types.Add(new SqlUserTypeModel(schema, name, new SqlTypeModel(SqlTypeForm.Other, name), [], false, []));
        }
        else if (_cursor.Accept("enum"))
        {
            var labels = new List<string>();
            for (; !_cursor.IsEnd; _cursor.At++)
            {
                if (_cursor.String(_cursor.Current) is { } label)
                    labels.Add(label);
            }
            _types.Add(new SqlUserTypeModel(schema, name, new SqlTypeModel(SqlTypeForm.Enum, name), EquatableArray.From(labels), false, []));
        }
        else if (_cursor.Accept("range"))
        {
            _types.Add(new SqlUserTypeModel(schema, name, new SqlTypeModel(SqlTypeForm.Range, name), [], false, []));
        }
        else if (_cursor.Accept("("))
        {
            _types.Add(new SqlUserTypeModel(schema, name, new SqlTypeModel(SqlTypeForm.Composite, name), [], false, EquatableArray.From(Fields())));
        }
    }

    /// <summary>Names and types up to the closing parenthesis.</summary>
    private List<SqlColumnModel> Fields()
    {
        var fields = new List<SqlColumnModel>();
        while (!_cursor.IsEnd && _cursor.Peek() != ")")
        {
            var begin = _cursor.At;
            if (_cursor.IsName())
            {
                var name = _cursor.Name(_cursor.Current);
                _cursor.At++;
                fields.Add(new SqlColumnModel(name, SqlTypeNameReader.Read(_cursor, this, IsSqlite, out _) ?? SqlTypes.Unknown, SqlNullness.Unknown));
            }
            SkipItem();
            if (!_cursor.Accept(",") && _cursor.At == begin)
                break;
        }
        _cursor.Accept(")");
        return fields;
    }

    private void CreateDomain()
    {
        if (Name() is not var (schema, name))
            return;
        _cursor.Accept("as");
        var type = SqlTypeNameReader.Read(_cursor, this, false, out var user) ?? SqlTypes.Unknown;
        var notNull = user?.NotNull ?? false;
        for (; !_cursor.IsEnd; _cursor.At++)
        {
            if (_cursor.Peek() == "(")
                _cursor.At = _cursor.AfterClosing(_cursor.At) - 1;
            else if (_cursor.Is("not", "null"))
                notNull = true;
        }
        _types.Add(new SqlUserTypeModel(schema, name, type, user?.Labels ?? [], notNull, user?.Fields ?? []));
    }

    private void CreateFunction()
    {
        if (Name() is not var (_, name))
            return;
        var outputs = new List<SqlColumnModel>();
        if (_cursor.Accept("("))
        {
            while (!_cursor.IsEnd && _cursor.Peek() != ")")
            {
                var begin = _cursor.At;
                var isOutput = _cursor.Peek() is "out" or "inout";
                if (isOutput)
                {
                    _cursor.At++;
                    var output = _cursor.IsName() ? _cursor.Name(_cursor.Current) : "";
                    _cursor.At++;
                    outputs.Add(new SqlColumnModel(output, SqlTypeNameReader.Read(_cursor, this, false, out _) ?? SqlTypes.Unknown, SqlNullness.Unknown));
                }
                SkipItem();
                if (!_cursor.Accept(",") && _cursor.At == begin)
                    break;
            }
            _cursor.Accept(")");
        }
        var result = SqlTypes.Unknown;
        EquatableArray<SqlColumnModel>? columns = outputs.Count > 0 ? EquatableArray.From(outputs) : default(EquatableArray<SqlColumnModel>?);
        if (_cursor.Accept("returns"))
        {
            if (_cursor.Accept("table", "("))
            {
                columns = EquatableArray.From(Fields());
            }
            else
            {
                result = SqlTypeNameReader.Read(_cursor, this, false, out var user) ?? result;
                if (user is { Fields.Count: > 0 })
                    columns = user.Fields;
            }
        }
        else if (outputs.Count == 1)
        {
            result = outputs[0].Type;
        }
        // Overloads of one name: what differs is not known.
        var others = _functions.RemoveAll(f => f.Name == name && f.Result != result);
        _functions.Add(new SqlFunctionModel(name, others > 0 || result.Name == "record" ? SqlTypes.Unknown : result, columns));
    }
}
