namespace Integrations.Storage;

/// <summary>A timer to set. It has a time, or a delay from now on by the database's clock.</summary>
public sealed record TimerMessage
{
    /// <summary>Which queue it comes to when it is due: 1 to 200 characters.</summary>
    public required string Queue { get; init; }

    /// <summary>Its name, one in its queue: 1 to 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>When it is due. Null where <see cref="Delay"/> says it.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>After which time it is due, where <see cref="DueAt"/> is null: zero or more, up to 36,500 days.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The content, up to <see cref="StoreOptions.MaxPayloadBytes"/>.</summary>
    public ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>What belongs to the content, as text in a form of the caller's own. Up to 65,536 characters, without NUL.</summary>
    public string? Headers { get; init; }
}
