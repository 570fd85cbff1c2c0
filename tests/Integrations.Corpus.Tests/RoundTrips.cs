using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Integrations.Corpus.Tests.Harness;
using Integrations.Documents;
using Integrations.Testing.Documents;
using Xunit.Abstractions;

namespace Integrations.Corpus.Tests;

/// <summary>What a schema allows survives reading and writing.</summary>
[Collection("One at a time")]
public sealed class RoundTrips(ITestOutputHelper output)
{
    private static readonly InstanceOptions[] s_variants =
    [
        new(1, Optional: true, Unknown: true),
        new(2, Optional: false),
        new(3, Optional: false, FirstBranch: false, Unknown: true),
        .. Enumerable.Range(4, 5).Select(static seed => new InstanceOptions(seed, Optional: true, FirstBranch: false, Unknown: seed % 2 == 0)),
    ];

    [Theory]
    [InlineData("github")]
    [InlineData("stripe_2023-08")]
    [InlineData("twilio_api_v2010")]
    public void Instances_of_every_schema_survive_read_write_read_write(string name)
    {
        if (Corpus.Document(name) is not { } path)
            return;
        var client = LoadedClient.Of(path);
        var failures = new List<string>();
        int schemas = 0, instances = 0, unsound = 0;
        var validator = new SchemaValidator(client.Document);
        foreach (var (component, schema) in client.Document.Schemas ?? [])
        {
            if (client.Models[LoadedClient.Letters(component)].ToList() is not [var type])
                continue;
            schemas++;
            var reference = new JsonObject { ["$ref"] = "#/components/schemas/" + component.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal) };
            foreach (var options in s_variants)
            {
                instances++;
                var instance = new SchemaInstances(client.Document).Make(reference, options with { Seed = options.Seed + (schemas * 16) });
                var broken = validator.Check(instance, reference, Direction.Response);
                unsound += broken.Count > 0 ? 1 : 0;
                if (Difference(type, instance) is { } difference)
                    failures.Add(string.Create(CultureInfo.InvariantCulture, $"{component}\t{options.Seed}\t{difference}\t{(broken.Count > 0 ? broken[0] : "")}\t{instance?.ToJsonString()}"));
            }
        }
        File.WriteAllLines(Corpus.Report($"round-trips.{name}.tsv"), failures);
        var summary = $"{name}: {schemas} models, {instances} instances, {unsound} that break their schema, {failures.Count} differences";
        output.WriteLine(summary);
        Console.WriteLine(summary);
        Assert.Equal(0, unsound);
        Assert.Empty(failures.Select(static f => f.Length > 400 ? f[..400] : f));
    }

    private static string? Difference(Type type, JsonNode? instance)
    {
        try
        {
            var first = WireCodec.Write(type, WireCodec.Read(type, Encoding.UTF8.GetBytes(instance?.ToJsonString() ?? "null")));
            var second = WireCodec.Write(type, WireCodec.Read(type, first));
            if (!first.AsSpan().SequenceEqual(second))
                return "the second writing differs: " + Encoding.UTF8.GetString(second);
            return JsonSame.Difference(instance, JsonNode.Parse(first));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return e.GetType().Name + ": " + e.Message;
        }
    }
}
