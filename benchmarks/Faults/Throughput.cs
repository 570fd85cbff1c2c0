using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Integrations.Benchmarks.Faults;

/// <summary>
/// Requests a second over loopback: the emitted client with its whole pipeline and a limiter, beside a loop over HttpClient as people write it. The
/// server is another process on the same cores; rounds take turns, so that what disturbs the machine disturbs both.
/// </summary>
internal static class Throughput
{
    public const string Server = "throughput-server";

    private const int Callers = 32;
    private static readonly TimeSpan s_round = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(int rounds)
    {
        using var server = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Start(), Server]) { RedirectStandardOutput = true, RedirectStandardInput = true })!;
        try
        {
            var address = (await server.StandardOutput.ReadLineAsync())!;
            using var http = new HttpClient { BaseAddress = new Uri(address) };
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "token");
            http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            var emitted = IntegrationClient.Create<BearerCanaryClient>(options =>
            {
                options.BaseAddress = address;
                options.Settings["Auth:Token"] = "token";
                options.Policies.Add(new RateLimitAttribute(1_000_000) { PerSeconds = 1 });
            });
            Func<Task> byHand = async () =>
            {
                using var response = await http.GetAsync("/items/7", HttpCompletionOption.ResponseHeadersRead);
                response.EnsureSuccessStatusCode();
                await response.Content.ReadFromJsonAsync(HandJson.Default.HandItem);
            };
            Func<Task> byClient = () => emitted.GetItemAsync(7);

            await RoundAsync(byHand);
            await RoundAsync(byClient);
            List<double> hand = [], ours = [], ratios = [];
            for (var i = 0; i < rounds; i++)
            {
                var first = i % 2 == 0;
                var (a, b) = (await RoundAsync(first ? byHand : byClient), await RoundAsync(first ? byClient : byHand));
                var (h, c) = first ? (a, b) : (b, a);
                hand.Add(h);
                ours.Add(c);
                ratios.Add(c / h);
            }
            Console.WriteLine($"Throughput over loopback: {Callers} callers, {rounds} rounds of {s_round.TotalSeconds} s each in turns, {Environment.ProcessorCount} cores, the server among them");
            Console.WriteLine("| | requests/s, median | best round |");
            Console.WriteLine("|---|---|---|");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| HttpClient by hand | {Median(hand):0} | {hand.Max():0} |"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| emitted client, everything on | {Median(ours):0} | {ours.Max():0} |"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Ratio of the pairs, median: {Median(ratios):0.00}"));
            return Median(ratios) >= 0.9 && Median(ours) > 10_000 ? 0 : 2;
        }
        finally
        {
            server.StandardInput.Close();
            await server.WaitForExitAsync();
        }
    }

    /// <summary>The server: says its address, and goes when its input ends.</summary>
    public static async Task<int> ServeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        var body = "{\"id\":7,\"name\":\"Kettle\"}"u8.ToArray();
        app.Run(context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body).AsTask();
        });
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await Console.In.ReadToEndAsync();
        return 0;
    }

    private static async Task<double> RoundAsync(Func<Task> call)
    {
        var count = 0;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            var mine = 0;
            while (Stopwatch.GetElapsedTime(started) < s_round)
            {
                await call();
                mine++;
            }
            Interlocked.Add(ref count, mine);
        })));
        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    // `dotnet run` starts an executable of its own, `dotnet Faults.dll` does not.
    private static string[] Start() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Throughput).Assembly.Location] : [];
}

internal sealed record HandItem(int Id, string? Name);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HandItem))]
internal sealed partial class HandJson : JsonSerializerContext;
