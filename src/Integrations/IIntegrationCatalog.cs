namespace Integrations;

/// <summary>The integrations of a program, for hosts, gateways and agents that list them.</summary>
public interface IIntegrationCatalog
{
    /// <summary>Every integration, in the order of registration.</summary>
    IReadOnlyList<IntegrationInfo> Integrations { get; }
}

/// <summary>An integration, with what its calls saw until now.</summary>
public sealed class IntegrationInfo
{
    internal IntegrationInfo(IntegrationDefinition definition, Http.ApiClient client)
    {
        Definition = definition;
        Instance = client.Settings.Client.Instance;
        Enabled = client.Settings.Enabled;
        Required = client.Settings.Required;
        IsAvailable = !client.IsBreakerOpen;
        ConsecutiveFailures = client.Health.ConsecutiveFailures;
        LastSuccess = client.Health.LastSuccess;
        LastFailure = client.Health.LastFailure;
        LastError = client.Health.LastError;
    }

    /// <summary>What is known of it at compile time: name, operations, policies.</summary>
    public IntegrationDefinition Definition { get; }

    /// <summary>The name of the instance, where there are several of the integration (<c>AddKeyedClient</c>).</summary>
    /// <value>Default: null.</value>
    public string? Instance { get; }

    /// <summary>Whether configuration leaves it on.</summary>
    public bool Enabled { get; }

    /// <summary>Whether the program is not ready without it.</summary>
    public bool Required { get; }

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
