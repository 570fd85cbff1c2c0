namespace Integrations;

/// <summary>A circuit breaker of an integration.</summary>
/// <param name="Scope">Whose it is: an operation's (<c>METHOD /path</c>), another host's, or, where it is null, the client's own.</param>
/// <param name="State">Its state.</param>
public sealed record IntegrationBreaker(string? Scope, BreakerState State);
