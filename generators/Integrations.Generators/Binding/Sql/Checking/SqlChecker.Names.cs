using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql.Checking;

/// <summary>What names mean.</summary>
internal sealed partial class SqlChecker
{
    private static readonly HashSet<string> SystemColumns = new(StringComparer.Ordinal) { "ctid", "xmin", "xmax", "cmin", "cmax", "tableoid" };

    private SqlValue Name(SqlNameExpr name, SqlScope scope)
    {
        if (name.IsStar)
        {
            if (name.Parts.Count > 1 && FindRelation(name.Parts[name.Parts.Count - 2], scope) is null)
                NoRelation(name.Parts[name.Parts.Count - 2], name.Tokens[name.Parts.Count - 2], scope);
            return SqlValue.Unknown;
        }
        return name.Parts.Count == 1 ? Plain(name, scope) : Qualified(name, scope);
    }

    private SqlValue Plain(SqlNameExpr name, SqlScope scope)
    {
        var text = name.Parts[0];
        for (var current = scope; current is not null; current = current.Parent)
        {
            if (current.PrefersOutputs && Output(text, current) is { } output)
                return output;
            var merged = current.Merged.FindIndex(m => m.Name == text);
            if (merged >= 0)
                return MergedValue(text, current.Merged[merged].Source, current.Merged[merged].Other);
            var found = current.Relations.FindAll(r => !r.IsQualifiedOnly && !r.Merged.Contains(text) && r.Find(text) is not null);
            if (found.Count > 1 || (found.Count == 1 && !IsSqlite && IsDouble(found[0], text)))
            {
                Report(SqlDescriptors.Ambiguous.Id, name.At, found.Count == 1 ? $"'{found[0].Alias}' has two columns '{text}'" : $"'{text}' may be a column of {string.Join(" or ", found.Select(static r => r.Alias))}; write which");
                return SqlValue.Unknown;
            }
            if (found.Count == 1)
                return found[0].Value(found[0].Find(text)!);
            if (!current.PrefersOutputs && Output(text, current) is { } later)
                return later;
            if (current.Relations.Exists(static r => r.IsOpen))
                return SqlValue.Unknown;
            if (IsSqlite && text is "rowid" or "oid" or "_rowid_" && current.Relations.Exists(static r => r.HasRowid))
                return new SqlValue(SqlTypes.Int8, current.Relations.Exists(static r => r.IsExtended) ? SqlNullness.Unknown : SqlNullness.NotNull);
            if (!IsSqlite && SystemColumns.Contains(text) && current.Relations.Count > 0)
                return SqlValue.Unknown;
            // A whole row.
            if (!IsSqlite && current.Relations.Find(r => r.Alias == text) is { } row)
                return new SqlValue(new SqlTypeModel(SqlTypeForm.Composite, row.Alias), SqlNullness.Unknown);
        }
        Report(SqlDescriptors.NoColumn.Id, name.At, $"there is no column '{text}' here{SqlNear.Hint(text, Visible(scope))}");
        return SqlValue.Unknown;
    }

    private SqlValue Qualified(SqlNameExpr name, SqlScope scope)
    {
        var count = name.Parts.Count;
        var (table, text) = (name.Parts[count - 2], name.Parts[count - 1]);
        if (FindRelation(table, scope) is not { } relation)
        {
            NoRelation(table, name.Tokens[count - 2], scope);
            return SqlValue.Unknown;
        }
        if (!IsSqlite && IsDouble(relation, text))
            Report(SqlDescriptors.Ambiguous.Id, name.At, $"'{table}' has two columns '{text}'");
        if (relation.Find(text) is { } column)
            return relation.Value(column);
        if (relation.IsOpen || (!IsSqlite && SystemColumns.Contains(text)))
            return SqlValue.Unknown;
        if (IsSqlite && text is "rowid" or "oid" or "_rowid_" && relation.HasRowid)
            return new SqlValue(SqlTypes.Int8, relation.IsExtended && !relation.IsPresent ? SqlNullness.MayBeNull : SqlNullness.NotNull);
        Report(SqlDescriptors.NoColumn.Id, name.At, $"'{table}' has no column '{text}'{SqlNear.Hint(text, relation.Columns.Select(static c => c.Name))}");
        return SqlValue.Unknown;
    }

    private static bool IsDouble(SqlRelation relation, string name) => relation.Columns.Count(c => c.Name == name) > 1;

    private static SqlValue? Output(string name, SqlScope scope) =>
        scope.Outputs?.Find(o => o.Name == name) is { } output ? output.Value with { Parameter = null, Text = null } : null;

    private static SqlRelation? FindRelation(string alias, SqlScope scope)
    {
        for (var current = scope; current is not null; current = current.Parent)
        {
            if (current.Relations.Find(r => r.Alias == alias) is { } found)
                return found;
        }
        return null;
    }

    private static (SqlRelation Relation, SqlColumnModel Column)? FindColumn(SqlNameExpr name, SqlScope scope)
    {
        var text = name.Parts[name.Parts.Count - 1];
        if (name.Parts.Count > 1)
            return FindRelation(name.Parts[name.Parts.Count - 2], scope) is { } relation && relation.Find(text) is { } column ? (relation, column) : null;
        var merged = scope.Merged.FindIndex(m => m.Name == text);
        if (merged >= 0)
            return scope.Merged[merged].Source.Find(text) is { } own ? (scope.Merged[merged].Source, own) : null;
        var found = scope.Relations.FindAll(r => !r.IsQualifiedOnly && r.Find(text) is not null);
        return found.Count == 1 ? (found[0], found[0].Find(text)!) : null;
    }

    private void NoRelation(string name, SqlToken at, SqlScope scope)
    {
        var aliases = new List<string>();
        for (var current = scope; current is not null; current = current.Parent)
        {
            // A part of the tree that is not understood may have given the name.
            if (current.Relations.Exists(static r => r is { IsOpen: true, Alias: "" }))
                return;
            aliases.AddRange(current.Relations.Select(static r => r.Alias).Where(static a => a.Length > 0));
        }
        Report(SqlDescriptors.NoColumn.Id, at, $"'{name}' is no table or alias of this query{SqlNear.Hint(name, aliases)}");
    }

    private static IEnumerable<string> Visible(SqlScope scope)
    {
        for (var current = scope; current is not null; current = current.Parent!)
        {
            foreach (var relation in current.Relations)
            {
                foreach (var column in relation.Columns)
                    yield return column.Name;
            }
            if (current.Parent is null)
                yield break;
        }
    }
}
