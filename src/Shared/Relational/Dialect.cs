using System.Data.Common;

namespace Integrations.Storage.Relational;

/// <summary>In what the SQL of engines differs. Times are the engine's own in tables and microseconds since 1970 outside.</summary>
internal abstract class Dialect
{
    /// <summary>The scripts of the schema, from version 1 on. A published one never changes.</summary>
    public abstract IReadOnlyList<string> Migrations { get; }

    /// <summary>What the engine is called in messages.</summary>
    public abstract string Engine { get; }

    /// <summary>Whether a transaction is one of the engine's driver.</summary>
    public abstract bool Owns(DbTransaction transaction);

    /// <summary>What the schema is called in messages.</summary>
    public abstract string Place { get; }

    /// <summary>The time now: it moves on within a transaction.</summary>
    public abstract string Now { get; }

    /// <summary>The next fencing token, in a statement that <see cref="Advance"/> precedes.</summary>
    public abstract string NextToken { get; }

    /// <summary>The names of the tables that exist, without what precedes them.</summary>
    public abstract string ListTables { get; }

    /// <summary>Locks the rows of a query that nobody else has locked, for the end of the query.</summary>
    public virtual string SkipLocked(string? tables = null) => "";

    /// <summary>Locks the rows of a query against takeover but not against renewal.</summary>
    public virtual string KeyShare => "";

    /// <summary>A statement that draws a token where a condition holds; empty where drawing is part of <see cref="NextToken"/>.</summary>
    public virtual string Advance(string condition) => "";

    /// <summary>
    /// What the statement after <see cref="Advance"/> adds to its condition: that a token was drawn. The condition alone can hold then and not before, as time goes on between the two, and a token would be given twice.
    /// </summary>
    public virtual string AndAdvanced => "";

    /// <summary>A table's whole name, quoted.</summary>
    public abstract string Table(string name);

    /// <summary>The time that is a parameter's microseconds from now.</summary>
    public abstract string After(string parameter);

    /// <summary>The time that is a parameter's microseconds from 1970.</summary>
    public abstract string At(string parameter);

    /// <summary>The microseconds of a time.</summary>
    public abstract string Micros(string time);

    /// <summary>What must be done in a transaction before it draws positions of the log, so that no reader skips them.</summary>
    public virtual Task BeforePositionsAsync(DbTransaction transaction, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The highest position below which nothing can appear any more, asked before the records are read.</summary>
    public virtual Task<long> ReadablePositionAsync(DbConnection connection, CancellationToken cancellationToken) => Task.FromResult(long.MaxValue);
}
