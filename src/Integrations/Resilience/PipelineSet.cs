namespace Integrations.Resilience;

/// <summary>The pipelines of a client at one time. A call takes its own once, and keeps it whatever changes meanwhile.</summary>
internal sealed class PipelineSet(PolicyTable policies, OperationPipeline client, Dictionary<OperationDescriptor, OperationPipeline>? own)
{
    public PolicyTable Policies { get; } = policies;

    /// <summary>The client's, of all operations without their own.</summary>
    public OperationPipeline Client { get; } = client;

    public bool IsBreakerOpen => Client.IsBreakerOpen || (own is not null && own.Values.Any(static pipeline => pipeline.IsBreakerOpen));

    public OperationPipeline Of(OperationDescriptor operation) => own is not null && own.TryGetValue(operation, out var pipeline) ? pipeline : Client;
}
