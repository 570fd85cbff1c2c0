using System.Collections.Immutable;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;

namespace Integrations.Generators.Checks;

/// <summary>Finds integrations of one name (INT1005), ignoring case as configuration does.</summary>
internal static class NameChecks
{
    /// <summary>A problem for every integration whose name another has too.</summary>
    public static void Run(ImmutableArray<CheckModel> all, List<DiagnosticModel> problems)
    {
        var byName = new SortedDictionary<string, List<CheckModel>>(StringComparer.OrdinalIgnoreCase);
        foreach (var check in all)
        {
            if (check.Integration.Length == 0)
                continue;
            if (!byName.TryGetValue(check.Integration, out var alike))
                byName.Add(check.Integration, alike = []);
            alike.Add(check);
        }
        foreach (var alike in byName.Values)
        {
            alike.Sort(static (left, right) => string.CompareOrdinal(left.FullName, right.FullName));
            for (var i = 0; i < alike.Count && alike.Count > 1; i++)
            {
                var other = alike[i == 0 ? 1 : 0];
                problems.Add(DeclarationProblems.Of(DeclarationDescriptors.SameName, alike[i].Place, alike[i].Integration, other.FullName));
            }
        }
    }
}
