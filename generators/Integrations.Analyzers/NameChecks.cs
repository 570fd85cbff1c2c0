using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Integrations.Analyzers;

/// <summary>Finds integrations of one name (INT1005), ignoring case as configuration does. Seen only when the whole project was.</summary>
internal sealed class NameChecks
{
    private readonly ConcurrentBag<(string Name, string Class, Location Place)> _seen = [];

    /// <summary>Notes an integration.</summary>
    public void Add(string name, INamedTypeSymbol type, Location place) => _seen.Add((name, type.ToDisplayString(), place));

    /// <summary>Reports every integration whose name another has too.</summary>
    public void Report(CompilationAnalysisContext context)
    {
        var byName = new Dictionary<string, List<(string Name, string Class, Location Place)>>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in _seen)
        {
            if (!byName.TryGetValue(entry.Name, out var entries))
                byName.Add(entry.Name, entries = []);
            entries.Add(entry);
        }
        foreach (var entries in byName.Values)
        {
            entries.Sort(static (left, right) => string.CompareOrdinal(left.Class, right.Class));
            for (var i = 0; i < entries.Count && entries.Count > 1; i++)
            {
                var other = entries[i == 0 ? 1 : 0];
                context.ReportDiagnostic(Diagnostic.Create(DeclarationDescriptors.SameName, entries[i].Place, entries[i].Name, other.Class));
            }
        }
    }
}
