namespace Integrations.Storage;

/// <summary>What the stores of all engines have in common.</summary>
public abstract class StoreOptions
{
    /// <summary>What may be done to the schema at start-up.</summary>
    /// <value>Default <see cref="SchemaUpgrade.Apply"/>.</value>
    public SchemaUpgrade Upgrade { get; set; } = SchemaUpgrade.Apply;

    /// <summary>The largest payload that is taken, in bytes; a larger one is an <see cref="ArgumentException"/>. A claim reads at most this much, or one row.</summary>
    /// <value>1 to 268,435,456; default 16,777,216 (16 MiB).</value>
    public int MaxPayloadBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>How often an outbox row or timer is given out before it becomes a dead letter, whatever became of it (a process that dies over a row reports nothing).</summary>
    /// <value>1 to 1,000,000; default 20.</value>
    public int MaxAttempts { get; set; } = 20;
}
