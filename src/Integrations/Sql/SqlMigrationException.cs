namespace Integrations;

/// <summary>Migrations were refused, or one failed. What was committed before stays, and stays recorded. The message names the file and the remedy, and no value.</summary>
public sealed class SqlMigrationException : IntegrationException
{
    /// <summary>Makes an exception, for tests and fakes.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="kind">Why.</param>
    /// <param name="inner">What a statement failed with.</param>
    public SqlMigrationException(string message, SqlMigrationErrorKind kind, Exception? inner = null)
        : base(message, inner) => Kind = kind;

    /// <summary>Why.</summary>
    public SqlMigrationErrorKind Kind { get; }

    /// <summary>The file concerned; null where none is.</summary>
    public string? Migration { get; init; }

    /// <summary>The line of the file, from 1, where the server says the fault is, else where its statement begins; 0 where no statement is concerned.</summary>
    public int Line { get; init; }

    /// <summary>The column of the line, from 1; 0 where no statement is concerned.</summary>
    public int Column { get; init; }
}
