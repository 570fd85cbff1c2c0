using System.Globalization;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql.Checking;

/// <summary>Operators and comparisons.</summary>
internal sealed partial class SqlChecker
{
    private static readonly HashSet<string> Comparisons = new(StringComparer.Ordinal) { "=", "==", "<>", "!=", "<", ">", "<=", ">=" };

    private static readonly HashSet<string> MayGiveNull = new(StringComparer.Ordinal) { "->", "->>", "#>", "#>>" };

    private SqlValue Operator(SqlOperatorExpr @operator, SqlScope scope)
    {
        if (Comparisons.Contains(@operator.Name) && @operator.Left is not null)
            return Comparison(@operator, scope);
        var left = @operator.Left is { } expr ? Expr(expr, scope) : (SqlValue?)null;
        var right = Expr(@operator.Right, scope);
        var nulls = MayGiveNull.Contains(@operator.Name) ? SqlNullness.MayBeNull : left is { } known ? Either(known.Null, right.Null) : right.Null;
        if (IsSqlite)
            return new SqlValue(SqliteOperator(@operator.Name, left?.Type, right.Type), nulls);
        if (SqlSignatures.Operator(@operator.Name) is not { } overloads)
        {
            if (@operator.Name is not ("~<~" or "~<=~" or "~>~" or "~>=~"))
                Report(SqlDescriptors.NotUnderstood.Id, @operator.At, $"the operator '{@operator.Name}' is not known");
            return SqlValue.Unknown;
        }
        List<SqlTypeModel> types = left is { } first ? [first.Type, right.Type] : [right.Type];
        overloads = overloads.FindAll(o => o.Arguments.Length == types.Count);
        if (left is null && @operator.Name == "+")
            return right with { Parameter = null };
        var fit = SqlOverloads.Choose(overloads, types, out var result, out _, isOperator: true);
        if (fit == SqlFit.Fits)
            return new SqlValue(types.Count == 2 && types.TrueForAll(static t => t.Form == SqlTypeForm.Literal) && @operator.Name == "||" ? SqlTypes.Text : result, nulls);
        if (!types.Exists(static t => t.Form is SqlTypeForm.Composite))
        {
            Mismatch(Offender(@operator.Left, left ?? default, @operator.Right, right, @operator.At), left is { } shown
                ? $"there is no operator {SqlTypes.Show(shown.Type)} {@operator.Name} {SqlTypes.Show(right.Type)}; cast one of them"
                : $"there is no operator {@operator.Name} {SqlTypes.Show(right.Type)}");
        }
        return SqlValue.Unknown;
    }

    private static SqlTypeModel SqliteOperator(string name, SqlTypeModel? left, SqlTypeModel right) => name switch
    {
        "||" => SqlTypes.Text,
        "->" => SqlTypes.Text,
        "+" or "-" or "*" or "/" or "%" when (left is null || IsInteger(left)) && IsInteger(right) => SqlTypes.Int8,
        "+" or "-" or "*" or "/" when left?.Name is "float8" or "int8" or "int4" && right.Name is "float8" or "int8" or "int4" => SqlTypes.Float8,
        "&" or "|" or "<<" or ">>" or "~" => SqlTypes.Int8,
        _ => SqlTypes.Unknown,
    };

    private static bool IsInteger(SqlTypeModel type) => type.Name is "int8" or "int4";

    private SqlValue Comparison(SqlOperatorExpr @operator, SqlScope scope)
    {
        var (left, right) = (@operator.Left!, @operator.Right);
        if (left is SqlRowExpr row)
        {
            Rows(row, right, scope, @operator.At);
            return new SqlValue(SqlTypes.Bool, SqlNullness.Unknown);
        }
        var (a, b) = (Expr(left, scope), Expr(right, scope));
        Compare(a, b, left, right, @operator.At);
        return new SqlValue(SqlTypes.Bool, Either(a.Null, b.Null));
    }

    private void Rows(SqlRowExpr row, SqlExpr other, SqlScope scope, SqlToken at)
    {
        var left = row.Items.ConvertAll(i => Expr(i, scope));
        if (other is SqlQueryExpr { Use: SqlQueryUse.Scalar } query)
        {
            CompareWithQuery(row, default, Query(query.Query, scope, scope.Common), query.Begin, scope, at);
            return;
        }
        if (other is not SqlRowExpr right)
        {
            Expr(other, scope);
            return;
        }
        var values = right.Items.ConvertAll(i => Expr(i, scope));
        if (values.Count != left.Count)
        {
            Report(SqlDescriptors.Counts.Id, at, $"this row has {values.Count} value{(values.Count == 1 ? "" : "s")}, and {left.Count} are compared with them");
            return;
        }
        for (var i = 0; i < left.Count; i++)
            Compare(left[i], values[i], row.Items[i], right.Items[i], at);
    }

