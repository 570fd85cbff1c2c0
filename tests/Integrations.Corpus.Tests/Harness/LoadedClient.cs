using System.Reflection;
using System.Runtime.Loader;
using Integrations.Documents;
using Integrations.Json;
using Integrations.Testing.Documents;

namespace Integrations.Corpus.Tests.Harness;

/// <summary>A document with the client that was made of it, compiled and loaded.</summary>
internal sealed class LoadedClient
{
    /// <summary>The emitted types of schemas by the letters of their names.</summary>
    private readonly ILookup<string, Type> _models;

    /// <summary>Components by the same letters: what two of them share is neither's.</summary>
    private readonly ILookup<string, string> _components;

    private LoadedClient(RawDocument document, Assembly assembly)
    {
        Document = document;
        Assembly = assembly;
        _components = (document.Schemas ?? []).Select(static s => s.Key).ToLookup(Letters);
        _models = assembly.GetExportedTypes()
            .Where(static t => WireCodec.Implements(t, typeof(IJsonModel<>)) || WireCodec.Implements(t, typeof(IStringEnum<>)) || WireCodec.Implements(t, typeof(IIntegerEnum<>)))
            .ToLookup(static t => Letters(t.Name));
    }

    public RawDocument Document { get; }

    public Assembly Assembly { get; }

    /// <summary>A client, beside a document that need not be its own: that is how tests plant faults.</summary>
    public static LoadedClient Load(string path, RawDocument document)
    {
        using var image = new MemoryStream(CorpusProject.Generate(path).Emit());
        return Load(Path.GetFileName(path), image, document);
    }

    /// <summary>A client that is compiled.</summary>
    public static LoadedClient Load(string name, MemoryStream image, RawDocument document)
    {
        image.Position = 0;
        return new LoadedClient(document, new AssemblyLoadContext(name).LoadFromStream(image));
    }

    /// <summary>The type of a component: of several whose names have the same letters, the one that is named alike; null where there is none.</summary>
    public Type? Model(string component)
    {
        var types = _models[Letters(component)].ToList();
        return types.Count == 1 && _components[Letters(component)].Count() == 1 ? types[0] : types.Find(t => t.Name == component);
    }

    /// <summary>A name without what C# names lose.</summary>
    public static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
