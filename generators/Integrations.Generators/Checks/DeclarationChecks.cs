using System.Collections.Immutable;
using Integrations.Generators.Documents;
using Integrations.Generators.Models;

namespace Integrations.Generators.Checks;

/// <summary>The check step: everything that is wrong with one class, and what classes do to each other.</summary>
internal static class DeclarationChecks
{
    /// <summary>The mistakes of one class. Never throws but for cancellation.</summary>
    public static EquatableArray<DiagnosticModel> Run(CheckModel check, ProjectFiles files, CancellationToken cancellationToken)
    {
        var problems = new List<DiagnosticModel>(check.Problems);
        try
        {
            DocumentChecks.Run(check, files, problems, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // What cannot be read here cannot be bound either, and the document step reports it (INT2099).
        }
        return EquatableArray.From(problems);
    }

    /// <summary>The mistakes that only all classes together show.</summary>
    public static EquatableArray<DiagnosticModel> Together(ImmutableArray<CheckModel> all)
    {
        var problems = new List<DiagnosticModel>();
        NameChecks.Run(all, problems);
        return EquatableArray.From(problems);
    }
}
