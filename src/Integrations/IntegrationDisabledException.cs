namespace Integrations;

/// <summary>An integration was used that configuration switches off (<c>Integrations:{Name}:Enabled</c> is <c>false</c>).</summary>
public sealed class IntegrationDisabledException : IntegrationException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="integration">The integration's name.</param>
    public IntegrationDisabledException(string integration)
        : base($"The integration '{integration}' is switched off by configuration: set Integrations:{integration}:Enabled to true, or do not call it.", null) =>
        Integration = integration;
}
