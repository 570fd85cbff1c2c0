using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Integrations.Benchmarks.Faults;

/// <summary>200 callers at once whenever a token has expired, a hundred times; then the token endpoint fails for five seconds.</summary>
internal static class TokenStorm
{
    private const int Callers = 200;
    private const int Expiries = 100;

    public static async Task<int> RunAsync()
    {
        var (tokens, unauthenticated, failing) = (0, 0, false);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var server = builder.Build();
        server.Run(async context =>
        {
            context.Response.ContentType = "application/json";
            if (context.Request.Path == "/token")
            {
                var number = Interlocked.Increment(ref tokens);
                await Task.Delay(5);
                if (Volatile.Read(ref failing))
                {
                    context.Response.StatusCode = 503;
                    return;
                }
                await context.Response.WriteAsync($$"""{"access_token":"t{{number}}","token_type":"Bearer","expires_in":60}""");
                return;
            }
            if (!context.Request.Headers.Authorization.ToString().StartsWith("Bearer t", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref unauthenticated);
            }
            await context.Response.WriteAsync("""{"id":7}""");
        });
        await server.StartAsync();
        var clock = new ShiftedClock();
        var client = IntegrationClient.Create<TokensClient>(options =>
        {
            options.BaseAddress = server.Urls.First();
            options.TimeProvider = clock;
            options.Settings["Auth:TokenEndpoint"] = server.Urls.First() + "/token";
            options.Settings["Auth:ClientId"] = "id";
            options.Settings["Auth:ClientSecret"] = "secret";
        });

        var (errors, others, successes) = (0, 0, 0);
        for (var i = 0; i < Expiries; i++)
        {
            await CallAsync();
            clock.Shift(TimeSpan.FromSeconds(61));
        }
        var perExpiry = (double)tokens / Expiries;
        var failed = errors + others;

        Volatile.Write(ref failing, true);
        (errors, others, successes) = (0, 0, 0);
        var started = Stopwatch.StartNew();
        while (started.Elapsed < TimeSpan.FromSeconds(5))
        {
            await CallAsync();
        }
        var made = successes;
        Volatile.Write(ref failing, false);
        var recovery = Stopwatch.StartNew();
        await client.GetItemAsync(7);

        Console.WriteLine($"Token storm: {Callers} callers, {Expiries} expiries; then the token endpoint fails for 5 s");
        Console.WriteLine("| token requests per expiry | calls that failed meanwhile | while it fails: typed errors, other errors, successes | first call after, ms | calls without a token |");
        Console.WriteLine("|---|---|---|---|---|");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {perExpiry:0.00} | {failed} | {errors}, {others}, {made} | {recovery.Elapsed.TotalMilliseconds:0} | {unauthenticated} |"));
        return perExpiry == 1 && failed == 0 && others == 0 && made == 0 && errors > 0 && unauthenticated == 0 ? 0 : 2;

        Task CallAsync() => Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            try
            {
                await client.GetItemAsync(7);
                Interlocked.Increment(ref successes);
            }
            catch (ApiAuthenticationException)
            {
                Interlocked.Increment(ref errors);
            }
            catch (IntegrationException)
            {
                Interlocked.Increment(ref others);
            }
        })));
    }

    /// <summary>The system's clock, some way ahead.</summary>
    private sealed class ShiftedClock : TimeProvider
    {
        private long _ticks;

        public void Shift(TimeSpan by) => Interlocked.Add(ref _ticks, (long)(by.TotalSeconds * TimestampFrequency));

        public override long GetTimestamp() => base.GetTimestamp() + Interlocked.Read(ref _ticks);
    }
}
