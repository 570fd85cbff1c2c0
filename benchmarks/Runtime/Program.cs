using Integrations.Benchmarks.Call;
using Integrations.Benchmarks.Json;

// dotnet run -c Release --project benchmarks/Runtime -- [name] [rounds]
var name = args.Length > 0 ? args[0] : "json";
var rounds = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 41;
switch (name)
{
    case "json":
        JsonBenchmark.Run(rounds);
        return 0;
    case "call":
        CallBenchmark.Run(rounds);
        return 0;
    default:
        Console.Error.WriteLine($"There is no benchmark '{name}'; there are: json, call.");
        return 1;
}
