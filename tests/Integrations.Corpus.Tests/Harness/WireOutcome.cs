using System.Diagnostics;
using System.Globalization;
using Integrations.Documents;

namespace Integrations.Corpus.Tests.Harness;

/// <summary>What calling every operation of a document, and round-tripping every schema, came to.</summary>
internal sealed record WireOutcome(string Document)
{
    public const string Header = "document\tmethods\tcalls\tvalues\tmismatches\tby defects of examples\tmodels\tskipped\tinstances\tdifferences\tseconds\tfirst";

    public string Error { get; init; } = "";

    /// <summary>Methods of operations: an operation has more than one where its body may be sent in several media.</summary>
    public int Methods { get; init; }

    public int Calls { get; init; }

    public int Values { get; init; }

    public IReadOnlyList<Mismatch> Mismatches { get; init; } = [];

    public RoundTripOutcome RoundTrips { get; init; } = new();

    public double Seconds { get; init; }

    /// <summary>What is wrong and not excused by an example that breaks its own schema.</summary>
    public IEnumerable<Mismatch> Unexcused => Mismatches.Where(static m => m.Defect.Length == 0).Concat(RoundTrips.Differences);

    public static async Task<WireOutcome> OfAsync(string name, LoadedClient client)
    {
        var watch = Stopwatch.StartNew();
        await using var server = await DocumentServer.StartAsync(client.Document);
        await using var host = ClientHost.Start(client, server);
        var caller = new OperationCaller(client, host, server);
        var mismatches = new List<Mismatch>();
        int methods = 0, calls = 0;
        foreach (var method in OperationMethod.Of(client))
        {
            methods++;
            foreach (var pass in CallPass.All)
            {
                calls++;
                mismatches.AddRange(await caller.CallAsync(method, pass));
            }
        }
        return new WireOutcome(name)
        {
            Methods = methods,
            Calls = calls,
            Values = caller.Values,
            Mismatches = mismatches,
            RoundTrips = RoundTripOutcome.Of(client),
            Seconds = watch.Elapsed.TotalSeconds,
        };
    }

    public override string ToString()
    {
        var first = Error.Length > 0 ? Error : Unexcused.FirstOrDefault()?.ToString().Replace('\t', ' ') ?? "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Document}\t{Methods}\t{Calls}\t{Values}\t{Mismatches.Count(static m => m.Defect.Length == 0)}\t{Mismatches.Count(static m => m.Defect.Length > 0)}\t{RoundTrips.Models}\t{RoundTrips.Skipped.Count}\t{RoundTrips.Instances}\t{RoundTrips.Differences.Count}\t{Seconds:F1}\t{first}");
    }
}
