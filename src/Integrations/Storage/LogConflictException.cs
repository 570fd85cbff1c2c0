namespace Integrations.Storage;

/// <summary>A stream has another version than the one that was expected: somebody else has appended. Read it again and decide anew.</summary>
public sealed class LogConflictException : StoreException
{
    /// <summary>Says which stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="expectedVersion">The version that was expected.</param>
    /// <param name="actualVersion">The version that it has; 0 where there is no such stream.</param>
    public LogConflictException(string stream, long expectedVersion, long actualVersion)
        : base($"The stream '{stream}' has version {actualVersion}, not {expectedVersion}; read what was appended and decide anew.") =>
        (Stream, ExpectedVersion, ActualVersion) = (stream, expectedVersion, actualVersion);

    /// <summary>The stream.</summary>
    public string Stream { get; }

    /// <summary>The version that was expected.</summary>
    public long ExpectedVersion { get; }

    /// <summary>The version that it has; 0 where there is no such stream.</summary>
    public long ActualVersion { get; }
}
