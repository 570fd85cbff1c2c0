using Integrations.Generators.Models;
using Integrations.OpenApi.Model;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Diagnostics;

/// <summary>From facts about a document to models of diagnostics, and from those to Roslyn's.</summary>
internal static class DocumentProblems
{
    /// <summary>A fact that reading the document found.</summary>
    public static DiagnosticModel Of(SpecProblem problem, string path)
    {
        var descriptor = problem.Kind switch
        {
            SpecProblemKind.Syntax => DocumentDescriptors.Syntax,
            SpecProblemKind.NotOpenApi => DocumentDescriptors.NotOpenApi,
            SpecProblemKind.Limit => DocumentDescriptors.Limit,
            SpecProblemKind.Reference => DocumentDescriptors.Reference,
            SpecProblemKind.Operation => DocumentDescriptors.OperationLeft,
            _ => DocumentDescriptors.Shape,
        };
        var (line, column) = (problem.Location.Line, problem.Location.Column);
        EquatableArray<string> arguments = problem.Pointer.Length == 0 ? new([problem.Message]) : new([problem.Pointer, problem.Message]);
        return new DiagnosticModel(descriptor.Id, new PlaceModel(problem.Location.File ?? path, 0, 0, line, column, line, column), arguments);
    }

    /// <summary>A fact about the whole document, at its beginning.</summary>
    public static DiagnosticModel Whole(DiagnosticDescriptor descriptor, string path, string message) =>
        new(descriptor.Id, new PlaceModel(path, 0, 0, 0, 0, 0, 0), new([message]));

    /// <summary>An exception that nothing foresaw. No stack: messages are the same on every machine.</summary>
    public static DiagnosticModel Unforeseen(Exception exception, string path) =>
        Whole(DocumentDescriptors.Internal, path, exception.GetType().Name + ": " + exception.Message);

    /// <summary>Roslyn's diagnostic. A model's arguments are read one after the other: the thing, then what there is to say of it.</summary>
    public static Diagnostic Create(DiagnosticModel model) =>
        DiagnosticText.Create(DocumentDescriptors.Of(model.Id), model.Place, [string.Join(": ", model.Arguments)]);
}