    /// <summary>Whether two values can be compared; if not, the one that is easier to change is reported.</summary>
    private void Compare(SqlValue left, SqlValue right, SqlExpr leftExpr, SqlExpr? rightExpr, SqlToken at, SqlToken? place = null)
    {
        if (left.Type is null || right.Type is null)
            return;
        if (IsSqlite)
        {
            Sqlite(left, right.Parameter, rightExpr);
            Sqlite(right, left.Parameter, leftExpr);
            return;
        }
        if (left.Text is not null)
            BadLiteral(left, right.Type, leftExpr.At);
        if (right.Text is not null && rightExpr is not null)
            BadLiteral(right, left.Type, rightExpr.At);
        if (BadEnum(left, right.Type, leftExpr.At) || (rightExpr is not null && BadEnum(right, left.Type, rightExpr.At)))
            return;
        if (!SqlCasts.IsComparable(left.Type, right.Type))
            Mismatch(place ?? Offender(leftExpr, left, rightExpr, right, at), $"{SqlTypes.Show(left.Type)} cannot be compared with {SqlTypes.Show(right.Type)}; cast one of them");
        else if (left.Type is { Form: SqlTypeForm.Base, Name: "json" or "xml" } && SqlCasts.Same(left.Type, right.Type))
            Mismatch(at, $"values of type {left.Type.Name} cannot be compared; cast them to {(left.Type.Name == "json" ? "jsonb" : "text")}");
    }

    private void Sqlite(SqlValue column, SqlScalarModel? parameter, SqlExpr? at)
    {
        if (parameter is not null && at is not null && column.Parameter is null && SqlScalarTypes.SqliteObstacle(parameter, column.Type, isStrict: false) is { } obstacle)
            Mismatch(at.At, obstacle);
    }

    private static SqlToken Offender(SqlExpr? leftExpr, SqlValue left, SqlExpr? rightExpr, SqlValue right, SqlToken at) =>
        right.Parameter is not null && rightExpr is not null ? rightExpr.At : left.Parameter is not null && leftExpr is not null ? leftExpr.At : at;

    /// <summary>A literal that is no value of the type that its place asks for.</summary>
    private void BadLiteral(SqlValue literal, SqlTypeModel type, SqlToken at)
    {
        if (IsSqlite || literal.Text is not { } text)
            return;
        var trimmed = text.Trim();
        if (type.Form == SqlTypeForm.Enum)
        {
            if (_schema.FindType("", type.Name) is { Labels: { Count: > 0 } labels } && !labels.Contains(text))
                Mismatch(at, $"'{text}' is no label of the enum '{type.Name}'{SqlNear.Hint(text, labels)}");
            return;
        }
        if (type.Form != SqlTypeForm.Base)
            return;
        var fits = type.Name switch
        {
            "int2" or "int4" or "int8" => trimmed.Length > 0 && (long.TryParse(trimmed.Replace("_", ""), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) || trimmed.StartsWith("0", StringComparison.Ordinal)),
            "numeric" or "float4" or "float8" => trimmed.Length > 0 && (double.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out _) || trimmed.TrimStart('-', '+').ToLowerInvariant() is "nan" or "inf" or "infinity" || trimmed.StartsWith("0", StringComparison.Ordinal) || trimmed.IndexOf('_') >= 0),
            "bool" => trimmed.Length > 0 && (Starts("true", trimmed) || Starts("false", trimmed) || Starts("yes", trimmed) || Starts("no", trimmed) || trimmed.ToLowerInvariant() is "on" or "of" or "off" or "0" or "1"),
            "uuid" => trimmed.Replace("-", "").Trim('{', '}').Length == 32,
            "date" or "timestamp" or "timestamptz" => trimmed.Any(char.IsDigit) || trimmed.ToLowerInvariant() is "now" or "today" or "tomorrow" or "yesterday" or "epoch" or "infinity" or "-infinity" or "allballs" or "+infinity",
            _ => true,
        };
        if (!fits)
            Mismatch(at, $"'{text}' is no {SqlTypes.Show(type)}");

        static bool Starts(string word, string text) => word.StartsWith(text, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>An enum of C# where the database has a type that takes no name, or other names.</summary>
    private bool BadEnum(SqlValue value, SqlTypeModel type, SqlToken at)
    {
        if (value.Parameter is not { Kind: SqlScalarKind.Enum } parameter || IsSqlite)
            return false;
        if ((EnumObstacle(_schema, parameter, type) ?? NameObstacle(parameter, type)) is not { } obstacle)
            return false;
        Mismatch(at, obstacle);
        return true;
    }

    /// <summary>Why an enum of C# does not go with an enum of the database; null where it does.</summary>
    public static string? EnumObstacle(SqlSchema schema, SqlScalarModel scalar, SqlTypeModel type) =>
        scalar is { Kind: SqlScalarKind.Enum, Members.Count: > 0 } && type.Form == SqlTypeForm.Enum && schema.FindType("", type.Name) is { Labels: { Count: > 0 } labels } && !scalar.Members.Any(m => labels.Contains(m.Text))
            ? $"no member of '{SqlScalarTypes.Show(scalar)}' is a label of the enum '{type.Name}' ({string.Join(", ", labels.Take(6))}); name them with [EnumMember]"
            : null;

    private static string? NameObstacle(SqlScalarModel parameter, SqlTypeModel type) => type.Form == SqlTypeForm.Base && !SqlCasts.IsString(type)
        ? $"'{SqlScalarTypes.Show(parameter)}' is an enum, which travels as its name, and this is {SqlTypes.Show(type)}; cast it where it is a number"
        : null;
}
