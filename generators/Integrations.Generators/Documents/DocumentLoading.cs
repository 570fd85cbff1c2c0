using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;
using Integrations.OpenApi;
using Integrations.OpenApi.Model;

namespace Integrations.Generators.Documents;

/// <summary>The document step: index, the union of what its clients ask for, load, bind.</summary>
internal static class DocumentLoading
{
    /// <summary>The bound document. Never throws but for cancellation: what goes wrong is among its problems.</summary>
    public static DocumentModel Run(DocumentInput input, DocumentStages stages, CancellationToken cancellationToken)
    {
        // None or several are meant: the check step says so where the attribute stands.
        if (input.Path is not { } path)
            return Unusable([]);
        try
        {
            var model = Load(input, path, stages, cancellationToken);
            return model with { Problems = Within(model.Problems, input) };
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return Unusable([DocumentProblems.Unforeseen(exception, path)]);
        }
    }

    private static DocumentModel Load(DocumentInput input, string path, DocumentStages stages, CancellationToken cancellationToken)
    {
        if (input.Text is not { } text)
            return Unusable([DocumentProblems.Whole(DocumentDescriptors.NotOpenApi, path, "the file cannot be read")]);

        var index = SpecIndex.Get(text, input.Files, cancellationToken);
        var problems = new ProblemSet();
        problems.Add(index.Problems, path);
        if (!index.IsOpenApi)
        {
            if (!problems.HasError)
                problems.Add(DocumentProblems.Whole(DocumentDescriptors.NotOpenApi, path, "it has no 'openapi' or 'swagger' of a known version"));
            return Unusable(problems.ToArray());
        }

        var clients = input.Request.Clients;
        var selections = new SpecSelection[clients.Count];
        var slices = new IReadOnlyList<SpecOperationKey>[clients.Count];
        for (var i = 0; i < selections.Length; i++)
        {
            selections[i] = index.Select(clients[i].Patterns);
            slices[i] = selections[i].Operations;
        }
        var spec = index.Load(text, SpecSelection.Union(selections), cancellationToken);
        problems.Add(spec.Problems, path);
        var model = stages.Bind(spec, input.Request, path, index.Tags, slices, cancellationToken);
        foreach (var problem in model.Problems)
            problems.Add(problem);
        return model with { Problems = problems.ToArray() };
    }

    /// <summary>
    /// Places that the text has: YAML, JSON and the compiler do not agree on what ends a line, and a text that breaks off is wrong behind its end.
    /// </summary>
    private static DiagnosticModel[] Within(EquatableArray<DiagnosticModel> problems, DocumentInput input)
    {
        var result = problems.ToArray();
        for (var i = 0; i < result.Length; i++)
        {
            var place = result[i].Place;
            if ((place.Path == input.Path ? input.Text : input.Files.TextAt(place.Path)) is not { } text)
                continue;
            var line = Math.Min(place.Line, text.Lines.Count - 1);
            var column = Math.Min(place.Column, text.Lines[line].Span.Length);
            if (line < place.Line)
                column = text.Lines[line].Span.Length;
            if ((line, column) != (place.Line, place.Column))
                result[i] = result[i] with { Place = place with { Line = line, Column = column, EndLine = line, EndColumn = column } };
        }
        return result;
    }

    private static DocumentModel Unusable(DiagnosticModel[] problems) => new("", "", [], [], problems);

    /// <summary>Problems in the order in which they were found, each once: reading an index and loading a slice may both find one.</summary>
    private sealed class ProblemSet
    {
        private readonly List<DiagnosticModel> _list = [];
        private readonly HashSet<DiagnosticModel> _seen = [];

        public bool HasError { get; private set; }

        public void Add(IReadOnlyList<SpecProblem> problems, string path)
        {
            foreach (var problem in problems)
                Add(DocumentProblems.Of(problem, path));
        }

        public void Add(DiagnosticModel problem)
        {
            if (!_seen.Add(problem))
                return;
            _list.Add(problem);
            HasError |= DocumentDescriptors.Of(problem.Id).DefaultSeverity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error;
        }

        public DiagnosticModel[] ToArray() => [.. _list];
    }
}
