using Integrations.Hosting;

namespace Integrations;

/// <summary>Makes clients without a host, for consoles and tests.</summary>
public static class IntegrationClient
{
    /// <summary>Makes a client. Keep it: it holds the connections, and serves all calls at once.</summary>
    /// <typeparam name="TClient">The client.</typeparam>
    /// <param name="configure">Sets its options.</param>
    /// <returns>The client.</returns>
    /// <exception cref="IntegrationConfigurationException">Something is missing or wrong.</exception>
    public static TClient Create<TClient>(Action<ClientOptions>? configure = null)
        where TClient : class, IIntegrationClient<TClient>
    {
        var options = new ClientOptions();
        configure?.Invoke(options);
        var api = ClientFactory.Create(TClient.Definition, options, NoServices.Instance, out _);
        if (api.Settings is { Enabled: true, Problems.Count: > 0 })
        {
            throw new IntegrationConfigurationException(api.Settings.Problems) { Integration = api.Settings.Name };
        }
        return TClient.Create(api, NoServices.Instance);
    }
}
