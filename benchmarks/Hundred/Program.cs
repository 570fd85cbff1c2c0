using System.Diagnostics;
using System.Globalization;
using Integrations.Benchmarks.Hundred;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// dotnet run -c Release --project benchmarks/Hundred -- [rounds] [seconds a phase] [requests per second]
if (args.Length > 0 && args[0] == Server.Command)
{
    return await Server.RunAsync();
}

// The host is measured before there is anything else: it is told the address of a server that is started only afterwards.
var address = Environment.GetEnvironmentVariable("HUNDRED_ADDRESS");
if (address is null)
{
    return await Traffic.ParentAsync(args);
}

var builder = Host.CreateApplicationBuilder();
builder.Logging.ClearProviders();
builder.Configuration.AddInMemoryCollection(Clients.All.SelectMany((client, number) => new KeyValuePair<string, string?>[]
{
    new($"Integrations:{client.Name}:BaseAddress", $"{address}/{number}"),
    new($"Integrations:{client.Name}:Auth:Token", "token"),
}));
builder.AddIntegrations();
using var host = builder.Build();
await host.StartAsync();
var calls = Array.ConvertAll(Clients.All, client => client.Make(host.Services));
var started = DateTime.Now - Process.GetCurrentProcess().StartTime;
using var self = Process.GetCurrentProcess();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{calls.Length} clients: from the start of the process to all made {started.TotalSeconds:0.00} s; {self.WorkingSet64 / 1048576.0:0} MB of working set, {self.PrivateMemorySize64 / 1048576.0:0} MB private, {GC.GetTotalMemory(true) / 1048576.0:0.0} MB of live objects"));
var good = calls.Length == 100 && started.TotalSeconds <= 2 && self.WorkingSet64 < 150 * 1048576L;
var traffic = await Traffic.RunAsync(calls, args);
await host.StopAsync();
return good && traffic ? 0 : 2;
