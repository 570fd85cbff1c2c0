using System.Globalization;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql.Checking;

/// <summary>The types of expressions.</summary>
internal sealed partial class SqlChecker
{
    private SqlValue Expr(SqlExpr expr, SqlScope scope)
    {
        switch (expr)
        {
            case SqlNameExpr name:
                return Name(name, scope);
            case SqlLiteralExpr literal:
                return Literal(literal);
            case SqlParameterExpr parameter:
                return _arguments(parameter.Name) is { } scalar ? new SqlValue(SqlScalarTypes.Of(scalar, IsSqlite), scalar.IsNullable ? SqlNullness.MayBeNull : SqlNullness.NotNull, scalar) : SqlValue.Unknown;
            case SqlOperatorExpr @operator:
                return Operator(@operator, scope);
            case SqlLogicExpr logic:
                return Logic(logic, scope);
            case SqlNotExpr not:
                Truth(not.Operand, scope, "NOT");
                return new SqlValue(SqlTypes.Bool, SqlNullness.Unknown);
            case SqlIsExpr test:
                return Test(test, scope);
            case SqlInExpr @in:
                return In(@in, scope);
            case SqlBetweenExpr between:
                return Between(between, scope);
            case SqlLikeExpr like:
                return Like(like, scope);
            case SqlQuantifiedExpr quantified:
                return Quantified(quantified, scope);
            case SqlQueryExpr query:
                return Subquery(query, scope);
            case SqlArrayExpr array:
                return ArrayOf(array, scope);
            case SqlRowExpr row:
                row.Items.ForEach(i => Expr(i, scope));
                return new SqlValue(SqlTypes.Unknown, SqlNullness.NotNull);
            case SqlCaseExpr @case:
                return Case(@case, scope);
            case SqlCastExpr cast:
                return Cast(cast, scope);
            case SqlCallExpr call:
                return Call(call, scope);
            case SqlIndexExpr index:
                return Index(index, scope);
            case SqlFieldExpr field:
                return Field(field, scope);
            default:
                return SqlValue.Unknown;
        }
    }

    private static SqlValue Literal(SqlLiteralExpr literal) => literal.Kind switch
    {
        SqlLiteralKind.String => new SqlValue(SqlTypes.Literal, SqlNullness.NotNull, null, literal.Text),
        SqlLiteralKind.Null => new SqlValue(SqlTypes.Literal, SqlNullness.MayBeNull),
        SqlLiteralKind.Bool => new SqlValue(SqlTypes.Bool, SqlNullness.NotNull),
        SqlLiteralKind.Number => new SqlValue(Number(literal.Text), SqlNullness.NotNull),
        _ => SqlValue.Unknown,
    };

