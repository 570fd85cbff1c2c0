using System.Runtime.CompilerServices;
using Integrations.Generators.Declarations;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Emission.Hosting;

/// <summary>
/// Finds the modules of referenced assemblies. It runs at every edit, so what a reference offers is read once per reference; an edit
/// costs one look-up for each.
/// </summary>
internal static class ReferenceScan
{
    private static readonly ConditionalWeakTable<MetadataReference, Facts> Known = new();

    /// <summary>What the references of a compilation offer.</summary>
    public static ReferenceModel Read(Compilation compilation, CancellationToken cancellationToken)
    {
        List<string>? modules = null;
        var runtime = false;
        var host = false;
        foreach (var reference in compilation.References)
        {
            if (!Known.TryGetValue(reference, out var facts))
            {
                cancellationToken.ThrowIfCancellationRequested();
                facts = Scan(compilation, reference);
                Known.GetValue(reference, _ => facts);
            }
            runtime |= facts.Runtime;
            host |= facts.HostBuilder;
            if (facts.Modules.Count > 0)
                (modules ??= []).AddRange(facts.Modules);
        }
        if (modules is null)
            return new ReferenceModel([], runtime, host);

        // The order of references is the build's; the order of registrations is not to depend on it.
        modules.Sort(StringComparer.Ordinal);
        for (var i = modules.Count - 1; i > 0; i--)
        {
            if (modules[i] == modules[i - 1])
                modules.RemoveAt(i);
        }
        return new ReferenceModel(EquatableArray.From(modules), runtime, host);
    }

    private static Facts Scan(Compilation compilation, MetadataReference reference)
    {
        // Under an extern alias only, nothing of it can be named by global::.
        var aliases = reference.Properties.Aliases;
        if ((!aliases.IsDefaultOrEmpty && !aliases.Contains("global")) || compilation.GetAssemblyOrModuleSymbol(reference) is not IAssemblySymbol assembly)
            return new Facts([], false, false);
        return new Facts(
            Modules(assembly),
            assembly.GetTypeByMetadataName(WellKnownNames.IntegrationsBuilder) is { DeclaredAccessibility: Accessibility.Public },
            assembly.GetTypeByMetadataName(WellKnownNames.HostApplicationBuilder) is { DeclaredAccessibility: Accessibility.Public });
    }

    private static List<string> Modules(IAssemblySymbol assembly)
    {
        var modules = new List<string>();
        if (!UsesRuntime(assembly))
            return modules;
        foreach (var attribute in assembly.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: WellKnownNames.ModuleAttribute, ContainingNamespace: { Name: WellKnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true } }
                && attribute.ConstructorArguments.Length == 1
                && attribute.ConstructorArguments[0] is { Kind: TypedConstantKind.Type, Value: INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public, ContainingType: null } module })
            {
                modules.Add(module.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));
            }
        }
        return modules;
    }

    /// <summary>Spares the attributes of every assembly that cannot have ours.</summary>
    private static bool UsesRuntime(IAssemblySymbol assembly)
    {
        foreach (var module in assembly.Modules)
        {
            foreach (var referenced in module.ReferencedAssemblies)
            {
                if (referenced.Name == WellKnownNames.Assembly)
                    return true;
            }
        }
        return false;
    }

    /// <summary>What one reference offers. It holds names only: a symbol would keep its compilation alive.</summary>
    private sealed class Facts(List<string> modules, bool runtime, bool hostBuilder)
    {
        public List<string> Modules { get; } = modules;

        public bool Runtime { get; } = runtime;

        public bool HostBuilder { get; } = hostBuilder;
    }
}
