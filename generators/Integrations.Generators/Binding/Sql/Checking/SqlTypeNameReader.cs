using System.Globalization;
using Integrations.Generators.Binding.Sql.Schemas;
using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql.Checking;

/// <summary>Reads the name of a type: in a cast, or of a column.</summary>
internal static class SqlTypeNameReader
{
    /// <summary>Reads a type; null where none stands there, and the cursor is where it was.</summary>
    /// <param name="cursor">At its first word; afterwards behind it.</param>
    /// <param name="catalog">The types of the schema.</param>
    /// <param name="isSqlite">Whose SQL it is.</param>
    /// <param name="user">The type of the schema that it is, or null.</param>
    public static SqlTypeModel? Read(SqlCursor cursor, ISqlTypeSource catalog, bool isSqlite, out SqlUserTypeModel? user)
    {
        user = null;
        if (isSqlite)
            return Sqlite(cursor);
        cursor.Accept("setof");
        if (!cursor.IsName())
            return null;
        var (schema, name) = ("", cursor.Name(cursor.Current));
        var isQuoted = cursor.Kind() == SqlTokenKind.QuotedName;
        cursor.At++;
        if (cursor.Peek() == "." && cursor.IsName(1))
        {
            (schema, name) = (name, cursor.Name(cursor.Token(cursor.At + 1)));
            cursor.At += 2;
        }
        else if (!isQuoted)
        {
            name = Long(cursor, name);
        }
        if (cursor.Peek() == "(" && cursor.Kind(1) == SqlTokenKind.Number)
            cursor.At = cursor.AfterClosing(cursor.At);
        if (name is "time" or "timestamp" && schema.Length == 0 && cursor.Peek() is "with" or "without" && cursor.Is(cursor.Peek(), "time", "zone"))
        {
            name += " " + cursor.Peek() + " time zone";
            cursor.At += 3;
        }
        if (name == "interval")
            Fields(cursor);
        user = schema is "" or not "pg_catalog" ? catalog.FindType(schema, name) : null;
        var type = user?.Type ?? (isQuoted && name == "char" ? new SqlTypeModel(SqlTypeForm.Other, "char") : SqlTypes.Find(name)) ?? new SqlTypeModel(SqlTypeForm.Other, name);
        if (name == "float" && Precision(cursor) is > 0 and <= 24)
            type = SqlTypes.Base("float4");
        while (cursor.Peek() == "[")
        {
            cursor.At = cursor.AfterClosing(cursor.At);
            type = type.Form == SqlTypeForm.Array ? type : SqlTypes.Array(type);
        }
        if (cursor.Accept("array"))
        {
            type = SqlTypes.Array(type);
            if (cursor.Peek() == "[")
                cursor.At = cursor.AfterClosing(cursor.At);
        }
        if (type.Form == SqlTypeForm.Array)
            user = null;
        return type;
    }

    private static string Long(SqlCursor cursor, string name)
    {
        if (name == "national" && cursor.Peek() is "character" or "char")
        {
            cursor.At++;
            name = "national character";
        }
        if (name == "double" && cursor.Accept("precision"))
            return "double precision";
        return name is "character" or "char" or "national character" or "bit" && cursor.Accept("varying") ? (name == "char" ? "character" : name) + " varying" : name;
    }

    private static void Fields(SqlCursor cursor)
    {
        while (cursor.Peek() is "year" or "month" or "day" or "hour" or "minute" or "second")
        {
            cursor.At++;
            if (!cursor.Accept("to"))
                break;
        }
        if (cursor.Peek() == "(" && cursor.Kind(1) == SqlTokenKind.Number)
            cursor.At = cursor.AfterClosing(cursor.At);
    }

    private static int Precision(SqlCursor cursor)
    {
        for (var i = cursor.At - 1; i > 0 && i > cursor.At - 4; i--)
        {
            var token = cursor.Token(i);
            if (token.Kind == SqlTokenKind.Number && int.TryParse(cursor.Text(token), NumberStyles.None, CultureInfo.InvariantCulture, out var bits))
                return bits;
        }
        return 0;
    }

    private static SqlTypeModel? Sqlite(SqlCursor cursor)
    {
        if (!cursor.IsName())
            return null;
        var declared = "";
        while (cursor.IsName() && cursor.Peek() is not ("constraint" or "primary" or "not" or "null" or "unique" or "check" or "default" or "collate" or "references" or "generated" or "as"))
        {
            declared += (declared.Length == 0 ? "" : " ") + cursor.Name(cursor.Current);
            cursor.At++;
        }
        if (declared.Length == 0)
            return null;
        if (cursor.Peek() == "(" && cursor.Kind(1) is SqlTokenKind.Number or SqlTokenKind.Symbol)
            cursor.At = cursor.AfterClosing(cursor.At);
        return SqlTypes.Affinity(declared);
    }
}
