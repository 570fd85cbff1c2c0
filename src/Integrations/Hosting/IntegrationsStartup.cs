using Microsoft.Extensions.Hosting;

namespace Integrations.Hosting;

/// <summary>Before anything starts: one exception that lists all that is missing or wrong in all integrations that are enabled.</summary>
internal sealed class IntegrationsStartup(IntegrationRegistry registry, IServiceProvider services) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        var problems = registry.NameProblems().ToList();
        foreach (var client in registry.Clients)
        {
            var state = client.State(services);
            if (state.Enabled)
            {
                problems.AddRange(state.Problems);
            }
        }
        return problems.Count == 0 ? Task.CompletedTask : throw new IntegrationConfigurationException(problems);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
