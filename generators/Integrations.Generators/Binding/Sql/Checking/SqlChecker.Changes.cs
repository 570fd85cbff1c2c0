using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql.Checking;

/// <summary><c>INSERT</c>, <c>UPDATE</c> and <c>DELETE</c>.</summary>
internal sealed partial class SqlChecker
{
    private List<SqlOutput>? Insert(SqlInsert insert, SqlScope? parent, SqlCommonTables? common)
    {
        var table = FindTable(insert.Schema, insert.Table, insert.TableAt);
        var columns = Targets(insert, table);
        if (insert.Source is not null)
            Values(insert, table, columns, parent, common);
        if (table is { IsOpen: false, IsView: false })
            LeftOut(insert, table, columns);
        var scope = new SqlScope(parent, common);
        scope.Relations.Add(Target(table, insert.Alias ?? insert.Table));
        foreach (var conflict in insert.Conflicts)
            Conflict(conflict, table, scope);
        return insert.Returning.Count == 0 ? [] : Items(insert.Returning, Returning(scope, table));
    }

    private SqlScope Returning(SqlScope scope, SqlTableModel? table)
    {
        if (IsSqlite)
            return scope;
        foreach (var name in (string[])["old", "new"])
        {
            if (!scope.Relations.Exists(r => r.Alias == name))
                scope.Relations.Add(new SqlRelation(name, table?.Columns.Select(static c => c with { Null = SqlNullness.Unknown }).ToList() ?? []) { IsQualifiedOnly = true, IsOpen = table is null or { IsOpen: true } });
        }
        return scope;
    }

    private static SqlRelation Target(SqlTableModel? table, string alias) =>
        new(alias, table?.Columns.ToList() ?? []) { IsOpen = table is null or { IsOpen: true }, HasRowid = table is { HasRowid: true } };

