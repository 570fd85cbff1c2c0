using Integrations.Hosting;
using Integrations.Http;
using Microsoft.Extensions.Hosting;

namespace Integrations;

/// <summary>
/// Probes every client that has a health check, each in a loop of its own, so that a client has one probe at a time and none waits for another's. Starting waits
/// for none of them, and stopping cancels them.
/// </summary>
internal sealed class HealthProber(IntegrationRegistry registry, IServiceProvider services) : BackgroundService
{
    // The first probes of all clients are spread over so much.
    private static readonly TimeSpan s_spread = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var loops = new List<Task>();
        foreach (var registration in registry.Clients)
        {
            if (registration.State(services) is ApiClient { Settings: { Enabled: true, HealthCheck: { } check } } client)
            {
                loops.Add(LoopAsync(client, check, stoppingToken));
            }
        }
        return Task.WhenAll(loops);
    }

    private static async Task LoopAsync(ApiClient client, HealthCheckSettings check, CancellationToken stoppingToken)
    {
        var prober = client.Prober(check.Timeout);
        var wait = s_spread * client.Random();
        try
        {
            while (true)
            {
                await Task.Delay(wait, client.Time, stoppingToken).ConfigureAwait(false);
                await ProbeAsync(prober, check, stoppingToken).ConfigureAwait(false);
                wait = check.Interval * (0.9 + (0.2 * client.Random()));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private static async Task ProbeAsync(ApiClient prober, HealthCheckSettings check, CancellationToken stoppingToken)
    {
        try
        {
            await prober.ProbeAsync(check.Request(), stoppingToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // Not of the call, whose failures are no exceptions: what is around it must not end the program, nor the probes.
            prober.Log.ProbeFailed(exception.GetType().FullName!);
        }
    }
}
