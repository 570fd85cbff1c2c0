using Integrations.Generators.Diagnostics;
using Integrations.Generators.Documents;
using Integrations.Generators.Models;
using Integrations.OpenApi;
using Integrations.OpenApi.Model;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Checks;

/// <summary>What a declaration says of its document: that it is there (INT1002, INT1003) and has what is asked (INT1004, INT1008).</summary>
internal static class DocumentChecks
{
    /// <summary>Checks a class against its document.</summary>
    public static void Run(CheckModel check, ProjectFiles files, List<DiagnosticModel> problems, CancellationToken cancellationToken)
    {
        var document = check.Document.Text;
        if (document.Length == 0)
            return;
        var found = ProjectFile.Find(document, files.All);
        if (found.Count != 1)
        {
            problems.Add(found.Count == 0 ? Absent(check.Document, files.All) : Ambiguous(check.Document, found));
            return;
        }
        if (found[0].Read(cancellationToken) is not { } text)
            return;
        var index = SpecIndex.Get(text, files.Reach(found[0], text, cancellationToken), cancellationToken);

        // What is wrong with the document itself is said at the document.
        if (!index.IsOpenApi)
            return;
        var patterns = new string[check.Patterns.Count];
        for (var i = 0; i < patterns.Length; i++)
        {
            patterns[i] = check.Patterns[i].Text;
            var unmatched = index.Select([patterns[i]]).Unmatched;
            if (unmatched.Count > 0)
                problems.Add(Suggesting(DeclarationDescriptors.Unmatched, check.Patterns[i].Place, unmatched[0].Nearest, patterns[i], document));
        }
        if (check.Uses.Count == 0 && check.HealthCheck is null)
            return;
        var slice = new HashSet<SpecOperationKey>(index.Select(patterns).Operations);
        foreach (var use in check.Uses)
            Use(check, use, index, slice, problems);
        if (check.HealthCheck is { } health)
            HealthCheckChecks.Run(check, health, index, slice, problems);
    }

    private static DiagnosticModel Absent(PlacedText document, IReadOnlyList<ProjectFile> files) =>
        Suggesting(DeclarationDescriptors.NotInProject, document.Place, Suggestion.NearestDocuments(document.Text, files), document.Text);

    private static DiagnosticModel Ambiguous(PlacedText document, List<ProjectFile> found)
    {
        var paths = new List<string>();
        foreach (var file in found)
            paths.Add(file.Path);
        paths.Sort(StringComparer.Ordinal);
        return DeclarationProblems.Of(DeclarationDescriptors.Ambiguous, document.Place, document.Text, string.Join(", ", paths));
    }

    private static void Use(CheckModel check, OperationUse use, SpecIndex index, HashSet<SpecOperationKey> slice, List<DiagnosticModel> problems)
    {
        IReadOnlyList<string> nearest = [];
        if (!string.IsNullOrWhiteSpace(use.Operation))
        {
            var selection = index.Select([use.Operation]);
            foreach (var selected in selection.Operations)
            {
                if (slice.Contains(selected))
                    return;
            }
            nearest = selection.Unmatched.Count > 0 ? selection.Unmatched[0].Nearest : [];
        }
        problems.Add(Suggesting(DeclarationDescriptors.UnknownOperation, use.Place, nearest, use.Operation, use.Attribute, check.ClassName));
    }

    // The suggestion is the message's last argument; its first name is what a code fix writes.
    private static DiagnosticModel Suggesting(DiagnosticDescriptor descriptor, PlaceModel place, IReadOnlyList<string> nearest, params string[] arguments) =>
        DeclarationProblems.Of(descriptor, place, [.. arguments, Suggestion.Of(nearest)]) with { Remedy = nearest.Count > 0 ? nearest[0] : null };
}
