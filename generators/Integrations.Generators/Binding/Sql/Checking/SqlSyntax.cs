using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql.Checking;

/// <summary>An expression. Trees live for one check.</summary>
/// <param name="at">The piece that it is known by: the name, the operator, the function.</param>
internal abstract class SqlExpr(SqlToken at)
{
    public SqlToken At { get; } = at;

    /// <summary>Its first piece.</summary>
    public SqlToken Begin { get; set; } = at;

    /// <summary>How many levels it has, so that no walk goes too deep.</summary>
    public int Depth { get; set; } = 1;
}

/// <summary>What is not understood: its type is unknown.</summary>
internal sealed class SqlOpaque(SqlToken at) : SqlExpr(at);

/// <summary>A name: a column, or a column of a table; the last part may be <c>*</c>.</summary>
internal sealed class SqlNameExpr(SqlToken at, IReadOnlyList<string> parts, IReadOnlyList<SqlToken> tokens) : SqlExpr(at)
{
    public IReadOnlyList<string> Parts => parts;

    public IReadOnlyList<SqlToken> Tokens => tokens;

    public bool IsStar => parts[parts.Count - 1] == "*";
}

internal enum SqlLiteralKind
{
    String, Number, Null, Bool, Default,
}

internal sealed class SqlLiteralExpr(SqlToken at, SqlLiteralKind kind, string text) : SqlExpr(at)
{
    public SqlLiteralKind Kind => kind;

    public string Text => text;
}

internal sealed class SqlParameterExpr(SqlToken at, string name) : SqlExpr(at)
{
    public string Name => name;
}

/// <summary>An operator with one or two operands; <paramref name="left"/> is null before its operand.</summary>
internal sealed class SqlOperatorExpr(SqlToken at, string name, SqlExpr? left, SqlExpr right) : SqlExpr(at)
{
    public string Name => name;

    public SqlExpr? Left => left;

    public SqlExpr Right => right;
}

/// <summary><c>AND</c> or <c>OR</c> of any number of conditions.</summary>
internal sealed class SqlLogicExpr(SqlToken at, bool isAnd, List<SqlExpr> items) : SqlExpr(at)
{
    public bool IsAnd => isAnd;

    public List<SqlExpr> Items => items;
}

internal sealed class SqlNotExpr(SqlToken at, SqlExpr operand) : SqlExpr(at)
{
    public SqlExpr Operand => operand;
}

/// <summary><c>IS [NOT] what</c>; <paramref name="other"/> is what it is distinct from.</summary>
internal sealed class SqlIsExpr(SqlToken at, SqlExpr operand, string what, bool isNot, SqlExpr? other) : SqlExpr(at)
{
    public SqlExpr Operand => operand;

    public string What => what;

    public bool IsNot => isNot;

    public SqlExpr? Other => other;
}

internal sealed class SqlInExpr(SqlToken at, SqlExpr operand, List<SqlExpr>? items, SqlQuery? query, bool isNot) : SqlExpr(at)
{
    public SqlExpr Operand => operand;

    public List<SqlExpr>? Items => items;

    public SqlQuery? Query => query;

    /// <summary>The parenthesis of the query.</summary>
    public SqlToken Open { get; set; }

    public bool IsNot => isNot;
}

internal sealed class SqlBetweenExpr(SqlToken at, SqlExpr operand, SqlExpr low, SqlExpr high) : SqlExpr(at)
{
    public SqlExpr Operand => operand;

    public SqlExpr Low => low;

    public SqlExpr High => high;
}

internal sealed class SqlLikeExpr(SqlToken at, SqlExpr operand, SqlExpr pattern) : SqlExpr(at)
{
    public SqlExpr Operand => operand;

    public SqlExpr Pattern => pattern;

    public SqlExpr? Escape { get; init; }

    /// <summary>Whether an extension of SQLite decides what is compared (<c>MATCH</c>, <c>REGEXP</c>).</summary>
    public bool IsOpaque { get; init; }
}

/// <summary><c>x = ANY (...)</c>: over an array or a query.</summary>
internal sealed class SqlQuantifiedExpr(SqlToken at, string name, SqlExpr left, SqlExpr? array, SqlQuery? query) : SqlExpr(at)
{
    public string Name => name;

    public SqlExpr Left => left;

    public SqlExpr? Array => array;

    public SqlQuery? Query => query;

    /// <summary>The parenthesis of the query.</summary>
    public SqlToken Open { get; set; }
}

internal enum SqlQueryUse
{
    Scalar, Exists, Array,
}

internal sealed class SqlQueryExpr(SqlToken at, SqlQuery query, SqlQueryUse use) : SqlExpr(at)
{
    public SqlQuery Query => query;

    public SqlQueryUse Use => use;
}

internal sealed class SqlArrayExpr(SqlToken at, List<SqlExpr> items) : SqlExpr(at)
{
    public List<SqlExpr> Items => items;
}

internal sealed class SqlRowExpr(SqlToken at, List<SqlExpr> items) : SqlExpr(at)
{
    public List<SqlExpr> Items => items;
}

internal sealed class SqlCaseExpr(SqlToken at, SqlExpr? operand, List<(SqlExpr When, SqlExpr Then)> arms, SqlExpr? otherwise) : SqlExpr(at)
{
    public SqlExpr? Operand => operand;

    public List<(SqlExpr When, SqlExpr Then)> Arms => arms;

    public SqlExpr? Otherwise => otherwise;
}

internal sealed class SqlCastExpr(SqlToken at, SqlExpr operand, SqlTypeModel type, SqlUserTypeModel? user, SqlToken typeAt) : SqlExpr(at)
{
    public SqlExpr Operand => operand;

    public SqlTypeModel Type => type;

    public SqlUserTypeModel? User => user;

    public SqlToken TypeAt => typeAt;
}

internal sealed class SqlCallExpr(SqlToken at, string name, List<SqlExpr> arguments) : SqlExpr(at)
{
    public string Name { get; set; } = name;

    public List<SqlExpr> Arguments => arguments;

    /// <summary>Whether its arguments could be read.</summary>
    public bool IsOpaque { get; set; }

    public bool IsStar { get; set; }

    public bool HasNamed { get; set; }

    public bool IsSpecial { get; set; }

    public List<SqlExpr> OrderBy { get; } = [];

    public bool IsWithinGroup { get; set; }

    public SqlExpr? Filter { get; set; }

    public SqlWindow? Over { get; set; }
}

internal sealed class SqlWindow
{
    public string? Name { get; set; }

    public List<SqlExpr> Partition { get; } = [];

    public List<SqlExpr> OrderBy { get; } = [];

    public bool HasFrame { get; set; }

    public SqlToken At { get; set; }
}

/// <summary>An element or a part of an array.</summary>
internal sealed class SqlIndexExpr(SqlToken at, SqlExpr operand, List<SqlExpr> bounds, bool isSlice) : SqlExpr(at)
{
    public SqlExpr Operand => operand;

    public List<SqlExpr> Bounds => bounds;

    public bool IsSlice => isSlice;
}

/// <summary><c>(x).field</c>.</summary>
internal sealed class SqlFieldExpr(SqlToken at, SqlExpr operand, string name) : SqlExpr(at)
{
    public SqlExpr Operand => operand;

    public string Field => name;
}