    /// <summary>The columns that are written, in order; null for one that is not known.</summary>
    private List<SqlColumnModel?>? Targets(SqlInsert insert, SqlTableModel? table)
    {
        if (table is null)
            return null;
        if (insert.Columns.Count == 0)
            return table.IsOpen ? null : table.Columns.Where(c => !IsSqlite || !c.IsGenerated).Select(static c => (SqlColumnModel?)c).ToList();
        var columns = new List<SqlColumnModel?>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, at) in insert.Columns)
        {
            if (!seen.Add(name))
                Report(SqlDescriptors.Ambiguous.Id, at, $"'{name}' is given twice");
            columns.Add(Column(table, name, at));
        }
        return columns;
    }

    private SqlColumnModel? Column(SqlTableModel table, string name, SqlToken at)
    {
        foreach (var column in table.Columns)
        {
            if (column.Name == name)
                return column;
        }
        if (IsSqlite && table.HasRowid && name is "rowid" or "oid" or "_rowid_")
            return null;
        if (!table.IsOpen)
            Report(SqlDescriptors.NoColumn.Id, at, $"'{table.Name}' has no column '{name}'{SqlNear.Hint(name, table.Columns.Select(static c => c.Name))}");
        return null;
    }

    private void Values(SqlInsert insert, SqlTableModel? table, List<SqlColumnModel?>? columns, SqlScope? parent, SqlCommonTables? common)
    {
        if (insert.Source is { With.Count: 0, OrderBy.Count: 0, Limits.Count: 0, Body: SqlValuesBody values })
        {
            var scope = new SqlScope(parent, common);
            foreach (var (at, items) in values.Rows)
            {
                var row = items.ConvertAll(i => Expr(i, scope));
                Count(insert, columns, row.Count, row.Count > 0 && columns is not null && row.Count > columns.Count ? items[columns.Count].Begin : at);
                for (var i = 0; columns is not null && i < Math.Min(row.Count, columns.Count); i++)
                    Assign(columns[i], row[i], items[i], items[i].Begin, table, insert.Overrides);
            }
            return;
        }
        var outputs = Query(insert.Source!, parent, common);
        if (outputs is null)
            return;
        Count(insert, columns, outputs.Count, columns is not null && outputs.Count > columns.Count ? outputs[columns.Count].At : insert.Source!.At);
        for (var i = 0; columns is not null && i < Math.Min(outputs.Count, columns.Count); i++)
            Assign(columns[i], outputs[i].Value, null, outputs[i].At, table, insert.Overrides);
    }

    private void Count(SqlInsert insert, List<SqlColumnModel?>? columns, int count, SqlToken at)
    {
        var wanted = insert.Columns.Count > 0 ? insert.Columns.Count : columns?.Count;
        // Of a table's own columns the last ones may be left out; of SQLite's none.
        if (wanted is not { } number || count == number || (insert.Columns.Count == 0 && count < number && !IsSqlite))
            return;
        if (count < insert.Columns.Count)
            at = insert.Columns[count].At;
        Report(SqlDescriptors.Counts.Id, at, $"there {(number == 1 ? "is 1 column" : $"are {number} columns")} and {count} value{(count == 1 ? "" : "s")}");
    }

    private void LeftOut(SqlInsert insert, SqlTableModel table, List<SqlColumnModel?>? columns)
    {
        if (columns is null)
            return;
        var count = insert.Columns.Count > 0 ? int.MaxValue : insert.Source is { Body: SqlValuesBody values } ? values.Rows[0].Items.Count : insert.IsDefault ? 0 : int.MaxValue;
        var missing = new List<string>();
        foreach (var column in table.Columns)
        {
            var index = columns.FindIndex(c => c?.Name == column.Name);
            if (column is { Null: SqlNullness.NotNull, HasDefault: false } && (index < 0 || index >= count))
                missing.Add(column.Name);
        }
        if (missing.Count > 0)
            Report(SqlDescriptors.Nullability.Id, insert.TableAt, $"'{string.Join("', '", missing)}' must not be NULL and ha{(missing.Count == 1 ? "s" : "ve")} no default, so the insert needs {(missing.Count == 1 ? "it" : "them")}");
    }

    /// <summary>Whether a value can be written into a column.</summary>
    private void Assign(SqlColumnModel? column, SqlValue value, SqlExpr? expr, SqlToken at, SqlTableModel? table, bool overrides = false)
    {
        if (column is null || expr is SqlLiteralExpr { Kind: SqlLiteralKind.Default })
            return;
        if (column.IsGenerated && !overrides)
        {
            Mismatch(at, $"'{column.Name}' is generated, and no value can be written into it");
            return;
        }
        if (IsSqlite)
        {
            if (value.Parameter is { } parameter && SqlScalarTypes.SqliteObstacle(parameter, column.Type, table is { IsStrict: true }) is { } obstacle)
                Mismatch(at, $"'{column.Name}': {obstacle}");
        }
        else
        {
            BadLiteral(value, column.Type, at);
            if (BadEnum(value, column.Type, at))
                return;
            if (!SqlCasts.IsAssignable(value.Type, column.Type))
            {
                Mismatch(at, $"'{column.Name}' is {SqlTypes.Show(column.Type)}, and the value is {SqlTypes.Show(value.Type)}{(value.Parameter is { } p ? $" ('{SqlScalarTypes.Show(p)}')" : "")}; cast it, or give another type");
                return;
            }
        }
        // An integer key of SQLite takes NULL for "choose one".
        if (column.Null == SqlNullness.NotNull && value.Null == SqlNullness.MayBeNull && !(IsSqlite && column.HasDefault && column.Type.Declared == "integer"))
            Report(SqlDescriptors.Nullability.Id, at, $"'{column.Name}' must not be NULL, and the value {(expr is SqlLiteralExpr ? "is" : "may be")}");
    }

    private void Conflict(SqlConflict conflict, SqlTableModel? table, SqlScope scope)
    {
        foreach (var target in conflict.Target)
            Expr(target, scope);
        if (conflict.TargetWhere is not null)
            Truth(conflict.TargetWhere, scope, "WHERE");
        if (conflict.Set.Count == 0)
            return;
        var inner = new SqlScope(scope.Parent, scope.Common);
        inner.Relations.AddRange(scope.Relations);
        inner.Relations.Add(new SqlRelation("excluded", table?.Columns.ToList() ?? []) { IsQualifiedOnly = IsSqlite, IsOpen = table is null or { IsOpen: true } });
        Assignments(conflict.Set, table, inner);
        if (conflict.Where is not null)
            Truth(conflict.Where, inner, "WHERE");
    }

    private void Assignments(List<SqlAssignment> assignments, SqlTableModel? table, SqlScope scope)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var assignment in assignments)
        {
            foreach (var (name, at) in assignment.Columns)
            {
                if (!seen.Add(name) && !assignment.IsPart && !IsSqlite)
                    Report(SqlDescriptors.Ambiguous.Id, at, $"'{name}' is set twice");
            }
            var columns = assignment.Columns.ConvertAll(c => table is null ? null : Column(table, c.Name, c.At));
            if (assignment.Query is not null)
            {
                var outputs = Query(assignment.Query, scope, scope.Common);
                if (outputs is not null && outputs.Count != columns.Count)
                    Report(SqlDescriptors.Counts.Id, assignment.Open, $"{columns.Count} columns are set, and the subquery gives {outputs.Count}");
                for (var i = 0; outputs is not null && i < Math.Min(outputs.Count, columns.Count); i++)
                    Assign(columns[i], outputs[i].Value with { Null = SqlNullness.Unknown }, null, outputs[i].At, table);
                continue;
            }
            var values = assignment.Values.ConvertAll(v => Expr(v, scope));
            if (values.Count > 0 && values.Count != columns.Count)
                Report(SqlDescriptors.Counts.Id, values.Count > columns.Count ? assignment.Values[columns.Count].Begin : values.Count < columns.Count ? assignment.Columns[values.Count].At : assignment.At, $"{columns.Count} columns are set, and there {(values.Count == 1 ? "is 1 value" : $"are {values.Count} values")}");
            for (var i = 0; !assignment.IsPart && i < Math.Min(values.Count, columns.Count); i++)
                Assign(columns[i], values[i], assignment.Values[i], assignment.Values[i].Begin, table);
        }
    }

    private List<SqlOutput>? Change(SqlChange change, SqlScope? parent, SqlCommonTables? common)
    {
        var table = FindTable(change.Schema, change.Table, change.TableAt);
        var scope = new SqlScope(parent, common);
        scope.Relations.Add(Target(table, change.Alias ?? change.Table));
        if (change.From.Count > 0)
            From(change.From, scope);
        Condition(change.Where, scope);
        Assignments(change.Set, table, scope);
        foreach (var extra in change.Extra)
            Expr(extra, scope);
        // What was proved of a column holds of it as it was, not as it is set.
        foreach (var assignment in change.Set)
        {
            foreach (var (name, _) in assignment.Columns)
                scope.Relations[0].Proved.Remove(name);
        }
        return change.Returning.Count == 0 ? [] : Items(change.Returning, Returning(scope, table));
    }
}
