using System.Globalization;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql.Checking;

/// <summary>Queries and their select lists.</summary>
internal sealed partial class SqlChecker
{
    private List<SqlOutput>? Query(SqlQuery query, SqlScope? parent, SqlCommonTables? common)
    {
        common = CommonTables(query, parent, common);
        var outputs = Body(query.Body, parent, common, out var scope);
        var after = scope ?? new SqlScope(parent, common);
        if (scope is null && outputs is null)
            after.Relations.Add(new SqlRelation("", []) { IsOpen = true });
        (after.Outputs, after.PrefersOutputs) = (outputs, true);
        foreach (var item in query.OrderBy)
            Ordinal(item, outputs, after);
        var outer = new SqlScope(parent, common);
        foreach (var limit in query.Limits)
        {
            var value = Expr(limit, outer);
            BadLiteral(value, SqlTypes.Int8, limit.Begin);
            if (!IsSqlite && !SqlCasts.IsAssignable(value.Type, SqlTypes.Int8))
                Mismatch(limit.Begin, $"a number of rows is expected here, and this is {SqlTypes.Show(value.Type)}");
        }
        return outputs;
    }

    private void Ordinal(SqlExpr item, List<SqlOutput>? outputs, SqlScope scope)
    {
        if (item is SqlLiteralExpr { Kind: SqlLiteralKind.Number } number)
        {
            if (outputs is not null && int.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var position) && (position < 1 || position > outputs.Count))
                Report(SqlDescriptors.Counts.Id, number.At, $"there is no column {number.Text}: the statement gives {outputs.Count}");
            return;
        }
        Expr(item, scope);
    }

    private List<SqlOutput>? Body(SqlBody body, SqlScope? parent, SqlCommonTables? common, out SqlScope? scope)
    {
        scope = null;
        switch (body)
        {
            case SqlNestedBody nested:
                return Query(nested.Query, parent, common);
            case SqlValuesBody values:
                return Values(values, parent, common);
            case SqlSetBody set:
                return Union(set, parent, common);
            case SqlSelectBody select:
                scope = new SqlScope(parent, common);
                return Select(select, scope);
            default:
                return null;
        }
    }

    private List<SqlOutput>? Union(SqlSetBody set, SqlScope? parent, SqlCommonTables? common)
    {
        List<SqlOutput>? result = null;
        var isKnown = true;
        for (var b = 0; b < set.Branches.Count; b++)
        {
            var branch = Body(set.Branches[b], parent, common, out _);
            if (branch is null)
            {
                isKnown = false;
                continue;
            }
            if (result is null)
            {
                result = branch;
                continue;
            }
            if (branch.Count != result.Count)
            {
                Report(SqlDescriptors.Counts.Id, branch.Count > 0 ? branch[0].At : set.Branches[b].At, $"this branch gives {branch.Count} column{(branch.Count == 1 ? "" : "s")}, and the first {result.Count}");
                isKnown = false;
                continue;
            }
            for (var i = 0; i < branch.Count; i++)
            {
                var type = Unite(result[i].Value, branch[i].Value, branch[i].At, "the column of the first branch");
                result[i] = result[i] with { Value = new SqlValue(type, Either(result[i].Null, branch[i].Null)) };
            }
        }
        return isKnown ? result : null;
    }

    private List<SqlOutput>? Values(SqlValuesBody values, SqlScope? parent, SqlCommonTables? common)
    {
        var scope = new SqlScope(parent, common);
        List<SqlOutput>? result = null;
        foreach (var (at, items) in values.Rows)
        {
            var row = items.ConvertAll(i => (Value: Expr(i, scope), At: i.Begin));
            if (result is null)
            {
                result = [];
                for (var i = 0; i < row.Count; i++)
                    result.Add(new SqlOutput("column" + (i + 1).ToString(CultureInfo.InvariantCulture), row[i].Value, row[i].At));
                continue;
            }
            if (row.Count != result.Count)
            {
                Report(SqlDescriptors.Counts.Id, row.Count > 0 ? row[0].At : at, $"this row has {row.Count} value{(row.Count == 1 ? "" : "s")}, and the first {result.Count}");
                continue;
            }
            for (var i = 0; i < row.Count; i++)
            {
                var type = Unite(result[i].Value, row[i].Value, row[i].At, "the first row's value");
                result[i] = result[i] with { Value = new SqlValue(type, Either(result[i].Null, row[i].Value.Null)) };
            }
        }
        return result;
    }

    private List<SqlOutput>? Select(SqlSelectBody select, SqlScope scope)
    {
        scope.IsGrouped = select.IsGrouped;
        scope.Windows = select.Windows;
        From(select.From, scope);
        Condition(select.Where, scope);
        var outputs = Items(select.Items, scope);
        (scope.Outputs, scope.PrefersOutputs) = (outputs, false);
        foreach (var item in select.GroupBy)
            Ordinal(item, outputs, scope);
        foreach (var item in select.DistinctOn)
            Ordinal(item, outputs, scope);
        scope.Outputs = null;
        if (select.Having is not null)
            Truth(select.Having, scope, "HAVING");
        foreach (var (_, window) in select.Windows)
            Window(window, scope);
        if (select.HasSets && outputs is not null)
            outputs = outputs.ConvertAll(static o => o with { Value = o.Value with { Null = SqlNullness.Unknown } });
        return outputs;
    }

    /// <summary>The columns of a select list or a RETURNING; null where one is not known.</summary>
    private List<SqlOutput>? Items(List<SqlItem> items, SqlScope scope)
    {
        var outputs = new List<SqlOutput>();
        var isKnown = true;
        foreach (var item in items)
        {
            if (item.Value is SqlNameExpr { IsStar: true } star)
            {
                isKnown &= Star(star, scope, outputs);
                continue;
            }
            var value = Expr(item.Value, scope);
            outputs.Add(new SqlOutput(item.Alias ?? NameOf(item.Value), value, item.Begin));
        }
        return isKnown ? outputs : null;
    }

    private bool Star(SqlNameExpr star, SqlScope scope, List<SqlOutput> outputs)
    {
        var count = star.Parts.Count;
        if (count == 1)
        {
            var isKnown = true;
            foreach (var (name, source, other) in scope.Merged)
                outputs.Add(new SqlOutput(name, MergedValue(name, source, other), star.At));
            foreach (var relation in scope.Relations)
            {
                if (relation.IsQualifiedOnly)
                    continue;
                isKnown &= !relation.IsOpen;
                foreach (var column in relation.Columns)
                {
                    if (!relation.Merged.Contains(column.Name))
                        outputs.Add(new SqlOutput(column.Name, relation.Value(column), star.At));
                }
            }
            return isKnown;
        }
        if (FindRelation(star.Parts[count - 2], scope) is not { } found)
        {
            NoRelation(star.Parts[count - 2], star.Tokens[count - 2], scope);
            return false;
        }
        foreach (var column in found.Columns)
            outputs.Add(new SqlOutput(column.Name, found.Value(column), star.At));
        return !found.IsOpen;
    }

    private static SqlValue MergedValue(string name, SqlRelation source, SqlRelation? other)
    {
        var value = source.Find(name) is { } column ? source.Value(column) : SqlValue.Unknown;
        // Of a full join either side may give it.
        return other?.Find(name) is { } second && value.Null != SqlNullness.NotNull ? value with { Null = second.Null == SqlNullness.NotNull ? SqlNullness.Unknown : second.Null } : value;
    }

    /// <summary>The name that the engine gives to a column without an alias; of SQLite only that of a column is certain.</summary>
    private string? NameOf(SqlExpr value) => value switch
    {
        SqlNameExpr name => name.Parts[name.Parts.Count - 1],
        _ when IsSqlite => null,
        SqlCallExpr call => call.Name,
        SqlFieldExpr field => field.Field,
        SqlIndexExpr index => NameOf(index.Operand),
        SqlCastExpr cast => NameOf(cast.Operand) is { } inner and not "?column?" ? inner : cast.Type.Name,
        SqlCaseExpr @case => @case.Otherwise is { } otherwise && NameOf(otherwise) is { } inner and not "?column?" ? inner : "case",
        SqlQueryExpr { Use: SqlQueryUse.Exists } => "exists",
        SqlQueryExpr { Use: SqlQueryUse.Array } or SqlArrayExpr => "array",
        SqlQueryExpr { Use: SqlQueryUse.Scalar, Query.Body: SqlSelectBody { Items.Count: 1 } select } => select.Items[0].Alias ?? NameOf(select.Items[0].Value),
        SqlRowExpr => "row",
        SqlLiteralExpr { Kind: SqlLiteralKind.Bool } => "bool",
        _ => "?column?",
    };

    /// <summary>The type of two values that stand in one column; a mismatch is reported at the second.</summary>
    private SqlTypeModel Unite(SqlValue first, SqlValue second, SqlToken at, string with)
    {
        if (IsSqlite)
            return SqlCasts.Same(first.Type, second.Type) ? first.Type : first.Type.Form == SqlTypeForm.Literal ? second.Type : second.Type.Form == SqlTypeForm.Literal ? first.Type : SqlTypes.Unknown;
        if (second.Type.Form == SqlTypeForm.Literal)
            BadLiteral(second, first.Type, at);
        if (SqlCasts.Common(first.Type, second.Type) is { } common)
            return common;
        Mismatch(at, $"this is {SqlTypes.Show(second.Type)}, and {with} is {SqlTypes.Show(first.Type)}; cast one of them");
        return SqlTypes.Unknown;
    }
}
