namespace Integrations.Storage;

/// <summary>A row that was claimed.</summary>
public sealed record OutboxRow
{
    /// <summary>The id: unique in the store, and the same at every attempt.</summary>
    public required long Id { get; init; }

    /// <summary>Which claim: it changes each time the row is given out.</summary>
    public required long Claim { get; init; }

    /// <summary>Which queue.</summary>
    public required string Queue { get; init; }

    /// <summary>The timer's name, where it is a timer.</summary>
    public string? Name { get; init; }

    /// <summary>The key that orders rows.</summary>
    public string? Key { get; init; }

    /// <summary>The content.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>What belongs to the content.</summary>
    public string? Headers { get; init; }

    /// <summary>How often it was given out, this time included.</summary>
    public required int Attempts { get; init; }

    /// <summary>When it was written, by the database's clock.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
