using System.Data.Common;

namespace Integrations.Storage;

/// <summary>An append-only log of streams. Within a stream versions are 1, 2, 3 without gaps. Over all streams positions rise, with gaps, and a reader that goes on after the last one it saw misses nothing.</summary>
public interface IAppendLog
{
    /// <summary>Appends records to a stream.</summary>
    /// <param name="transaction">The transaction that they are part of. Appends to one stream wait for each other until they commit.</param>
    /// <param name="stream">The stream: 1 to 200 characters.</param>
    /// <param name="expectedVersion">The version that the stream must have: 0 for a new one, <see cref="LogEntry.AnyVersion"/> for whatever it has.</param>
    /// <param name="entries">The records, one or more.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The stream's version afterwards.</returns>
    /// <exception cref="LogConflictException">The stream has another version. The transaction is still usable.</exception>
    Task<long> AppendAsync(DbTransaction transaction, string stream, long expectedVersion, IReadOnlyList<LogEntry> entries, CancellationToken cancellationToken = default);

    /// <summary>Reads a stream in order.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="afterVersion">The version to read on after; 0 for the start.</param>
    /// <param name="count">How many at most, 1 to 10,000.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<LogRecord>> ReadAsync(string stream, long afterVersion, int count, CancellationToken cancellationToken = default);

    /// <summary>Reads all streams in order. What a transaction that is still open may yet put before a record holds that record back.</summary>
    /// <param name="afterPosition">The position to read on after; 0 for the start.</param>
    /// <param name="count">How many at most, 1 to 10,000.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<LogRecord>> ReadAllAsync(long afterPosition, int count, CancellationToken cancellationToken = default);
}
