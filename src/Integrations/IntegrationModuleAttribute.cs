namespace Integrations;

/// <summary>Names the type that registers an assembly's integrations, so that <c>AddIntegrations</c> of a program that references the assembly finds it. Emitted.</summary>
/// <param name="module">A public <see cref="IIntegrationModule"/>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class IntegrationModuleAttribute(Type module) : Attribute
{
    /// <summary>A public <see cref="IIntegrationModule"/>.</summary>
    public Type Module { get; } = module;
}
