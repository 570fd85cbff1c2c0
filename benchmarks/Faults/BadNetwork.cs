using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace Integrations.Benchmarks.Faults;

/// <summary>Peers that delay, cut, never answer, trickle, flood, send bombs or lead elsewhere: every call ends by its total timeout, in bounded memory.</summary>
internal static class BadNetwork
{
    private const int Calls = 20;
    private static readonly TimeSpan s_total = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync()
    {
        const string Ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
        const string Json = """{"id":7,"name":"Kettle"}""";
        var bomb = BadServer.Bomb(1L << 30);
        using var elsewhere = new BadServer((stream, stop) => BadServer.SendAsync(stream, $"{Ok}Content-Length: {Json.Length}\r\n\r\n{Json}", stop));
        var faults = new (string Name, Func<NetworkStream, CancellationToken, Task> Answer)[]
        {
            ("delays 10 s", async (stream, stop) =>
            {
                await Task.Delay(10000, stop);
                await BadServer.SendAsync(stream, $"{Ok}Content-Length: {Json.Length}\r\n\r\n{Json}", stop);
            }),
            ("cuts in the body", (stream, stop) => BadServer.SendAsync(stream, Ok + "Content-Length: 1000\r\n\r\n{\"id\":7", stop)),
            ("never answers", static (_, stop) => Task.Delay(Timeout.Infinite, stop)),
            ("a byte a second", async (stream, stop) =>
            {
                foreach (var c in $"{Ok}Content-Length: {Json.Length}\r\n\r\n{Json}")
                {
                    await BadServer.SendAsync(stream, c.ToString(), stop);
                    await Task.Delay(1000, stop);
                }
            }),
            ("headers without end", async (stream, stop) =>
            {
                await BadServer.SendAsync(stream, Ok, stop);
                while (true)
                {
                    await BadServer.SendAsync(stream, "X-Flood: " + new string('x', 8000) + "\r\n", stop);
                }
            }),
            ("1 GB in a gzip of 1 MB", async (stream, stop) =>
            {
                await BadServer.SendAsync(stream, $"{Ok}Content-Encoding: gzip\r\nContent-Length: {bomb.Length}\r\n\r\n", stop);
                await stream.WriteAsync(bomb, stop);
            }),
            ("leads to another host", (stream, stop) => BadServer.SendAsync(stream, $"HTTP/1.1 302 Found\r\nLocation: {elsewhere.Address}/items/7\r\nContent-Length: 0\r\n\r\n", stop)),
        };

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Bad network: {Calls} calls at once, {s_total.TotalSeconds} s in total each, 1 s an attempt"));
        Console.WriteLine("| the peer | longest, s | how calls end | hung | peak of live memory, MB |");
        Console.WriteLine("|---|---|---|---|---|");
        var good = true;
        foreach (var (name, answer) in faults)
        {
            using var server = new BadServer(answer);
            good &= await MeasureAsync(name, server.Address);
        }
        Console.WriteLine($"Credentials that came to the other host: {elsewhere.Credentials}");
        return good && elsewhere.Credentials == 0 ? 0 : 2;
    }

    private static async Task<bool> MeasureAsync(string name, string address)
    {
        var client = IntegrationClient.Create<FaultsClient>(options =>
        {
            options.BaseAddress = address;
            options.Settings["Auth:Token"] = "token";
            options.Policies.Add(new TimeoutAttribute { TotalSeconds = s_total.TotalSeconds, AttemptSeconds = 1 });
            options.Policies.Add(new CircuitBreakerAttribute { Enabled = false });
        });
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (peak, done) = (0L, false);
        var watch = Task.Run(async () =>
        {
            while (!Volatile.Read(ref done))
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false) - before);
                await Task.Delay(20);
            }
        });
        var ends = new string[Calls];
        var longest = 0.0;
        var calls = Enumerable.Range(0, Calls).Select(i => Task.Run(async () =>
        {
            var started = Stopwatch.GetTimestamp();
            try
            {
                await client.GetItemAsync(7);
                ends[i] = "success";
            }
            catch (IntegrationException exception)
            {
                ends[i] = exception.GetType().Name;
            }
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            lock (ends)
            {
                longest = Math.Max(longest, seconds);
            }
        })).ToList();
        await Task.WhenAny(Task.WhenAll(calls), Task.Delay(s_total * 3));
        var hung = calls.Count(static call => !call.IsCompleted);
        Volatile.Write(ref done, true);
        await watch;
        var how = string.Join(", ", ends.Where(static end => end is not null).GroupBy(static end => end).Select(static group => $"{group.Count()} {group.Key}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {longest:0.00} | {how} | {hung} | {peak / 1048576.0:0} |"));
        return hung == 0 && longest <= s_total.TotalSeconds + 0.5;
    }
}
