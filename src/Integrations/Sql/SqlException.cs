namespace Integrations;

/// <summary>
/// A statement failed. The message names the integration, the method and what was violated, and no value: neither arguments nor rows. The driver's exception is
/// inside.
/// </summary>
public sealed class SqlException : IntegrationException
{
    /// <summary>Makes an exception, for tests and fakes.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="kind">What went wrong.</param>
    /// <param name="inner">The driver's exception.</param>
    public SqlException(string message, SqlErrorKind kind, Exception? inner = null)
        : base(message, inner) => Kind = kind;

    /// <summary>What went wrong.</summary>
    public SqlErrorKind Kind { get; }

    /// <summary>The SQLSTATE of five characters; of SQLite's errors the nearest. Null where there is none.</summary>
    public string? SqlState { get; init; }

    /// <summary>The violated constraint, where the database names it.</summary>
    public string? Constraint { get; init; }

    /// <summary>The table concerned, where the database names it.</summary>
    public string? Table { get; init; }

    /// <summary>The column concerned, where the database names it.</summary>
    public string? Column { get; init; }

    /// <summary>The number of the row of a COPY, from 1, where it is known.</summary>
    public long? Row { get; init; }

    /// <summary>Whether the same may succeed later: the fault was one of the moment.</summary>
    public bool IsTransient { get; init; }

    /// <summary>Whether the statement, or the commit, may have taken effect nonetheless.</summary>
    public bool MayHaveTakenEffect { get; init; }
}
