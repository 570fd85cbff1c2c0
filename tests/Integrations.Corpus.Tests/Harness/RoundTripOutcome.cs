using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Integrations.Testing.Documents;

namespace Integrations.Corpus.Tests.Harness;

/// <summary>Instances of every schema, read, written, read and written by the code that was emitted for it.</summary>
internal sealed record RoundTripOutcome
{
    private static readonly InstanceOptions[] s_variants =
    [
        new(1, Optional: true, Unknown: true),
        new(2, Optional: false),
        new(3, Optional: false, FirstBranch: false, Unknown: true),
        .. Enumerable.Range(4, 5).Select(static seed => new InstanceOptions(seed, Optional: true, FirstBranch: false, Unknown: seed % 2 == 0)),
        new(9, Optional: true, FirstBranch: false, Unknown: true, Strange: true),
        new(10, Optional: false, FirstBranch: false, Strange: true),
    ];

    public int Models { get; init; }

    public int Instances { get; init; }

    /// <summary>Component schemas that are no type of their own: arrays, maps, scalars; and those that no operation reaches.</summary>
    public IReadOnlyList<string> Skipped { get; init; } = [];

    public IReadOnlyList<Mismatch> Differences { get; init; } = [];

    public static RoundTripOutcome Of(LoadedClient client)
    {
        var differences = new List<Mismatch>();
        var skipped = new List<string>();
        int models = 0, instances = 0;
        var validator = new SchemaValidator(client.Document);
        var maker = new SchemaInstances(client.Document);
        foreach (var (component, _) in client.Document.Schemas ?? [])
        {
            if (client.Model(component) is not { } type)
            {
                skipped.Add(component);
                continue;
            }
            models++;
            var prefix = client.Document.IsSwagger ? "#/definitions/" : "#/components/schemas/";
            var reference = new JsonObject { ["$ref"] = prefix + component.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal).Replace("%", "%25", StringComparison.Ordinal) };
            foreach (var options in s_variants)
            {
                instances++;
                var seeded = options with { Seed = options.Seed + (models * 16), Direction = Direction.Both };
                var instance = maker.Make(reference, seeded);
                var pass = "instance " + options.Seed.ToString(CultureInfo.InvariantCulture);
                if (validator.Check(options.Strange ? maker.Make(reference, seeded with { Strange = false }) : instance, reference, Direction.Both) is [var broken, ..])
                    differences.Add(new Mismatch("schema " + component, pass, "no instance of the schema was found: " + broken, ""));
                else if (Difference(type, instance) is { } difference)
                    differences.Add(new Mismatch("schema " + component, pass, $"{difference} {Short(instance?.ToJsonString() ?? "null")}", ""));
            }
        }
        return new RoundTripOutcome { Models = models, Instances = instances, Skipped = skipped, Differences = differences };
    }

    private static string? Difference(Type type, JsonNode? instance)
    {
        try
        {
            var first = WireCodec.Write(type, WireCodec.Read(type, Encoding.UTF8.GetBytes(instance?.ToJsonString() ?? "null")));
            var second = WireCodec.Write(type, WireCodec.Read(type, first));
            if (!first.AsSpan().SequenceEqual(second))
                return "the second writing differs: " + Short(Encoding.UTF8.GetString(second));
            return JsonSame.Difference(instance, JsonNode.Parse(first));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return e.GetType().Name + ": " + e.Message;
        }
    }

    private static string Short(string text) => text.Length > 400 ? text[..400] + "..." : text;
}
