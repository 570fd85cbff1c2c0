using Integrations.Hosting;
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
            if (registration.State(services) is { Enabled: true } state && state.Probe() is { } probe)
            {
                loops.Add(LoopAsync(probe, state.Time, stoppingToken));
            }
        }
        return Task.WhenAll(loops);
    }

    private static async Task LoopAsync(IHealthProbe probe, TimeProvider time, CancellationToken stoppingToken)
    {
        var wait = s_spread * probe.Random();
        try
        {
            while (true)
            {
                await Task.Delay(wait, time, stoppingToken).ConfigureAwait(false);
                await ProbeAsync(probe, stoppingToken).ConfigureAwait(false);
                wait = probe.Interval * (0.9 + (0.2 * probe.Random()));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private static async Task ProbeAsync(IHealthProbe probe, CancellationToken stoppingToken)
    {
        try
        {
            await probe.ProbeAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // Not of the call, whose failures are no exceptions: what is around it must not end the program, nor the probes.
            probe.LogFailure(exception.GetType().FullName!);
        }
    }
}
