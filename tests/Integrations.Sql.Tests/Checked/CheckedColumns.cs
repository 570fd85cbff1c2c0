using Integrations.Tests.Shared;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Integrations.Sql.Tests.Checked;

/// <summary>Whether a method of the set can read what PostgreSQL says that its statement gives; what C# types it maps is docs/sql.md.</summary>
internal static class CheckedColumns
{
    private static readonly HashSet<string> Lists = ["List", "IReadOnlyList", "IAsyncEnumerable"];

    /// <summary>What does not fit; null where all does.</summary>
    public static string? Misfit(CheckedSet set, CheckedMethod method, IReadOnlyList<(string Name, string Type)> columns)
    {
        if (method.Result is not GenericNameSyntax task)
            return null;
        var row = task.TypeArgumentList.Arguments[0];
        if (columns.Count == 0)
            return row.ToString() == "int" ? null : "there are no rows";
        if (row is GenericNameSyntax list && Lists.Contains(list.Identifier.Text))
            row = list.TypeArgumentList.Arguments[0];
        else if (row is ArrayTypeSyntax array && array.ElementType.ToString() != "byte")
            row = array.ElementType;
        if (row is NullableTypeSyntax optional)
            row = optional.ElementType;
        if (row is TupleTypeSyntax tuple)
        {
            if (tuple.Elements.Count != columns.Count)
                return $"{columns.Count} columns for {tuple.Elements.Count}";
            return columns.Select((c, i) => One(set, method.File, c, tuple.Elements[i].Type)).FirstOrDefault(static m => m is not null);
        }
        if (row is IdentifierNameSyntax name && set.Type(method.File, name.Identifier.Text) is TypeDeclarationSyntax type)
            return Members(set, method.File, "", type, columns);
        return columns.Count != 1 ? $"{columns.Count} columns for one value" : One(set, method.File, columns[0], row);
    }

    private static string? Members(CheckedSet set, string file, string prefix, TypeDeclarationSyntax type, IReadOnlyList<(string Name, string Type)> columns)
    {
        foreach (var (name, written, isRequired) in CheckedSet.Members(type))
        {
            var plain = written is NullableTypeSyntax nullable ? nullable.ElementType : written;
            var key = prefix + CheckedSet.Key(name);
            if (plain is IdentifierNameSyntax inner && set.Type(file, inner.Identifier.Text) is TypeDeclarationSyntax nested)
            {
                if (Members(set, file, key, nested, columns) is { } misfit)
                    return misfit;
                continue;
            }
            var found = columns.Where(c => CheckedSet.Key(c.Name) == key).ToList();
            if (found.Count == 0 && isRequired)
                return "no column for " + name;
            if (found.Count > 0 && One(set, file, found[0], written) is { } wrong)
                return wrong;
        }
        return null;
    }

    private static string? One(CheckedSet set, string file, (string Name, string Type) column, TypeSyntax type)
    {
        var plain = type is NullableTypeSyntax nullable ? nullable.ElementType : type;
        string[] fitting = set.Type(file, plain.ToString()) is EnumDeclarationSyntax ? ["public.mpaa_rating", "public.order_state", "text"] : plain.ToString() switch
        {
            "bool" => ["boolean"],
            "short" => ["smallint"],
            "int" => ["integer", "smallint"],
            "long" => ["bigint", "integer"],
            "decimal" => ["numeric"],
            "float" => ["real"],
            "double" => ["double precision", "real"],
            "string" => ["text", "character varying", "character", "name", "\"char\""],
            "Guid" => ["uuid"],
            "DateTimeOffset" => ["timestamp with time zone"],
            "DateTime" => ["timestamp without time zone", "timestamp with time zone"],
            "DateOnly" => ["date"],
            "TimeOnly" => ["time without time zone"],
            "TimeSpan" => ["interval"],
            "byte[]" => ["bytea"],
            "JsonElement" or "JsonDocument" => ["jsonb", "json"],
            "string[]" => ["text[]"],
            "int[]" => ["integer[]"],
            "decimal[]" => ["numeric[]"],
            "IPAddress" => ["inet"],
            _ => [],
        };
        var name = column.Type.Split('(')[0];
        return fitting.Contains(name) ? null : $"{column.Name} is {column.Type}, read as {type}";
    }
}
