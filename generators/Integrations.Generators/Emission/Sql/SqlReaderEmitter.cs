using System.Globalization;
using Integrations.Generators.Binding.Sql;
using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Sql;

/// <summary>Writes how a row is read: by ordinal, with the driver's own methods.</summary>
internal sealed class SqlReaderEmitter(SqlEnums enums, bool isPostgres)
{
    private const string Json = "global::Integrations.Sql.SqlJson.";

    private readonly string _reader = isPostgres ? "p" : "s";
    private int _next;

    /// <summary>The expression that reads a row.</summary>
    public string Row(SqlRowModel row)
    {
        _next = 0;
        if (row.Scalar is { } scalar)
            return Scalar(scalar, "0");
        if (row.Tuple is { } tuple)
            return "(" + string.Join(", ", tuple.Select((item, i) => Scalar(item, i.ToString(CultureInfo.InvariantCulture)))) + ")";
        return Object(row.Object!);
    }

    private string Object(SqlObjectModel model)
    {
        var first = _next;
        var arguments = new List<string>();
        var properties = new List<string>();
        foreach (var member in model.Members)
        {
            var value = member.Object is { } nested ? Object(nested) : Scalar(member.Scalar!, $"m[{_next++.ToString(CultureInfo.InvariantCulture)}]");
            if (member.IsArgument)
                arguments.Add($"{member.Name}: {value}");
            else
                properties.Add($"{member.Name} = {value}");
        }
        var made = $"new {model.Type}({string.Join(", ", arguments)})" + (properties.Count == 0 ? "" : $" {{ {string.Join(", ", properties)} }}");
        if (!model.IsNullable)
            return made;
        var absent = string.Join(" && ", Enumerable.Range(first, _next - first).Select(i => $"{_reader}.IsDBNull(m[{i.ToString(CultureInfo.InvariantCulture)}])"));
        return $"({absent} ? ({model.Type}?)null : {made})";
    }

    private string Scalar(SqlScalarModel scalar, string at)
    {
        var value = isPostgres ? Postgres(scalar, at) : Sqlite(scalar, at);
        return scalar.IsNullable ? $"({_reader}.IsDBNull({at}) ? ({scalar.Type}?)null : {value})" : value;
    }

    private string Postgres(SqlScalarModel scalar, string at) => scalar.Kind switch
    {
        SqlScalarKind.Boolean => $"p.GetBoolean({at})",
        SqlScalarKind.SByte or SqlScalarKind.Byte => $"checked(({scalar.Type})p.GetInt16({at}))",
        SqlScalarKind.Int16 => $"p.GetInt16({at})",
        SqlScalarKind.UInt16 => $"checked((ushort)p.GetInt32({at}))",
        SqlScalarKind.Int32 => $"p.GetInt32({at})",
        SqlScalarKind.UInt32 => $"checked((uint)p.GetInt64({at}))",
        SqlScalarKind.Int64 => $"p.GetInt64({at})",
        SqlScalarKind.UInt64 => $"decimal.ToUInt64(p.GetDecimal({at}))",
        SqlScalarKind.Array => $"p.GetFieldValue<{(scalar.Type.StartsWith("global::System.Collections.Generic.IReadOnlyList", StringComparison.Ordinal) ? scalar.Element!.Type + "[]" : scalar.Type)}>({at})",
        SqlScalarKind.DateTimeOffset or SqlScalarKind.TimeSpan or SqlScalarKind.Driver => $"p.GetFieldValue<{scalar.Type}>({at})",
        _ => Common(scalar, at),
    };

    private string Sqlite(SqlScalarModel scalar, string at) => scalar.Kind switch
    {
        SqlScalarKind.Boolean => $"s.GetBoolean({at})",
        SqlScalarKind.SByte or SqlScalarKind.Byte or SqlScalarKind.UInt16 or SqlScalarKind.UInt32 or SqlScalarKind.UInt64 or SqlScalarKind.Int16 or SqlScalarKind.Int32 => $"checked(({scalar.Type})s.GetInt64({at}))",
        SqlScalarKind.Int64 => $"s.GetInt64({at})",
        SqlScalarKind.DateTimeOffset => $"s.GetDateTimeOffset({at})",
        SqlScalarKind.TimeSpan => $"s.GetTimeSpan({at})",
        SqlScalarKind.Array => $"{Json}{(scalar.Type.StartsWith("global::System.Collections.Generic.List", StringComparison.Ordinal) ? "List" : "Items")}<{scalar.Element!.Type}>(s.GetString({at}))",
        SqlScalarKind.Driver => "throw new global::System.NotSupportedException(\"SQLite has no such type.\")",
        _ => Common(scalar, at),
    };

    private string Common(SqlScalarModel scalar, string at) => scalar.Kind switch
    {
        SqlScalarKind.Single => $"{_reader}.GetFloat({at})",
        SqlScalarKind.Double => $"{_reader}.GetDouble({at})",
        SqlScalarKind.Decimal => $"{_reader}.GetDecimal({at})",
        SqlScalarKind.String => $"{_reader}.GetString({at})",
        SqlScalarKind.Char => $"{_reader}.GetString({at})[0]",
        SqlScalarKind.Guid => $"{_reader}.GetGuid({at})",
        SqlScalarKind.DateTime => $"{_reader}.GetDateTime({at})",
        SqlScalarKind.JsonElement => $"{Json}Element({_reader}.GetString({at}))",
        SqlScalarKind.JsonDocument => $"global::System.Text.Json.JsonDocument.Parse({_reader}.GetString({at}))",
        SqlScalarKind.JsonModel => $"global::Integrations.Json.JsonModel.Parse<{scalar.Type}>({_reader}.GetString({at}))",
        SqlScalarKind.Enum => $"{enums.Read(scalar)}({_reader}.GetString({at}))",
        _ => $"{_reader}.GetFieldValue<{scalar.Type}>({at})",
    };
}
