using System.Reflection;
using System.Runtime.Loader;
using Integrations.Documents;
using Integrations.Testing.Documents;

namespace Integrations.Corpus.Tests.Harness;

/// <summary>A document with the client that was made of it, compiled and loaded.</summary>
internal sealed class LoadedClient : IDisposable
{
    private readonly AssemblyLoadContext _context;

    private LoadedClient(RawDocument document, AssemblyLoadContext context, Assembly assembly)
    {
        Document = document;
        _context = context;
        Assembly = assembly;
        Models = assembly.GetExportedTypes().Where(static t => WireCodec.Implements(t, typeof(Json.IJsonModel<>))).ToLookup(static t => Letters(t.Name));
    }

    public RawDocument Document { get; }

    public Assembly Assembly { get; }

    /// <summary>The emitted models by the letters of their names.</summary>
    public ILookup<string, Type> Models { get; }

    public static LoadedClient Load(string path)
    {
        var image = CorpusProject.Generate(path).Emit();
        var context = new AssemblyLoadContext(Path.GetFileName(path), isCollectible: true);
        using var stream = new MemoryStream(image);
        return new LoadedClient(RawDocument.Load(path), context, context.LoadFromStream(stream));
    }

    /// <summary>A name without what C# names lose.</summary>
    public static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    public void Dispose()
    {
        WireCodec.Clear();
        _context.Unload();
    }
}
