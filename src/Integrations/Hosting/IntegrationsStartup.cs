using Microsoft.Extensions.Hosting;

namespace Integrations.Hosting;

/// <summary>
/// Before anything starts: one exception that lists all that is missing or wrong in all integrations that are enabled; then what each must have done before
/// the program runs.
/// </summary>
internal sealed class IntegrationsStartup(IntegrationRegistry registry, IServiceProvider services) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var enabled = new List<IIntegrationState>();
        var problems = registry.NameProblems().ToList();
        foreach (var client in registry.Clients)
        {
            var state = client.State(services);
            if (state.Enabled)
            {
                enabled.Add(state);
                problems.AddRange(state.Problems);
            }
        }
        if (problems.Count > 0)
        {
            throw new IntegrationConfigurationException(problems);
        }
        foreach (var state in enabled)
        {
            await state.PrepareAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
