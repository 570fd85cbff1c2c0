namespace Integrations;

/// <summary>Which endpoints there are for integrations, and who may call them.</summary>
public sealed class IntegrationsEndpointOptions
{
    /// <summary>What the paths of the health endpoints begin with: <c>{HealthPath}/live</c>, <c>/ready</c> and <c>/integrations</c>.</summary>
    /// <value>Default: <c>/health</c>.</value>
    public string HealthPath { get; set; } = "/health";

    /// <summary>
    /// Who is told how each integration is. The detail names every system that the program talks to and which of them is in trouble; no address,
    /// credential or value of a call is in it.
    /// </summary>
    /// <value>Default: <see cref="HealthDetailAccess.Authenticated"/>.</value>
    public HealthDetailAccess HealthDetail { get; set; } = HealthDetailAccess.Authenticated;

    /// <summary>
    /// An authorization policy that callers of the detail must meet, whatever <see cref="HealthDetail"/> says but
    /// <see cref="HealthDetailAccess.Nobody"/>; who does not is challenged or forbidden by it.
    /// </summary>
    /// <value>Default: null, which is none.</value>
    public string? HealthDetailPolicy { get; set; }
}
