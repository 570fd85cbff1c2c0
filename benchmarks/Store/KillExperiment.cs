using System.Diagnostics;
using System.Globalization;
using Integrations.Storage;
using Integrations.Tests.Shared;

namespace Integrations.Benchmarks.Store;

/// <summary>Processes over one store are killed one after the other while they work; what they left is checked from the database.</summary>
internal static class KillExperiment
{
    public static async Task<int> RunAsync(string engine, int kills, int leases, bool isUnguarded)
    {
        var folder = Directory.CreateTempSubdirectory("store-");
        await using var server = engine == "postgres" ? await PostgresServer.StartAsync("max_connections=150") : null;
        var target = new Target(engine, server?.ConnectionString() ?? Path.Combine(folder.FullName, "store.db"));
        try
        {
            await target.PrepareAsync();
            await using var store = target.CreateStore();
            var workers = Enumerable.Range(0, engine == "postgres" ? 4 : 1).Select(i => Start(target, i, isUnguarded)).ToArray();
            using var end = new CancellationTokenSource();
            var reading = Task.Run(() => ReadLogAsync(store, end.Token));
            var began = Stopwatch.GetTimestamp();
            var failed = await KillAsync(target, workers, kills, leases, isUnguarded);
            failed += await StopAsync(workers);
            var elapsed = Stopwatch.GetElapsedTime(began);
            await Task.Delay(1_000);
            await end.CancelAsync();
            var findings = await Findings.CheckAsync(target, await reading);
            findings.Print($"{workers.Length} process{(workers.Length > 1 ? "es" : "")} over {engine}, {kills} kills, {elapsed.TotalSeconds:F0} s{(isUnguarded ? ", UNGUARDED" : "")}", failed);
            return findings.AreGood && failed == 0 && findings.Acquired >= leases ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Kills are spread over the leases that are taken.</summary>
    private static async Task<int> KillAsync(Target target, Process[] workers, int kills, int leases, bool isUnguarded)
    {
        var random = new Random(1);
        var failed = 0;
        await using var connection = await target.ConnectAsync();
        for (var killed = 0; ;)
        {
            var acquired = await CountAsync(connection);
            if (acquired >= leases && killed == kills)
                return failed;
            for (var i = 0; i < workers.Length; i++)
            {
                if (!workers[i].HasExited)
                    continue;
                Console.Error.WriteLine($"A worker ended by itself with {workers[i].ExitCode}.");
                failed++;
                workers[i] = Start(target, i, isUnguarded);
            }
            if (failed > 5)
                return failed;
            if (killed < kills && acquired >= (long)leases * (killed + 1) / (kills + 1))
            {
                var victim = random.Next(workers.Length);
                workers[victim].Kill();
                await workers[victim].WaitForExitAsync();
                workers[victim].Dispose();
                workers[victim] = Start(target, victim, isUnguarded);
                killed++;
                await Task.Delay(random.Next(300, 900));
            }
            await Task.Delay(50);
        }
    }

    private static async Task<int> StopAsync(Process[] workers)
    {
        foreach (var worker in workers)
            await worker.StandardInput.WriteLineAsync("stop");
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await Task.WhenAll(workers.Select(worker => worker.WaitForExitAsync(late.Token)));
        return workers.Count(static worker => worker.ExitCode != 0);
    }

    private static async Task<long> CountAsync(System.Data.Common.DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from audit where op = 'UPDATE' and token <> old_token";
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    /// <summary>A reader that goes on after the last record it saw, all the time.</summary>
    private static async Task<HashSet<long>> ReadLogAsync(IStore store, CancellationToken end)
    {
        var seen = new HashSet<long>();
        for (var after = 0L; ;)
        {
            var isLast = end.IsCancellationRequested;
            var records = await store.Log.ReadAllAsync(after, 500, CancellationToken.None);
            foreach (var record in records)
                seen.Add(record.Position);
            if (records.Count > 0)
                after = records[^1].Position;
            else if (isLast)
                return seen;
            else
                await Task.Delay(20, CancellationToken.None);
        }
    }

    private static Process Start(Target target, int index, bool isUnguarded)
    {
        var start = new ProcessStartInfo(Path.ChangeExtension(typeof(KillExperiment).Assembly.Location, OperatingSystem.IsWindows() ? ".exe" : null)) { RedirectStandardInput = true };
        foreach (var argument in (string[])[Worker.Command, target.Engine, target.Location, $"w{index}-{Guid.NewGuid():N}", isUnguarded ? "unguarded" : "guarded"])
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
