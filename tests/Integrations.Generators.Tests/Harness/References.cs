using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

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
        references.Add(MetadataReference.CreateFromFile(typeof(Json.JsonReader).Assembly.Location));
        if (typeof(Json.JsonReader).Assembly.GetType("Integrations.IntegrationsBuilder") is null)
            references.Add(Stub(references));
        return [.. references];
    }

    private static PortableExecutableReference Stub(List<MetadataReference> references)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("RuntimeStub.cs")!;
        using var reader = new StreamReader(stream);
        var compilation = CSharpCompilation.Create(
            "Integrations.Runtime",
            [CSharpSyntaxTree.ParseText(reader.ReadToEnd(), TestProject.ParseOptions)],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
