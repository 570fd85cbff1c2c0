using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Integrations.Benchmarks.Faults.Faults;
using Polly;
using Polly.Retry;

namespace Integrations.Benchmarks.Faults;

/// <summary>An open loop of calls, one in four a POST, against a server in trouble; the emitted client and a plain retry of three at the same time.</summary>
internal static class BrownOut
{
    public static async Task<int> RunAsync(int seconds, int perSecond)
    {
        await using var forEmitted = await BrownOutServer.StartAsync(7);
        await using var forPlain = await BrownOutServer.StartAsync(7);
        var emitted = IntegrationClient.Create<FaultsClient>(options =>
        {
            options.BaseAddress = forEmitted.Address;
            options.Settings["Auth:Token"] = "token";
        });
        using var http = new HttpClient { BaseAddress = new Uri(forPlain.Address), Timeout = TimeSpan.FromSeconds(30) };
        var retry = new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = 3,
                Delay = TimeSpan.FromSeconds(1),
                BackoffType = DelayBackoffType.Exponential,
                ShouldHandle = new PredicateBuilder<HttpResponseMessage>().Handle<HttpRequestException>().Handle<OperationCanceledException>().HandleResult(static r => (int)r.StatusCode >= 500),
            })
            .Build();

        var (ours, theirs) = (new Outcomes(), new Outcomes());
        var running = new List<Task>();
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < seconds * perSecond; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / perSecond) - clock.Elapsed;
            if (due > TimeSpan.FromMilliseconds(1))
            {
                await Task.Delay(due);
            }
            var isPost = i % 4 == 3;
            running.Add(ours.MeasureAsync(() => isPost ? emitted.CreateItemAsync(new Item { Id = 7 }) : emitted.GetItemAsync(7)));
            running.Add(theirs.MeasureAsync(() => PlainAsync(http, retry, isPost)));
        }
        await Task.WhenAll(running);

        var calls = seconds * perSecond;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Brown-out: {calls} calls, {perSecond}/s for {seconds} s; 30 % 503, 10 % hang for 20 s"));
        Console.WriteLine("| | amplification | POSTs sent twice | succeeded | p50, ms | p99, s | longest, s |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        Row("plain Polly retry of three", forPlain, theirs);
        Row("emitted", forEmitted, ours);
        return forEmitted.Requests <= 1.2 * calls && forEmitted.PostsTwice == 0 && ours.Percentile(0.99) <= 30.5 ? 0 : 2;

        void Row(string name, BrownOutServer server, Outcomes outcomes) => Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {(double)server.Requests / calls:0.00} | {server.PostsTwice} | {100.0 * outcomes.Succeeded / calls:0.0} % | {1000 * outcomes.Percentile(0.5):0} | {outcomes.Percentile(0.99):0.0} | {outcomes.Percentile(1):0.0} |"));
    }

    private static async Task PlainAsync(HttpClient http, ResiliencePipeline<HttpResponseMessage> retry, bool isPost)
    {
        var id = Guid.NewGuid().ToString();
        using var response = await retry.ExecuteAsync(
            async token =>
            {
                using var request = new HttpRequestMessage(isPost ? HttpMethod.Post : HttpMethod.Get, isPost ? "items" : "items/7");
                request.Headers.Add("X-Request-ID", id);
                request.Content = isPost ? new StringContent("""{"id":7}""") : null;
                return await http.SendAsync(request, token);
            },
            CancellationToken.None);
        response.EnsureSuccessStatusCode();
    }

    private sealed class Outcomes
    {
        private readonly ConcurrentBag<double> _seconds = [];
        private int _succeeded;

        public int Succeeded => _succeeded;

        public double Percentile(double part)
        {
            var sorted = _seconds.Order().ToList();
            return sorted[Math.Min(sorted.Count - 1, (int)(part * sorted.Count))];
        }

        public async Task MeasureAsync(Func<Task> call)
        {
            var started = Stopwatch.GetTimestamp();
            try
            {
                await call();
                Interlocked.Increment(ref _succeeded);
            }
            catch (Exception exception) when (exception is IntegrationException or HttpRequestException or OperationCanceledException)
            {
                // It counts as a failure.
            }
            _seconds.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
        }
    }
}
