using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Diagnostics;

/// <summary>From mistakes in declarations to models of diagnostics, and from those to Roslyn's.</summary>
internal static class DeclarationProblems
{
    /// <summary>A mistake.</summary>
    public static DiagnosticModel Of(DiagnosticDescriptor descriptor, PlaceModel place, params string[] arguments) =>
        new(descriptor.Id, place, new(arguments));

    /// <summary>Roslyn's diagnostic.</summary>
    public static Diagnostic Create(DiagnosticModel model) => DiagnosticText.Create(DeclarationDescriptors.Of(model.Id), model.Place, model.Arguments);

    /// <summary>A place as a model.</summary>
    public static PlaceModel Place(Location location)
    {
        var lines = location.GetLineSpan();
        return new PlaceModel(
            lines.Path,
            location.SourceSpan.Start,
            location.SourceSpan.Length,
            lines.StartLinePosition.Line,
            lines.StartLinePosition.Character,
            lines.EndLinePosition.Line,
            lines.EndLinePosition.Character);
    }
}
