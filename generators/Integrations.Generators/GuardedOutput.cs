using System.Text;
using Integrations.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Integrations.Generators;

/// <summary>Adds emitted files; an emitter that throws becomes a diagnostic at the document, and the other files are still emitted.</summary>
internal static class GuardedOutput
{
    /// <summary>Adds one file.</summary>
    /// <param name="context">Where it is added.</param>
    /// <param name="hintName">Its hint name.</param>
    /// <param name="document">The document that a failure is reported at.</param>
    /// <param name="model">What is emitted.</param>
    /// <param name="emit">Writes it.</param>
    public static void Add<TModel>(SourceProductionContext context, string hintName, string document, TModel model, Func<TModel, string> emit)
    {
        try
        {
            context.AddSource(hintName, SourceText.From(emit(model), Encoding.UTF8));
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !context.CancellationToken.IsCancellationRequested)
        {
            context.ReportDiagnostic(DocumentProblems.Create(DocumentProblems.Unforeseen(exception, document)));
        }
    }
}
