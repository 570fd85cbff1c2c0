namespace Integrations.Resilience;

/// <summary>The pipelines of a client at one time. A call takes its own once, and keeps it whatever changes meanwhile.</summary>
internal sealed class PipelineSet(PolicyTable policies, OperationPipeline client, Dictionary<OperationDescriptor, OperationPipeline>? own)
{
    public PolicyTable Policies { get; } = policies;

    /// <summary>The client's, of all operations without their own.</summary>
    public OperationPipeline Client { get; } = client;

    public bool IsBreakerTripped => IsTripped(Client) || (own is not null && own.Values.Any(IsTripped));

    /// <summary>Every breaker once, the client's own first.</summary>
    public IEnumerable<CircuitBreaker> Breakers() => (own is null ? [Client] : own.Values.Prepend(Client))
        .Select(static pipeline => pipeline.Breaker)
        .OfType<CircuitBreaker>()
        .Distinct()
        .OrderBy(static breaker => breaker.Scope is not null)
        .ThenBy(static breaker => breaker.Scope, StringComparer.Ordinal);

    public OperationPipeline Of(OperationDescriptor operation) => own is not null && own.TryGetValue(operation, out var pipeline) ? pipeline : Client;

    private static bool IsTripped(OperationPipeline pipeline) => pipeline.Breaker is { State: not BreakerState.Closed };
}
