using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql.Checking;

/// <summary>A value as it is known: its type, whether it may be NULL, and what it is made of.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Null">Whether it may be NULL.</param>
/// <param name="Parameter">The argument, where it is a parameter itself.</param>
/// <param name="Text">The text of a literal.</param>
internal readonly record struct SqlValue(SqlTypeModel Type, SqlNullness Null, SqlScalarModel? Parameter = null, string? Text = null)
{
    public static SqlValue Unknown { get; } = new(SqlTypes.Unknown, SqlNullness.Unknown);
}

/// <summary>A column that a query gives.</summary>
/// <param name="Name">Its name; null where the engine's choice is not known.</param>
/// <param name="Value">What it is.</param>
/// <param name="At">Where it is written.</param>
internal sealed record SqlOutput(string? Name, SqlValue Value, SqlToken At)
{
    public SqlTypeModel Type => Value.Type;

    public SqlNullness Null => Value.Null;
}

/// <summary>A table of a FROM, as it is seen there.</summary>
internal sealed class SqlRelation(string alias, IReadOnlyList<SqlColumnModel> columns)
{
    public string Alias => alias;

    public string Schema { get; set; } = "";

    public IReadOnlyList<SqlColumnModel> Columns => columns;

    /// <summary>Whether it may have columns that are not known.</summary>
    public bool IsOpen { get; set; }

    public bool HasRowid { get; set; }

    /// <summary>Whether it is seen by its alias only, as <c>excluded</c> is.</summary>
    public bool IsQualifiedOnly { get; set; }

    /// <summary>Whether an outer join may leave its row away.</summary>
    public bool IsExtended { get; set; }

    /// <summary>Whether a condition holds only where its row is there.</summary>
    public bool IsPresent { get; set; }

    /// <summary>The columns that a condition proves not to be NULL.</summary>
    public HashSet<string> Proved { get; set; } = new(StringComparer.Ordinal);

    /// <summary>The columns that USING or NATURAL has merged with others.</summary>
    public HashSet<string> Merged { get; } = new(StringComparer.Ordinal);

    /// <summary>What holds where its row is there.</summary>
    public SqlExpr? On { get; set; }

    public SqlColumnModel? Find(string name)
    {
        foreach (var column in columns)
        {
            if (column.Name == name)
                return column;
        }
        return null;
    }

    public SqlValue Value(SqlColumnModel column) => new(
        column.Type,
        IsExtended && !IsPresent ? SqlNullness.MayBeNull : Proved.Contains(column.Name) ? SqlNullness.NotNull : column.Null);
}

/// <summary>What names mean at a place.</summary>
internal sealed class SqlScope(SqlScope? parent, SqlCommonTables? common)
{
    public SqlScope? Parent => parent;

    public SqlCommonTables? Common => common;

    public List<SqlRelation> Relations { get; } = [];

    /// <summary>Columns that USING has merged: name, value, and which relation it comes from.</summary>
    public List<(string Name, SqlRelation Source, SqlRelation? Other)> Merged { get; } = [];

    /// <summary>The aliases of the select list, which GROUP BY and ORDER BY see.</summary>
    public List<SqlOutput>? Outputs { get; set; }

    public bool PrefersOutputs { get; set; }

    public bool IsGrouped { get; set; }

    public bool HasAggregate { get; set; }

    /// <summary>The windows that are named.</summary>
    public List<(string Name, SqlWindow Window)> Windows { get; set; } = [];

    /// <summary>What conditions have proved until now, to be restored.</summary>
    public List<(SqlRelation Relation, HashSet<string> Proved, bool IsPresent)> Save()
    {
        var saved = new List<(SqlRelation, HashSet<string>, bool)>();
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            foreach (var relation in scope.Relations)
                saved.Add((relation, new HashSet<string>(relation.Proved, StringComparer.Ordinal), relation.IsPresent));
        }
        return saved;
    }

    public static void Restore(List<(SqlRelation Relation, HashSet<string> Proved, bool IsPresent)> saved)
    {
        foreach (var (relation, proved, isPresent) in saved)
            (relation.Proved, relation.IsPresent) = (proved, isPresent);
    }
}

/// <summary>The queries of a WITH that are seen at a place.</summary>
internal sealed class SqlCommonTables(SqlCommonTables? parent, string name, IReadOnlyList<SqlColumnModel>? columns)
{
    /// <summary>The columns; null where they are not known.</summary>
    public static bool Find(SqlCommonTables? from, string name, out IReadOnlyList<SqlColumnModel>? columns)
    {
        for (var current = from; current is not null; current = current.Parent)
        {
            if (current.Name == name)
            {
                columns = current.Columns;
                return true;
            }
        }
        columns = null;
        return false;
    }

    private SqlCommonTables? Parent => parent;

    private string Name => name;

    private IReadOnlyList<SqlColumnModel>? Columns => columns;
}
