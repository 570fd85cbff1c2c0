using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Sql;

/// <summary>Writes the members of a partial type that a statement's columns make.</summary>
internal static class SqlRowEmitter
{
    /// <summary>The text of the file.</summary>
    public static string Emit(SqlEmittedRow row)
    {
        var writer = EmittedFile.Begin("the columns of " + row.Type.Name, row.Type.Namespace);
        if (row.Type.Keyword.StartsWith("record", StringComparison.Ordinal))
            Record(writer, row);
        else
            Properties(writer, row);
        return writer.ToString();
    }

    private static void Record(CodeWriter writer, SqlEmittedRow row)
    {
        for (var i = 0; i < row.Members.Count; i++)
            writer.Line($"/// <param name=\"{row.Members[i].Name.TrimStart('@')}\">{CSharpText.Doc(Column(row, i))}</param>");
        var parameters = row.Members.Select(static m => $"{Type(m)} {m.Name}");
        writer.Line($"partial {row.Type.Keyword} {row.Type.Name}({string.Join(", ", parameters)});");
    }

    private static void Properties(CodeWriter writer, SqlEmittedRow row)
    {
        writer.Open($"partial {row.Type.Keyword} {row.Type.Name}");
        for (var i = 0; i < row.Members.Count; i++)
        {
            if (i > 0)
                writer.Line();
            Docs.Summary(writer, Column(row, i));
            writer.Line($"public required {Type(row.Members[i])} {row.Members[i].Name} {{ get; init; }}");
        }
        writer.Close();
    }

    private static string Type(SqlMemberModel member) => member.Scalar!.Type + (member.Scalar.IsNullable ? "?" : "");

    private static string Column(SqlEmittedRow row, int index) => $"The column {row.Columns[index]}.";
}
