using System.Globalization;
using Integrations.Benchmarks.Store;

// dotnet run -c Release --project benchmarks/Store -- kill postgres|sqlite [kills] [leases] [unguarded]
return args switch
{
    ["kill", "postgres" or "sqlite", ..] => await KillExperiment.RunAsync(args[1], Number(2, 50), Number(3, 10_000), args.Contains("unguarded")),
    [Worker.Command, var engine, var location, var name, var mode] => await Worker.RunAsync(new(engine, location), name, mode == "unguarded"),
    _ => Usage(),
};

int Number(int index, int otherwise) => args.Length > index && int.TryParse(args[index], CultureInfo.InvariantCulture, out var number) ? number : otherwise;

static int Usage()
{
    Console.Error.WriteLine("The experiment is: kill postgres|sqlite [kills] [leases] [unguarded]. With 'unguarded' writes go without their guard, to show that the check finds what is stale.");
    return 1;
}