    private static SqlTypeModel Number(string text)
    {
        text = text.Replace("_", "");
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) || text.StartsWith("0o", StringComparison.OrdinalIgnoreCase) || text.StartsWith("0b", StringComparison.OrdinalIgnoreCase))
            return SqlTypes.Int4;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            return SqlTypes.Int4;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? SqlTypes.Int8 : SqlTypes.Numeric;
    }

    private SqlValue Logic(SqlLogicExpr logic, SqlScope scope)
    {
        var nulls = SqlNullness.NotNull;
        foreach (var item in logic.Items)
        {
            var value = Expr(item, scope);
            nulls = Either(nulls, value.Null);
            if (!IsSqlite && !SqlCasts.IsImplicit(value.Type, SqlTypes.Bool))
                Mismatch(item.Begin, $"{(logic.IsAnd ? "AND" : "OR")} needs a boolean, and this is {SqlTypes.Show(value.Type)}");
        }
        // NULL or TRUE is TRUE: where something may be NULL, the whole need not be.
        return new SqlValue(SqlTypes.Bool, nulls == SqlNullness.NotNull ? nulls : SqlNullness.Unknown);
    }

    private SqlValue Test(SqlIsExpr test, SqlScope scope)
    {
        var value = Expr(test.Operand, scope);
        if (test.Other is not null)
            Compare(value, Expr(test.Other, scope), test.Operand, test.Other, test.At);
        else if (!IsSqlite && test.What is "true" or "false" && !SqlCasts.IsImplicit(value.Type, SqlTypes.Bool))
            Mismatch(test.Operand.Begin, $"IS {test.What.ToUpperInvariant()} needs a boolean, and this is {SqlTypes.Show(value.Type)}");
        return new SqlValue(SqlTypes.Bool, SqlNullness.NotNull);
    }

    private SqlValue Between(SqlBetweenExpr between, SqlScope scope)
    {
        var value = Expr(between.Operand, scope);
        var (low, high) = (Expr(between.Low, scope), Expr(between.High, scope));
        Compare(value, low, between.Operand, between.Low, between.At);
        Compare(value, high, between.Operand, between.High, between.At);
        return new SqlValue(SqlTypes.Bool, Either(value.Null, Either(low.Null, high.Null)));
    }

    private SqlValue Like(SqlLikeExpr like, SqlScope scope)
    {
        var (value, pattern) = (Expr(like.Operand, scope), Expr(like.Pattern, scope));
        if (like.Escape is not null)
            Expr(like.Escape, scope);
        if (!IsSqlite)
        {
            if (!IsTextual(value.Type) || !IsTextual(pattern.Type))
                Mismatch(Offender(like.Operand, value, like.Pattern, pattern, like.At), $"LIKE compares texts, and this is {SqlTypes.Show(IsTextual(value.Type) ? pattern.Type : value.Type)}");
        }
        return new SqlValue(SqlTypes.Bool, Either(value.Null, pattern.Null));
    }

    private static bool IsTextual(SqlTypeModel type) => SqlCasts.IsWild(type) || type.Form == SqlTypeForm.Literal || SqlCasts.IsString(type) || type.Name == "bytea";

    private SqlValue In(SqlInExpr @in, SqlScope scope)
    {
        var operand = @in.Operand is SqlRowExpr ? default : Expr(@in.Operand, scope);
        var nulls = @in.Operand is SqlRowExpr ? SqlNullness.Unknown : operand.Null;
        if (@in.Query is not null)
        {
            var outputs = Query(@in.Query, scope, scope.Common);
            CompareWithQuery(@in.Operand, operand, outputs, @in.Open, scope, @in.At);
            nulls = SqlNullness.Unknown;
        }
        foreach (var item in @in.Items ?? [])
        {
            if (@in.Operand is SqlRowExpr row)
            {
                Rows(row, item, scope, @in.At);
                continue;
            }
            var value = Expr(item, scope);
            nulls = Either(nulls, value.Null);
            Compare(operand, value, @in.Operand, item, @in.At);
        }
        return new SqlValue(SqlTypes.Bool, nulls);
    }

    private void CompareWithQuery(SqlExpr left, SqlValue operand, List<SqlOutput>? outputs, SqlToken open, SqlScope scope, SqlToken at)
    {
        var items = left is SqlRowExpr row ? row.Items : [left];
        var values = left is SqlRowExpr ? items.ConvertAll(i => Expr(i, scope)) : [operand];
        if (outputs is null)
            return;
        if (outputs.Count != items.Count)
        {
            Report(SqlDescriptors.Counts.Id, open, $"the subquery gives {outputs.Count} column{(outputs.Count == 1 ? "" : "s")}, and {items.Count} {(items.Count == 1 ? "is" : "are")} compared with them");
            return;
        }
        for (var i = 0; i < items.Count; i++)
            Compare(values[i], outputs[i].Value with { Parameter = null }, items[i], null, at);
    }

    private SqlValue Quantified(SqlQuantifiedExpr quantified, SqlScope scope)
    {
        var left = quantified.Left is SqlRowExpr ? default : Expr(quantified.Left, scope);
        if (quantified.Query is not null)
        {
            var outputs = Query(quantified.Query, scope, scope.Common);
            CompareWithQuery(quantified.Left, left, outputs, quantified.Open, scope, quantified.At);
            return new SqlValue(SqlTypes.Bool, SqlNullness.Unknown);
        }
        if (quantified.Left is SqlRowExpr)
            left = SqlValue.Unknown;
        var array = Expr(quantified.Array!, scope);
        if (array.Type.Form == SqlTypeForm.Array && !IsSqlite && !Comparisons.Contains(quantified.Name) && quantified.Name != "~~" && SqlSignatures.Operator(quantified.Name) is { } overloads)
        {
            if (SqlOverloads.Choose(overloads.FindAll(static o => o.Arguments.Length == 2), [left.Type, array.Type.Element!], out _, out _, isOperator: true) != SqlFit.Fits)
                Mismatch(quantified.Array is SqlParameterExpr ? quantified.Array.At : quantified.At, $"there is no operator {SqlTypes.Show(left.Type)} {quantified.Name} {SqlTypes.Show(array.Type.Element!)}; cast one of them");
        }
        else if (array.Type.Form == SqlTypeForm.Array)
            Compare(left, new SqlValue(array.Type.Element!, SqlNullness.Unknown), quantified.Left, null, quantified.At, quantified.Array is SqlParameterExpr ? quantified.Array.At : null);
        else if (!IsSqlite && !SqlCasts.IsWild(array.Type) && array.Type.Form != SqlTypeForm.Literal)
            Mismatch(quantified.Array is SqlParameterExpr ? quantified.Array.At : quantified.At, $"ANY and ALL need an array, and this is {SqlTypes.Show(array.Type)}");
        return new SqlValue(SqlTypes.Bool, Either(left.Null, array.Null));
    }

    private SqlValue Subquery(SqlQueryExpr query, SqlScope scope)
    {
        var outputs = Query(query.Query, scope, scope.Common);
        if (query.Use == SqlQueryUse.Exists)
            return new SqlValue(SqlTypes.Bool, SqlNullness.NotNull);
        if (outputs is null)
            return new SqlValue(SqlTypes.Unknown, SqlNullness.Unknown);
        if (outputs.Count != 1)
        {
            Report(SqlDescriptors.Counts.Id, query.Begin, $"a subquery that stands for a value gives one column, and this one {outputs.Count}");
            return SqlValue.Unknown;
        }
        var value = outputs[0].Value with { Parameter = null };
        if (query.Use == SqlQueryUse.Array)
            return new SqlValue(SqlTypes.Array(value.Type.Form == SqlTypeForm.Literal ? SqlTypes.Text : value.Type), SqlNullness.NotNull);
        // Without rows it is NULL; one row is certain only of an aggregate over all, or of a query without tables.
        var isSure = query.Query is { Limits.Count: 0, Body: SqlSelectBody { IsGrouped: false, Having: null } select }
            && (HasAggregate(select.Items[0].Value) || (select.From.Count == 0 && select.Where is null));
        return value with { Null = isSure ? value.Null : value.Null == SqlNullness.Unknown ? SqlNullness.Unknown : SqlNullness.MayBeNull };
    }

    private bool HasAggregate(SqlExpr expr) => expr switch
    {
        SqlCallExpr { Over: null } call => (SqlSignatures.Function(call.Name, IsSqlite) is { Kind: 'a' } && !(IsSqlite && call.Arguments.Count > 1)) || call.Arguments.Exists(HasAggregate),
        SqlCastExpr cast => HasAggregate(cast.Operand),
        SqlOperatorExpr @operator => (@operator.Left is { } left && HasAggregate(left)) || HasAggregate(@operator.Right),
        SqlCaseExpr @case => @case.Arms.Exists(a => HasAggregate(a.When) || HasAggregate(a.Then)) || (@case.Otherwise is { } otherwise && HasAggregate(otherwise)),
        SqlLogicExpr logic => logic.Items.Exists(HasAggregate),
        SqlIsExpr test => HasAggregate(test.Operand),
        SqlNotExpr not => HasAggregate(not.Operand),
        SqlIndexExpr index => HasAggregate(index.Operand),
        _ => false,
    };

    private SqlValue ArrayOf(SqlArrayExpr array, SqlScope scope)
    {
        SqlValue? first = null;
        foreach (var item in array.Items)
        {
            var value = Expr(item, scope);
            first = first is { } known ? new SqlValue(Unite(known, value, item.Begin, "the first item"), SqlNullness.Unknown) : value;
        }
        var element = first?.Type ?? SqlTypes.Unknown;
        if (element.Form == SqlTypeForm.Literal)
            element = SqlTypes.Text;
        return new SqlValue(element.Form == SqlTypeForm.Array ? element : SqlTypes.Array(element), SqlNullness.NotNull);
    }

    private SqlValue Case(SqlCaseExpr @case, SqlScope scope)
    {
        var operand = @case.Operand is null ? (SqlValue?)null : Expr(@case.Operand, scope);
        SqlValue? result = null;
        var saved = scope.Save();
        foreach (var (when, then) in @case.Arms)
        {
            if (operand is { } compared)
                Compare(compared, Expr(when, scope), @case.Operand!, when, when.At);
            else
                Truth(when, scope, "WHEN");
            var before = scope.Save();
            if (operand is null)
                Prove(when, scope, true);
            Arm(then);
            SqlScope.Restore(before);
            if (operand is null)
                Prove(when, scope, false);
        }
        if (@case.Otherwise is not null)
            Arm(@case.Otherwise);
        SqlScope.Restore(saved);
        var value = result ?? SqlValue.Unknown;
        return @case.Otherwise is null ? value with { Null = SqlNullness.MayBeNull, Parameter = null, Text = null } : value with { Parameter = null, Text = null };

        void Arm(SqlExpr expr)
        {
            var value = Expr(expr, scope);
            result = result is { } known ? new SqlValue(Unite(known, value, expr.Begin, "the first branch"), Either(known.Null, value.Null)) : value;
        }
    }

    private SqlValue Cast(SqlCastExpr cast, SqlScope scope)
    {
        var value = Expr(cast.Operand, scope);
        if (!IsSqlite && !SqlCasts.IsCastable(value.Type, cast.Type))
            Mismatch(cast.TypeAt, $"{SqlTypes.Show(value.Type)} cannot be cast to {SqlTypes.Show(cast.Type)}");
        if (value.Text is not null)
            BadLiteral(value, cast.Type, cast.Operand.Begin);
        if (!IsSqlite && cast.Type.Form == SqlTypeForm.Other && cast.User is null && SqlTypes.Find(cast.Type.Name) is null && !KnownOther.Contains(cast.Type.Name))
            Report(SqlDescriptors.NotUnderstood.Id, cast.TypeAt, $"the type '{cast.Type.Name}' is not known");
        // A cast of JSON null is NULL; of everything else it keeps what it was.
        return new SqlValue(cast.Type, value.Null);
    }

    private static readonly HashSet<string> KnownOther = new(StringComparer.Ordinal) { "regtype", "regproc", "regprocedure", "regrole", "regnamespace", "regoper", "regoperator", "regdictionary", "regcollation", "citext", "ltree", "hstore", "point", "box", "circle", "line", "lseg", "path", "polygon", "macaddr", "macaddr8", "char", "xid", "xid8", "tid", "pg_lsn", "record", "cstring", "vector", "geometry", "geography", "pg_snapshot" };

    private SqlValue Index(SqlIndexExpr index, SqlScope scope)
    {
        var value = Expr(index.Operand, scope);
        foreach (var bound in index.Bounds)
        {
            var type = Expr(bound, scope).Type;
            if (value.Type.Form == SqlTypeForm.Array && !SqlCasts.IsAssignable(type, SqlTypes.Int4))
                Mismatch(bound.Begin, $"the place in an array is a number, and this is {SqlTypes.Show(type)}");
        }
        return value.Type.Form == SqlTypeForm.Array
            ? index.IsSlice ? value with { Parameter = null } : new SqlValue(value.Type.Element!, SqlNullness.MayBeNull)
            : new SqlValue(value.Type.Name == "jsonb" ? value.Type : SqlTypes.Unknown, SqlNullness.MayBeNull);
    }

    private SqlValue Field(SqlFieldExpr field, SqlScope scope)
    {
        var value = Expr(field.Operand, scope);
        if (value.Type.Form != SqlTypeForm.Composite || _schema.FindType("", value.Type.Name) is not { Fields.Count: > 0 } type)
            return SqlValue.Unknown;
        foreach (var column in type.Fields)
        {
            if (column.Name == field.Field)
                return new SqlValue(column.Type, SqlNullness.Unknown);
        }
        Report(SqlDescriptors.NoColumn.Id, field.At, $"'{type.Name}' has no field '{field.Field}'{SqlNear.Hint(field.Field, type.Fields.Select(static f => f.Name))}");
        return SqlValue.Unknown;
    }
}
