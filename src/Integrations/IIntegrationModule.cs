namespace Integrations;

/// <summary>Registers the integrations of one assembly. Emitted.</summary>
public interface IIntegrationModule
{
    /// <summary>Registers them.</summary>
    /// <param name="builder">Where to register.</param>
    static abstract void Register(IntegrationsBuilder builder);
}
