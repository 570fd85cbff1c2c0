using Integrations.Benchmarks.Faults;

// dotnet run -c Release --project benchmarks/Faults -- brown-out [seconds] [requests per second]
// dotnet run -c Release --project benchmarks/Faults -- bad-network
// dotnet run -c Release --project benchmarks/Faults -- token-storm
// dotnet run -c Release --project benchmarks/Faults -- canary
// dotnet run -c Release --project benchmarks/Faults -- throughput [rounds]
return (args.Length > 0 ? args[0] : "") switch
{
    "brown-out" => await BrownOut.RunAsync(Number(1, 60), Number(2, 200)),
    "bad-network" => await BadNetwork.RunAsync(),
    "token-storm" => await TokenStorm.RunAsync(),
    "canary" => await Canary.RunAsync(),
    "throughput" => await Throughput.RunAsync(Number(1, 15)),
    Throughput.Server => await Throughput.ServeAsync(),
    _ => Usage(),
};

int Number(int index, int otherwise) => args.Length > index ? int.Parse(args[index], System.Globalization.CultureInfo.InvariantCulture) : otherwise;

static int Usage()
{
    Console.Error.WriteLine("The experiments are: brown-out [seconds] [requests per second], bad-network, token-storm, canary, throughput [rounds].");
    return 1;
}
