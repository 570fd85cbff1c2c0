using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;
using Integrations.Documents;
using Integrations.Testing.Documents;

namespace Integrations.Corpus.Tests.Harness;

/// <summary>A document with the client that was made of it, compiled and loaded.</summary>
internal sealed class LoadedClient
{
    private static readonly ConcurrentDictionary<string, LoadedClient> s_loaded = new(StringComparer.Ordinal);

    private LoadedClient(RawDocument document, Assembly assembly)
    {
        Document = document;
        Assembly = assembly;
        Models = assembly.GetExportedTypes().Where(static t => WireCodec.Implements(t, typeof(Json.IJsonModel<>))).ToLookup(static t => Letters(t.Name));
    }

    public RawDocument Document { get; }

    public Assembly Assembly { get; }

    /// <summary>The emitted models by the letters of their names.</summary>
    public ILookup<string, Type> Models { get; }

    /// <summary>The client of a document; made once, for compiling a large one takes most of a test's time.</summary>
    public static LoadedClient Of(string path) => s_loaded.GetOrAdd(path, static p => Load(p, RawDocument.Load(p)));

    /// <summary>A client, beside a document that need not be its own: that is how tests plant faults.</summary>
    public static LoadedClient Load(string path, RawDocument document)
    {
        using var image = new MemoryStream(CorpusProject.Generate(path).Emit());
        return new LoadedClient(document, new AssemblyLoadContext(Path.GetFileName(path)).LoadFromStream(image));
    }

    /// <summary>A name without what C# names lose.</summary>
    public static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
