namespace Integrations.Storage;

/// <summary>A record to append to the log.</summary>
public sealed record LogEntry
{
    /// <summary>Stands for whatever version a stream has.</summary>
    public const long AnyVersion = -1;

    /// <summary>What kind of record: 1 to 200 characters.</summary>
    public required string Type { get; init; }

    /// <summary>The content, up to <see cref="StoreOptions.MaxPayloadBytes"/>.</summary>
    public ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>What belongs to the content, as text in a form of the caller's own. Up to 65,536 characters, without NUL.</summary>
    public string? Headers { get; init; }
}
