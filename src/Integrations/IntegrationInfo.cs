using Integrations.Hosting;

namespace Integrations;

/// <summary>An integration, with what its calls and probes saw until now.</summary>
public sealed class IntegrationInfo
{
    internal IntegrationInfo(IntegrationDefinition definition, IIntegrationState client)
    {
        Definition = definition;
        Name = client.Client.Full;
        Instance = client.Client.Instance;
        Enabled = client.Enabled;
        Required = client.Required;
        var now = client.Health.Now();
        (Status, Since, Reason, Latency, History) = (now.Status, now.Since, now.Reason, now.Latency, now.History);
        Breakers = client.Breakers();
        IsAvailable = Breakers.All(static breaker => breaker.State != BreakerState.Open);
        ConsecutiveFailures = client.Health.ConsecutiveFailures;
        LastSuccess = client.Health.LastSuccess;
        LastFailure = client.Health.LastFailure;
        LastError = client.Health.LastError;
    }

    /// <summary>Its name, which is also the configuration section <c>Integrations:{Name}</c>; with the instance's where there are several (<c>GitHub:acme</c>).</summary>
    public string Name { get; }

    /// <summary>The name of the instance, where there are several of the integration (<c>AddKeyedClient</c>).</summary>
    /// <value>Default: null.</value>
    public string? Instance { get; }

    /// <summary>What is known of it at compile time: name, operations, policies.</summary>
    public IntegrationDefinition Definition { get; }

    /// <summary>Whether configuration leaves it on.</summary>
    public bool Enabled { get; }

    /// <summary>Whether the program is not ready without it.</summary>
    public bool Required { get; }

    /// <summary>How it is.</summary>
    public IntegrationStatus Status { get; }

    /// <summary>Since when.</summary>
    public DateTimeOffset Since { get; }

    /// <summary>Why, in fixed words and names of errors: nothing that was sent or received is in it. Null where nothing is wrong.</summary>
    public string? Reason { get; }

    /// <summary>How long the last call or probe took, with all its attempts and waits; null before the first.</summary>
    public TimeSpan? Latency { get; }

    /// <summary>The last 32 changes of its status, the oldest first.</summary>
    public IReadOnlyList<IntegrationChange> History { get; }

    /// <summary>Its circuit breakers, its own first; none where they are switched off.</summary>
    public IReadOnlyList<IntegrationBreaker> Breakers { get; }

    /// <summary>Whether no circuit breaker is open.</summary>
    public bool IsAvailable { get; }

    /// <summary>How many calls have failed since the last success.</summary>
    public int ConsecutiveFailures { get; }

    /// <summary>When a call last succeeded.</summary>
    public DateTimeOffset? LastSuccess { get; }

    /// <summary>When a call last failed.</summary>
    public DateTimeOffset? LastFailure { get; }

    /// <summary>What it failed with, as metrics name it (<c>error.type</c>).</summary>
    public string? LastError { get; }
}
