namespace Integrations;

/// <summary>A message of a channel (PostgreSQL's NOTIFY).</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Payload">The message; empty where it has none.</param>
/// <param name="ProcessId">The server's process that served the sender.</param>
public readonly record struct SqlNotification(string Channel, string Payload, int ProcessId);
