namespace Integrations.Sql;

/// <summary>What a driver's exception means.</summary>
/// <param name="kind">What went wrong.</param>
public sealed class SqlFault(SqlErrorKind kind)
{
    /// <summary>What went wrong.</summary>
    public SqlErrorKind Kind { get; } = kind;

    /// <summary>The SQLSTATE.</summary>
    public string? SqlState { get; init; }

    /// <summary>The violated constraint.</summary>
    public string? Constraint { get; init; }

    /// <summary>The table concerned.</summary>
    public string? Table { get; init; }

    /// <summary>The column concerned.</summary>
    public string? Column { get; init; }

    /// <summary>The number of the row that is copied, from 1.</summary>
    public long? Row { get; init; }

    /// <summary>What the database says of the statement's text, where that can hold no value.</summary>
    public string? Detail { get; init; }

    /// <summary>Which character of the statement is concerned, from 1; 0 where the database does not say.</summary>
    public int Position { get; init; }

    /// <summary>Says what a SQLSTATE means (PostgreSQL's documentation, appendix "Error Codes").</summary>
    /// <param name="state">The SQLSTATE.</param>
    /// <returns>What it means.</returns>
    public static SqlErrorKind KindOf(string state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state switch
        {
            "23505" => SqlErrorKind.UniqueViolation,
            "23503" => SqlErrorKind.ForeignKeyViolation,
            "23514" => SqlErrorKind.CheckViolation,
            "23502" => SqlErrorKind.NotNullViolation,
            "23P01" => SqlErrorKind.ExclusionViolation,
            "40001" => SqlErrorKind.Serialization,
            "40P01" => SqlErrorKind.Deadlock,
            "55P03" => SqlErrorKind.Locked,
            "25P02" => SqlErrorKind.TransactionAborted,
            "57014" => SqlErrorKind.Timeout,
            "42501" => SqlErrorKind.Permission,
            "42804" or "42846" => SqlErrorKind.WrongType,
            _ when state.StartsWith("22", StringComparison.Ordinal) => SqlErrorKind.WrongType,
            _ when state.StartsWith("28", StringComparison.Ordinal) => SqlErrorKind.Permission,
            _ when state.StartsWith("42", StringComparison.Ordinal) || state is "3D000" or "3F000" => SqlErrorKind.Statement,
            _ when state.StartsWith("08", StringComparison.Ordinal) => SqlErrorKind.Connection,
            _ when state.StartsWith("53", StringComparison.Ordinal) || state.StartsWith("57P0", StringComparison.Ordinal) => SqlErrorKind.Unavailable,
            _ => SqlErrorKind.Other,
        };
    }

    /// <summary>Whether the same may succeed later.</summary>
    internal bool IsTransient => IsUndone || IsHostFailure || Kind is SqlErrorKind.PoolExhausted;

    /// <summary>Whether the database says that nothing of the statement has taken effect, and trying again is the way on.</summary>
    internal bool IsUndone => Kind is SqlErrorKind.Serialization or SqlErrorKind.Deadlock or SqlErrorKind.Locked;

    /// <summary>Whether it tells against the server rather than the statement.</summary>
    internal bool IsHostFailure => Kind is SqlErrorKind.Connection or SqlErrorKind.Unavailable or SqlErrorKind.Timeout;
}
