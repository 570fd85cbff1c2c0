using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Tests.Harness;

/// <summary>What a user's project is compiled against: the SDK's reference packs, and the runtime.</summary>
internal static class References
{
    private static readonly Lazy<MetadataReference[]> Loaded = new(Load);

    public static IReadOnlyList<MetadataReference> All => Loaded.Value;

    private static MetadataReference[] Load()
    {
        var dotnet = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../.."));
        var references = new List<MetadataReference>();
        foreach (var pack in new[] { "Microsoft.NETCore.App.Ref", "Microsoft.AspNetCore.App.Ref" })
        {
            var version = Directory.GetDirectories(Path.Combine(dotnet, "packs", pack), "10.*").Order(StringComparer.Ordinal).Last();
            references.AddRange(Directory.GetFiles(Path.Combine(version, "ref", "net10.0"), "*.dll").Order(StringComparer.Ordinal).Select(static f => MetadataReference.CreateFromFile(f)));
        }
        references.Add(MetadataReference.CreateFromFile(typeof(OpenApiClientAttribute).Assembly.Location));
        return [.. references];
    }
}
