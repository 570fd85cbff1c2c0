using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Integrations.OpenApi.Model;
using Integrations.OpenApi.Text;
using Integrations.OpenApi.Yaml;
using Microsoft.CodeAnalysis.Text;
using Microsoft.OpenApi.Reader;
using Xunit.Abstractions;

namespace Integrations.OpenApi.Tests;

/// <summary>Real vendors' documents, which stand beside the repository where they are present.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    private static readonly string? Folder = Find();

    [Fact]
    public void Every_document_loads_with_all_its_operations()
    {
        foreach (var (name, file, expected) in Documents())
        {
            var text = Read(file);
            var index = SpecIndex.Get(text, file, CancellationToken.None);
            var document = index.Load(text, index.Select(null), CancellationToken.None);

            Assert.True(index.IsOpenApi, name);
            Assert.True(expected == index.Operations.Count, $"{name}: {index.Operations.Count} operations of {expected}");
            Assert.Equal(index.Operations.Select(o => (o.Method, o.Path)), document.Operations.Select(o => (o.Method, o.Path)));
            Assert.DoesNotContain(document.Problems, p => p.Kind is SpecProblemKind.Operation or SpecProblemKind.Syntax or SpecProblemKind.Limit);
            Assert.Empty(Dangling(document));
        }
    }

    [Fact]
    public void Json_read_as_yaml_is_the_same_json()
    {
        foreach (var (name, file, _) in Documents().Where(d => d.File.EndsWith(".json", StringComparison.Ordinal) && new FileInfo(d.File).Length < 300_000))
        {
            var problems = new ProblemList();
            var yaml = YamlReader.Read(Read(file), problems, CancellationToken.None);

            Assert.True(yaml is not null, name + ": " + string.Join(" ", problems.Problems));
            Assert.Equal(JsonNode.Parse(File.ReadAllText(file))!.ToJsonString(), JsonNode.Parse(Encoding.UTF8.GetString(yaml.Bytes, 0, yaml.Length))!.ToJsonString());
        }
    }

    [Fact]
    public void The_index_of_the_biggest_document_is_small()
    {
        if (Folder is null) return;
        var file = Path.Combine(Folder, "github.json");
        SpecIndex.Get(Read(file), file, CancellationToken.None);

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var text = Read(file);
        var withText = GC.GetTotalMemory(forceFullCollection: true);
        var index = SpecIndex.Get(text, file, CancellationToken.None);
        var size = GC.GetTotalMemory(forceFullCollection: true) - withText;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"text {(withText - before) / 1024} KB, index {size / 1024} KB"));
        GC.KeepAlive(text);

        Assert.InRange(size, 0, 2 * 1024 * 1024);
        Assert.Equal(1223, index.Operations.Count);
    }

    [Fact]
    public void Index_and_slice_cost_at_most_half_of_the_whole_in_the_library()
    {
        if (Folder is null) return;
        var file = Path.Combine(Folder, "github.json");
        var text = Read(file);
        var clock = Stopwatch.StartNew();
        var index = SpecIndex.Get(text, "github", CancellationToken.None);
        var slice = index.Load(text, index.Select(["GET /user", "repos/list-*"]), CancellationToken.None);
        var ours = clock.Elapsed;

        // Second, so that what the slice has already compiled is to the library's advantage.
        clock.Restart();
        var node = JsonNode.Parse(File.ReadAllBytes(file))!;
        var whole = new OpenApiJsonReader().Read(node, new Uri("file:///github.json"), new OpenApiReaderSettings());
        var library = clock.Elapsed;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{slice.Operations.Count} operations, {slice.Schemas.Count} schemas: {ours.TotalMilliseconds:f0} ms; the library's whole: {library.TotalMilliseconds:f0} ms"));

        Assert.NotNull(whole.Document);
        Assert.InRange(slice.Schemas.Count, 1, 200);
        Assert.InRange(ours.TotalMilliseconds, 0, library.TotalMilliseconds / 2);
    }

    private static IEnumerable<(string Name, string File, int Operations)> Documents()
    {
        if (Folder is null) yield break;
        foreach (var line in File.ReadLines(Path.Combine(Folder, "INDEX.tsv")).Skip(1))
        {
            var columns = line.Split('\t');
            yield return (columns[0], Path.Combine(Folder, columns[0] + "." + columns[3]), int.Parse(columns[7], CultureInfo.InvariantCulture));
        }
    }

    private static SourceText Read(string file)
    {
        using var stream = File.OpenRead(file);
        return SourceText.From(stream, Encoding.UTF8);
    }

    /// <summary>References and mappings that the document's own schemas do not answer.</summary>
    private static IEnumerable<string> Dangling(SpecDocument document)
    {
        var roots = document.Schemas.Values.Concat(document.Operations.Concat(document.Webhooks.Select(w => w.Value)).SelectMany(OfOperation));
        return roots.SelectMany(All).SelectMany(s => (s.Discriminator?.Mapping.Select(m => m.Value) ?? []).Append(s.Reference))
            .OfType<string>().Where(key => !document.Schemas.ContainsKey(key)).Distinct();
    }

    private static IEnumerable<SpecSchema> OfOperation(SpecOperation operation) =>
        operation.Parameters.Select(p => p.Schema)
            .Concat(OfContent(operation.RequestBody?.Content ?? []))
            .Concat(operation.Responses.SelectMany(r => OfContent(r.Content).Concat(r.Headers.Select(h => h.Schema))));

    private static IEnumerable<SpecSchema> OfContent(IReadOnlyList<SpecMediaType> content) =>
        content.SelectMany(c => new[] { c.Schema, c.ItemSchema }.OfType<SpecSchema>());

    private static IEnumerable<SpecSchema> All(SpecSchema schema)
    {
        yield return schema;
        IEnumerable<SpecSchema?> children =
        [
            .. schema.Properties.Select(p => p.Schema), .. schema.PatternProperties.Select(p => p.Schema), .. schema.AllOf, .. schema.AnyOf, .. schema.OneOf,
            .. schema.PrefixItems, schema.Items, schema.AdditionalProperties, schema.Not,
        ];
        foreach (var child in children.OfType<SpecSchema>())
            foreach (var inner in All(child)) yield return inner;
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var specs = Path.Combine(folder.FullName, "shared", "specs");
            if (File.Exists(Path.Combine(specs, "INDEX.tsv"))) return specs;
        }

        return null;
    }
}
