namespace Integrations;

/// <summary>What is known of an integration at compile time: what its attributes and its document say.</summary>
/// <param name="name">The name, which is also the configuration section <c>Integrations:{Name}</c>.</param>
public sealed class IntegrationDefinition(string name)
{
    /// <summary>The name, which is also the configuration section <c>Integrations:{Name}</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The document's first server, when it is absolute; it may have variables (<c>{region}</c>). Configuration <c>BaseAddress</c> overrides it.</summary>
    /// <value>Default: null, so that configuration must say it.</value>
    public string? BaseAddress { get; init; }

    /// <summary>The variables of the document's servers.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<ServerVariable> Variables { get; init; } = [];

    /// <summary>What attributes say of servers.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<ServerAttribute> Servers { get; init; } = [];

    /// <summary>How the client authenticates. Which of them an operation gets, the document says where it can.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<AuthAttribute> Auth { get; init; } = [];

    /// <summary>The security schemes of the document that its operations use.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<SecurityScheme> SecuritySchemes { get; init; } = [];

    /// <summary>What the document says that operations need which say nothing themselves; written as <see cref="OperationDescriptor.Security"/>.</summary>
    /// <value>Default: null.</value>
    public string? Security { get; init; }

    /// <summary>The policies, of the client and of single operations.</summary>
    /// <value>Default: none, so that the defaults hold.</value>
    public IReadOnlyList<PolicyAttribute> Policies { get; init; } = [];

    /// <summary>How it is probed.</summary>
    /// <value>Default: null, so that its health is what calls saw.</value>
    public HealthCheckAttribute? HealthCheck { get; init; }

    /// <summary>Whether the program is not ready without it. Configuration <c>Required</c> overrides it.</summary>
    /// <value>Default: false.</value>
    public bool Required { get; init; }

    /// <summary>Every operation that was emitted.</summary>
    public IReadOnlyList<OperationDescriptor> Operations { get; init; } = [];
}
