namespace Integrations;

/// <summary>What went wrong with a statement, alike on all engines.</summary>
public enum SqlErrorKind
{
    /// <summary>Something else; <see cref="SqlException.SqlState"/> and the inner exception tell.</summary>
    Other,

    /// <summary>A value that must be unique is there already (23505).</summary>
    UniqueViolation,

    /// <summary>A row is referred to that is not there, or is still referred to (23503).</summary>
    ForeignKeyViolation,

    /// <summary>A CHECK constraint is not met (23514).</summary>
    CheckViolation,

    /// <summary>A value is missing where one must be (23502).</summary>
    NotNullViolation,

    /// <summary>An exclusion constraint is not met (23P01).</summary>
    ExclusionViolation,

    /// <summary>A value or column has another type than is asked for, or is out of range (22xxx, 42804, or a reader's complaint).</summary>
    WrongType,

    /// <summary>The statement is wrong: syntax, or a table, column or function that is not there (42xxx).</summary>
    Statement,

    /// <summary>The user of the connection may not do that (42501), or was not let in (28xxx).</summary>
    Permission,

    /// <summary>Concurrent transactions could not be put in an order (40001); the transaction was undone.</summary>
    Serialization,

    /// <summary>Transactions wait for each other (40P01); this one was undone.</summary>
    Deadlock,

    /// <summary>A lock was not to be had in time (55P03; SQLite: the database is busy or locked).</summary>
    Locked,

    /// <summary>The transaction is of no more use, because a statement in it failed (25P02).</summary>
    TransactionAborted,

    /// <summary>It took longer than its policy allows, or the server cancelled it (57014).</summary>
    Timeout,

    /// <summary>Every connection of the pool was in use for as long as a call waits for one.</summary>
    PoolExhausted,

    /// <summary>The server could not be reached, or the connection broke.</summary>
    Connection,

    /// <summary>The server does not take work now: it starts, stops, has no connections or no space left (53xxx, 57P0x), or the circuit breaker is open.</summary>
    Unavailable,

    /// <summary>There is no row where one is expected.</summary>
    NoRow,

    /// <summary>There is more than one row where one is expected.</summary>
    ManyRows,

    /// <summary>The result lacks a column that the result's type needs.</summary>
    Columns,
}
