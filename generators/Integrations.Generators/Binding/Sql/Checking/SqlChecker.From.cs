using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql.Checking;

/// <summary>What stands in FROM, and how joins change what may be NULL.</summary>
internal sealed partial class SqlChecker
{
    private void From(List<SqlFrom> items, SqlScope scope)
    {
        foreach (var item in items)
        {
            var before = scope.Relations.Count;
            Source(item, scope);
            Names(item, scope, before);
            var added = scope.Relations.GetRange(before, scope.Relations.Count - before);
            var earlier = scope.Relations.GetRange(0, before);
            if (item.Join is SqlJoinKind.Right or SqlJoinKind.Full)
            {
                foreach (var relation in earlier)
                    (relation.IsExtended, relation.IsPresent) = (true, false);
            }
            Merge(item, scope, earlier, added);
            if (item.On is not null)
                Truth(item.On, scope, "ON");
            if (item.Join is SqlJoinKind.Left or SqlJoinKind.Full)
            {
                foreach (var relation in added)
                {
                    (relation.IsExtended, relation.IsPresent) = (true, false);
                    if (item.Join == SqlJoinKind.Left)
                        relation.On = item.On;
                }
            }
            else if (item is { Join: SqlJoinKind.Inner, On: not null })
            {
                Prove(item.On, scope, true);
            }
        }
    }

    private void Names(SqlFrom item, SqlScope scope, int before)
    {
        for (var i = before; i < scope.Relations.Count; i++)
        {
            var alias = scope.Relations[i].Alias;
            if (alias.Length > 0 && item.Nested is null && scope.Relations.FindIndex(r => r.Alias == alias && r.Schema == scope.Relations[i].Schema) is >= 0 and var first && first < i)
                Report(SqlDescriptors.Ambiguous.Id, item.At, $"'{alias}' stands twice in FROM; give one of them an alias");
        }
    }

    private void Merge(SqlFrom item, SqlScope scope, List<SqlRelation> earlier, List<SqlRelation> added)
    {
        var names = item.Using;
        if (item.IsNatural)
        {
            if (earlier.Concat(added).Any(static r => r.IsOpen))
            {
                added.ForEach(static r => r.IsOpen = true);
                return;
            }
            names = added.SelectMany(static r => r.Columns.Where(c => !r.Merged.Contains(c.Name))).Where(c => earlier.Exists(r => r.Find(c.Name) is not null)).Select(c => (c.Name, item.At)).ToList();
        }
        foreach (var (name, at) in names)
        {
            var left = earlier.FindAll(r => r.Find(name) is not null && !r.Merged.Contains(name));
            var merged = scope.Merged.FindIndex(m => m.Name == name && earlier.Contains(m.Source));
            var right = added.Find(r => r.Find(name) is not null);
            if ((left.Count == 0 && merged < 0 && !earlier.Exists(static r => r.IsOpen)) || (right is null && !added.Exists(static r => r.IsOpen)))
            {
                Report(SqlDescriptors.NoColumn.Id, at, $"USING needs a column '{name}' on both sides, and {(right is null ? "the joined table" : "what stands before")} has none");
                continue;
            }
            if (left.Count > 1 && merged < 0)
                Report(SqlDescriptors.Ambiguous.Id, at, $"'{name}' may be a column of {string.Join(" or ", left.Select(static r => r.Alias))}");
            var first = merged >= 0 ? scope.Merged[merged].Source : left.FirstOrDefault();
            if (first?.Find(name) is { } a && right?.Find(name) is { } b && !IsSqlite && !SqlCasts.IsComparable(a.Type, b.Type))
                Mismatch(at, $"'{name}' is {SqlTypes.Show(a.Type)} on one side and {SqlTypes.Show(b.Type)} on the other");
            if (right is null || first is null)
                continue;
            (first, right) = (Mark(first, name), Mark(right, name));
            if (item.Join == SqlJoinKind.Inner)
            {
                first.Proved.Add(name);
                right.Proved.Add(name);
            }
            var entry = item.Join switch
            {
                SqlJoinKind.Right => (name, right, (SqlRelation?)null),
                SqlJoinKind.Full => (name, first, right),
                _ => (name, first, null),
            };
            if (merged >= 0)
                scope.Merged[merged] = entry;
            else
                scope.Merged.Add(entry);
        }
    }

    private static SqlRelation Mark(SqlRelation relation, string name)
    {
        relation.Merged.Add(name);
        return relation;
    }

    private void Source(SqlFrom item, SqlScope scope)
    {
        if (item.Nested is not null)
        {
            var inner = new SqlScope(scope, scope.Common);
            From(item.Nested, inner);
            scope.Merged.AddRange(inner.Merged);
            scope.Relations.AddRange(inner.Relations);
        }
        else if (item.Table is not null)
        {
            scope.Relations.Add(Table(item, scope));
        }
        else if (item.Functions.Count > 0)
        {
            scope.Relations.Add(Functions(item, scope));
        }
        else
        {
            var query = item.IsOpaque || item.Query is null ? null : Statement(item.Query, item.IsLateral ? scope : scope.Parent, scope.Common);
            scope.Relations.Add(Renamed(item, Named(query, []) ?? [], query is null, item.Alias ?? ""));
        }
    }

