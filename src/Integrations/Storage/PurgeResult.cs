namespace Integrations.Storage;

/// <summary>How many rows were purged.</summary>
/// <param name="Inbox">Inbox marks.</param>
/// <param name="DeadLetters">Dead letters.</param>
/// <param name="Leases">Leases that had ended.</param>
/// <param name="Log">Records of the log.</param>
public sealed record PurgeResult(long Inbox, long DeadLetters, long Leases, long Log);
