namespace Integrations.Storage;

/// <summary>A row for the outbox.</summary>
public sealed record OutboxMessage
{
    /// <summary>Which queue: 1 to 200 characters.</summary>
    public required string Queue { get; init; }

    /// <summary>Rows of one queue with one key are done one after the other, in the order in which they were committed. Null where order is of no importance. 1 to 200 characters.</summary>
    public string? Key { get; init; }

    /// <summary>The content, up to <see cref="StoreOptions.MaxPayloadBytes"/>.</summary>
    public ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>What belongs to the content (a content type, a trace), as text in a form of the caller's own. Up to 65,536 characters, without NUL.</summary>
    public string? Headers { get; init; }

    /// <summary>After which time it is due: zero or more, up to 365 days. Only without a key, whose rows follow each other.</summary>
    public TimeSpan Delay { get; init; }
}
