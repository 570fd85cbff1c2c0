using System.Globalization;
using Integrations.Testing.Documents;

namespace Integrations.Corpus.Tests.Harness;

/// <summary>How a document compiled.</summary>
internal sealed record CompiledDocument(string Document, int Operations, int Emitted, string Error, double Milliseconds, long Bytes, long Lines)
{
    public const string Header = "document\toperations\temitted\tfirst error\tgenerator ms\tbytes\tlines\tlines per operation";

    public bool Failed => Error.Length > 0 || Operations != Emitted;

    public long LinesPerOperation => Operations > 0 ? Lines / Operations : 0;

    /// <summary>Compiles a document, and loads its client where it is to be called.</summary>
    public static CompiledDocument Of(string path, bool isCalled, out LoadedClient? client)
    {
        client = null;
        var name = Path.GetFileName(path);
        var operations = -1;
        try
        {
            var document = RawDocument.Load(path);
            operations = document.Operations.Count;
            var project = CorpusProject.Generate(path);
            long bytes = 0, lines = 0;
            foreach (var source in project.Sources)
            {
                bytes += source.Length;
                lines += source.Lines.Count;
            }
            var image = isCalled ? new MemoryStream() : null;
            var problem = project.Problems(image).FirstOrDefault() ?? "";
            if (image is not null && problem.Length == 0)
                client = LoadedClient.Load(name, image, document);
            return new CompiledDocument(name, operations, project.EmittedOperations(), problem, project.Time.TotalMilliseconds, bytes, lines);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new CompiledDocument(name, operations, 0, e.GetType().Name + ": " + e.Message, 0, 0, 0);
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Document}\t{Operations}\t{Emitted}\t{Error.ReplaceLineEndings(" ").Replace('\t', ' ')}\t{Milliseconds:F0}\t{Bytes}\t{Lines}\t{LinesPerOperation}");
}
