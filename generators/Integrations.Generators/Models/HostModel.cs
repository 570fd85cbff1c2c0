namespace Integrations.Generators.Models;

/// <summary>What the references of a compilation offer.</summary>
/// <param name="Modules">The integration modules of referenced assemblies, fully qualified, ordered.</param>
/// <param name="Runtime">Whether <c>Integrations.IntegrationsBuilder</c> is among them.</param>
/// <param name="HostBuilder">Whether <c>IHostApplicationBuilder</c> is among them.</param>
internal sealed record ReferenceModel(EquatableArray<string> Modules, bool Runtime, bool HostBuilder);

/// <summary>The <c>AddIntegrations</c> methods of this project.</summary>
/// <param name="Modules">The modules that they register, fully qualified: the referenced ones in order, then the project's own.</param>
/// <param name="HostBuilder">Whether the method on <c>IHostApplicationBuilder</c> is emitted.</param>
internal sealed record HostModel(EquatableArray<string> Modules, bool HostBuilder);
