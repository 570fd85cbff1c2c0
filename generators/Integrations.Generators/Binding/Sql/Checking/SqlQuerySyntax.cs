namespace Integrations.Generators.Binding.Sql.Checking;

/// <summary>A statement, or what stands in a <c>WITH</c>.</summary>
internal abstract class SqlStatementSyntax(SqlToken at)
{
    public SqlToken At { get; } = at;

    public List<SqlWith> With { get; } = [];

    public bool IsRecursive { get; set; }
}

internal sealed class SqlWith(SqlToken at, string name, List<string> columns, SqlStatementSyntax? statement)
{
    public SqlToken At => at;

    public string Name => name;

    public List<string> Columns => columns;

    /// <summary>Null where it is not understood.</summary>
    public SqlStatementSyntax? Statement => statement;
}

/// <summary>A query: a body with what stands around it.</summary>
internal sealed class SqlQuery(SqlToken at, SqlBody body) : SqlStatementSyntax(at)
{
    public SqlBody Body => body;

    public List<SqlExpr> OrderBy { get; } = [];

    public List<SqlExpr> Limits { get; } = [];
}

internal abstract class SqlBody(SqlToken at)
{
    public SqlToken At { get; } = at;
}

internal sealed class SqlOpaqueBody(SqlToken at) : SqlBody(at);

internal sealed class SqlNestedBody(SqlToken at, SqlQuery query) : SqlBody(at)
{
    public SqlQuery Query => query;
}

/// <summary>Branches of <c>UNION</c>, <c>INTERSECT</c> and <c>EXCEPT</c>, in order.</summary>
internal sealed class SqlSetBody(SqlToken at, List<SqlBody> branches) : SqlBody(at)
{
    public List<SqlBody> Branches => branches;
}

internal sealed class SqlValuesBody(SqlToken at, List<(SqlToken At, List<SqlExpr> Items)> rows) : SqlBody(at)
{
    public List<(SqlToken At, List<SqlExpr> Items)> Rows => rows;
}

internal sealed class SqlSelectBody(SqlToken at) : SqlBody(at)
{
    public List<SqlExpr> DistinctOn { get; } = [];

    public List<SqlItem> Items { get; } = [];

    public List<SqlFrom> From { get; } = [];

    public SqlExpr? Where { get; set; }

    public List<SqlExpr> GroupBy { get; } = [];

    public bool IsGrouped { get; set; }

    /// <summary>Whether it is grouped by sets of columns, of which some are NULL.</summary>
    public bool HasSets { get; set; }

    public SqlExpr? Having { get; set; }

    public List<(string Name, SqlWindow Window)> Windows { get; } = [];
}

/// <summary>What is selected.</summary>
/// <param name="Value">The expression.</param>
/// <param name="Alias">Its alias, or null.</param>
/// <param name="Begin">Its first piece.</param>
internal sealed record SqlItem(SqlExpr Value, string? Alias, SqlToken Begin);

internal enum SqlJoinKind
{
    None, Inner, Left, Right, Full, Cross,
}

/// <summary>What stands in <c>FROM</c>, with how it is joined to what stands before.</summary>
internal sealed class SqlFrom(SqlToken at)
{
    public SqlToken At { get; } = at;

    public SqlJoinKind Join { get; set; }

    public bool IsNatural { get; set; }

    public List<(string Name, SqlToken At)> Using { get; } = [];

    public SqlExpr? On { get; set; }

    public bool IsLateral { get; set; }

    public string? Schema { get; set; }

    public string? Table { get; set; }

    public SqlStatementSyntax? Query { get; set; }

    public List<SqlCallExpr> Functions { get; } = [];

    public bool WithOrdinality { get; set; }

    /// <summary>Joined tables in parentheses.</summary>
    public List<SqlFrom>? Nested { get; set; }

    public bool IsOpaque { get; set; }

    public string? Alias { get; set; }

    public List<(string Name, Models.SqlTypeModel? Type)> Columns { get; } = [];
}

internal sealed class SqlInsert(SqlToken at) : SqlStatementSyntax(at)
{
    public string Schema { get; set; } = "";

    public string Table { get; set; } = "";

    public SqlToken TableAt { get; set; }

    public string? Alias { get; set; }

    public List<(string Name, SqlToken At)> Columns { get; } = [];

    public bool IsDefault { get; set; }

    public bool Overrides { get; set; }

    public SqlQuery? Source { get; set; }

    public List<SqlConflict> Conflicts { get; } = [];

    public List<SqlItem> Returning { get; } = [];
}

internal sealed class SqlConflict
{
    public List<SqlExpr> Target { get; } = [];

    public SqlExpr? TargetWhere { get; set; }

    public List<SqlAssignment> Set { get; } = [];

    public SqlExpr? Where { get; set; }
}

/// <summary>One or several columns that are set; <see cref="Values"/> has as many, or <see cref="Query"/> gives them.</summary>
internal sealed class SqlAssignment(SqlToken at, List<(string Name, SqlToken At)> columns, List<SqlExpr> values, SqlQuery? query)
{
    public SqlToken At => at;

    public List<(string Name, SqlToken At)> Columns => columns;

    public List<SqlExpr> Values => values;

    public SqlQuery? Query => query;

    /// <summary>The parenthesis of the query.</summary>
    public SqlToken Open { get; set; }

    /// <summary>Whether a part or an element of the column is set, of which nothing is known.</summary>
    public bool IsPart { get; set; }
}

/// <summary><c>UPDATE</c>, and <c>DELETE</c> where nothing is set.</summary>
internal sealed class SqlChange(SqlToken at, bool isDelete) : SqlStatementSyntax(at)
{
    public bool IsDelete => isDelete;

    public string Schema { get; set; } = "";

    public string Table { get; set; } = "";

    public SqlToken TableAt { get; set; }

    public string? Alias { get; set; }

    public List<SqlAssignment> Set { get; } = [];

    public List<SqlFrom> From { get; } = [];

    public SqlExpr? Where { get; set; }

    public List<SqlItem> Returning { get; } = [];

    public List<SqlExpr> Extra { get; } = [];
}
