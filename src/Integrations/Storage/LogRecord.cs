namespace Integrations.Storage;

/// <summary>A record of the log.</summary>
public sealed record LogRecord
{
    /// <summary>The place among all streams.</summary>
    public required long Position { get; init; }

    /// <summary>The stream.</summary>
    public required string Stream { get; init; }

    /// <summary>The place in the stream, from 1 on.</summary>
    public required long Version { get; init; }

    /// <summary>What kind of record.</summary>
    public required string Type { get; init; }

    /// <summary>The content.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>What belongs to the content.</summary>
    public string? Headers { get; init; }

    /// <summary>When it was written, by the database's clock.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}
