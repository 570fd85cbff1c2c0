using System.Globalization;
using Integrations.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Tests.Hostile;

/// <summary>What must hold of every diagnostic about a document: foreseen, at a place that exists, and one line of plain text.</summary>
internal static class DiagnosticRules
{
    private const int MostMessage = 2000;

    public static void Check(HostileRun run, List<string> faults)
    {
        var documents = run.Project.Documents.ToDictionary(static d => d.Path, static d => d.GetText(), StringComparer.Ordinal);
        foreach (var diagnostic in run.Result.Diagnostics)
        {
            var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
            if (diagnostic.Id == "INT2099")
                faults.Add("unforeseen: " + message);
            if (!diagnostic.Id.StartsWith("INT2", StringComparison.Ordinal))
            {
                faults.Add("a diagnostic that is not about the document: " + diagnostic);
                continue;
            }
            var span = diagnostic.Location.GetLineSpan();
            if (!documents.TryGetValue(span.Path, out var text))
                faults.Add($"{diagnostic.Id} is at '{span.Path}', which is no document: {message}");
            else if (span.StartLinePosition.Line >= text.Lines.Count || span.StartLinePosition.Character > text.Lines[span.StartLinePosition.Line].Span.Length)
                faults.Add($"{diagnostic.Id} is at {span.StartLinePosition}, which the document does not have: {message}");
            if (message.Any(static c => char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
                faults.Add($"{diagnostic.Id} has a message with control or format characters: {message}");
            if (message.Length > MostMessage)
                faults.Add($"{diagnostic.Id} has a message of {message.Length} characters");
        }
    }
}