    private SqlRelation Table(SqlFrom item, SqlScope scope)
    {
        var (schema, name) = (item.Schema ?? "", item.Table!);
        if (schema.Length == 0 && SqlCommonTables.Find(scope.Common, name, out var columns))
            return Renamed(item, columns ?? [], columns is null, item.Alias ?? name);
        var table = FindTable(schema, name, item.At);
        var relation = Renamed(item, table?.Columns ?? [], table is null or { IsOpen: true }, item.Alias ?? name);
        relation.HasRowid = table is { HasRowid: true };
        relation.Schema = item.Alias is null ? schema : "";
        return relation;
    }

    /// <summary>A table of the schema; null where there is none, which is reported.</summary>
    private SqlTableModel? FindTable(string schema, string name, SqlToken at)
    {
        if (_schema.FindTable(schema, name) is { } table)
            return table;
        if (_schema.IsSystem(schema, name) || _schema.IsOpen || (schema.Length == 0 && name is "current_date" or "current_timestamp" or "current_time" or "localtime" or "localtimestamp" or "current_user" or "session_user"))
            Report(SqlDescriptors.NotUnderstood.Id, at, $"the columns of '{name}' are not known");
        else
            Report(SqlDescriptors.NoTable.Id, at, $"there is no table '{(schema.Length == 0 ? name : schema + "." + name)}' in the schema{_schema.NearTable(name)}");
        return null;
    }

    private static SqlRelation Renamed(SqlFrom item, IReadOnlyList<SqlColumnModel> columns, bool isOpen, string alias)
    {
        if (item.Columns.Count == 0)
            return new SqlRelation(alias, columns) { IsOpen = isOpen };
        var renamed = new List<SqlColumnModel>();
        for (var i = 0; i < Math.Max(columns.Count, item.Columns.Count); i++)
        {
            var column = i < columns.Count ? columns[i] : new SqlColumnModel("", SqlTypes.Unknown, SqlNullness.Unknown);
            renamed.Add(i < item.Columns.Count ? column with { Name = item.Columns[i].Name, Type = item.Columns[i].Type ?? column.Type } : column);
        }
        return new SqlRelation(alias, renamed) { IsOpen = isOpen && item.Columns.TrueForAll(static c => c.Type is null) };
    }

    private SqlRelation Functions(SqlFrom item, SqlScope scope)
    {
        var columns = new List<SqlColumnModel>();
        var isOpen = false;
        foreach (var call in item.Functions)
        {
            var value = Expr(call, scope);
            if (SetColumns(call, value, item, scope) is { } own)
                columns.AddRange(own);
            else
                isOpen = true;
        }
        if (item.WithOrdinality)
            columns.Add(new SqlColumnModel("ordinality", SqlTypes.Int8, SqlNullness.NotNull));
        if (isOpen && item.Columns.Count > 0 && item.Columns.TrueForAll(static c => c.Type is not null))
            columns = [];
        return Renamed(item, columns, isOpen, item.Alias ?? item.Functions[0].Name);
    }

    /// <summary>The columns of a function in FROM; null where they are not known.</summary>
    private List<SqlColumnModel>? SetColumns(SqlCallExpr call, SqlValue value, SqlFrom item, SqlScope scope)
    {
        if (_schema.FindFunction(call.Name) is { } own)
        {
            if (own.Columns is { } columns)
                return [.. columns];
            return own.Result.Form is SqlTypeForm.Unknown or SqlTypeForm.Composite || own.Result.Name == "record" ? null : [new SqlColumnModel(item.Alias ?? call.Name, own.Result, SqlNullness.Unknown)];
        }
        if (call.IsOpaque || SqlSignatures.Function(call.Name, IsSqlite) is not { } function)
            return null;
        var signature = function.Overloads.Find(o => o.Columns.Length > 0 && o.Takes(call.Arguments.Count));
        var isRecord = function.Overloads.TrueForAll(static o => o.Result is "record");
        if (isRecord && signature is null)
            return null;
        if (isRecord)
        {
            // Of json_each and jsonb_each the name tells which it is; of others the columns are alike.
            return signature!.Columns.Split(',').Select(static c => c.Split(':')).Select(static c => new SqlColumnModel(c[0], c[1] == "any" ? SqlTypes.Unknown : SqlTypes.Inner(c[1]), c[0] == "key" ? SqlNullness.NotNull : SqlNullness.Unknown)).ToList();
        }
        if (call.Name == "unnest" && call.Arguments.Count > 1)
            return call.Arguments.ConvertAll(a => new SqlColumnModel("unnest", Expr(a, scope).Type.Element ?? SqlTypes.Unknown, SqlNullness.Unknown));
        return [new SqlColumnModel(item.Alias ?? call.Name, value.Type, value.Null)];
    }

    private void Condition(SqlExpr? where, SqlScope scope)
    {
        if (where is null)
            return;
        Truth(where, scope, "WHERE");
        Prove(where, scope, true);
        Prove(where, scope, true);
    }

    /// <summary>A condition must be a truth value.</summary>
    private void Truth(SqlExpr expr, SqlScope scope, string place)
    {
        var value = Expr(expr, scope);
        if (!IsSqlite && !SqlCasts.IsImplicit(value.Type, SqlTypes.Bool))
            Mismatch(expr.Begin, $"{place} needs a boolean, and this is {SqlTypes.Show(value.Type)}");
    }
}
