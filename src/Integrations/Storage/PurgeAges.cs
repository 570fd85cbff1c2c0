namespace Integrations.Storage;

/// <summary>From which age on rows are purged, by the database's clock. Null keeps them.</summary>
public sealed record PurgeAges
{
    /// <summary>Inbox marks. Must be longer than a message can still be delivered again.</summary>
    /// <value>Default 7 days.</value>
    public TimeSpan? Inbox { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Dead letters.</summary>
    /// <value>Default null: somebody should look at them.</value>
    public TimeSpan? DeadLetters { get; init; }

    /// <summary>Leases that ended without being released.</summary>
    /// <value>Default 1 day.</value>
    public TimeSpan? Leases { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Records of the log. The versions of a stream go on where they were. The role of the administrator's script may not delete them: the owner purges.</summary>
    /// <value>Default null.</value>
    public TimeSpan? Log { get; init; }
}
