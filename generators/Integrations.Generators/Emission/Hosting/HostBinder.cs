using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Hosting;

/// <summary>Decides what <c>AddIntegrations</c> registers.</summary>
internal static class HostBinder
{
    /// <summary>The methods; null where the runtime is not referenced.</summary>
    public static HostModel? Bind(ModuleModel? module, ReferenceModel references)
    {
        if (!references.Runtime)
            return null;
        if (module is null)
            return new HostModel(references.Modules, references.HostBuilder);
        var modules = new List<string>(references.Modules.Count + 1);
        foreach (var referenced in references.Modules)
            modules.Add(referenced);
        modules.Add(module.FullName);
        return new HostModel(EquatableArray.From(modules), references.HostBuilder);
    }
}
