using System.Collections.Immutable;
using Integrations.Generators.Declarations;
using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Hosting;

/// <summary>Decides what the project's module registers.</summary>
internal static class ModuleBinder
{
    /// <summary>The module; null where the project declares no integration.</summary>
    public static ModuleModel? Bind(ImmutableArray<ClientOutput> clients, EquatableArray<string> databases, ProjectModel project)
    {
        if (clients.IsEmpty && databases.Count == 0)
            return null;
        var entries = new List<ModuleClient>(clients.Length);
        foreach (var client in clients)
            entries.Add(new ModuleClient("global::" + client.Declaration.FullName, Services(client.Client)));
        entries.Sort(static (left, right) => string.CompareOrdinal(left.Type, right.Type));
        return new ModuleModel(project.RootNamespace, IntegrationNames.ToIdentifier(project.AssemblyName) + "IntegrationModule", EquatableArray.From(entries), databases);
    }

    private static EquatableArray<ModuleService> Services(ClientModel? client)
    {
        if (client is null)
            return [];
        var services = new List<ModuleService>();
        if (client.InterfaceName is { } flat)
        {
            var dot = client.FullName.LastIndexOf('.');
            services.Add(new ModuleService("global::" + client.FullName.Substring(0, dot + 1) + flat, null));
        }
        foreach (var group in client.Groups)
            services.Add(new ModuleService(group.InterfaceName, group.PropertyName));
        return EquatableArray.From(services);
    }
}
