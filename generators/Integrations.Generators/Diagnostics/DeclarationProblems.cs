using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Integrations.Generators.Diagnostics;

/// <summary>From mistakes in declarations to models of diagnostics, and from those to Roslyn's.</summary>
internal static class DeclarationProblems
{
    /// <summary>A mistake.</summary>
    public static DiagnosticModel Of(DiagnosticDescriptor descriptor, PlaceModel place, params string[] arguments) =>
        new(descriptor.Id, place, new(arguments));

    /// <summary>Roslyn's diagnostic.</summary>
    public static Diagnostic Create(DiagnosticModel model) => Diagnostic.Create(
        DeclarationDescriptors.Of(model.Id),
        Location(model.Place),
        [.. model.Arguments]);

    /// <summary>Roslyn's location: by path and span, for a tree would keep a compilation alive in a cache.</summary>
    public static Location Location(PlaceModel place) => Microsoft.CodeAnalysis.Location.Create(
        place.Path,
        new TextSpan(place.Start, place.Length),
        new LinePositionSpan(new LinePosition(place.Line, place.Column), new LinePosition(place.EndLine, place.EndColumn)));

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
