namespace Integrations.Storage;

/// <summary>A row whose work failed for good.</summary>
public sealed record DeadLetter
{
    /// <summary>The row's id.</summary>
    public required long Id { get; init; }

    /// <summary>Which queue.</summary>
    public required string Queue { get; init; }

    /// <summary>The timer's name, where it was a timer.</summary>
    public string? Name { get; init; }

    /// <summary>The key that ordered rows.</summary>
    public string? Key { get; init; }

    /// <summary>The content.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>What belongs to the content.</summary>
    public string? Headers { get; init; }

    /// <summary>How often it was given out.</summary>
    public required int Attempts { get; init; }

    /// <summary>What was said of the last failure.</summary>
    public required string Error { get; init; }

    /// <summary>When it was written, by the database's clock.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was given up, by the database's clock.</summary>
    public required DateTimeOffset DiedAt { get; init; }
}
