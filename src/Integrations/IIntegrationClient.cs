using Integrations.Http;

namespace Integrations;

/// <summary>An emitted client.</summary>
/// <typeparam name="TSelf">The client's class.</typeparam>
public interface IIntegrationClient<TSelf>
    where TSelf : class, IIntegrationClient<TSelf>
{
    /// <summary>What is known of it at compile time.</summary>
    static abstract IntegrationDefinition Definition { get; }

    /// <summary>The core of its calls, for what the document lacks.</summary>
    ApiClient Api { get; }

    /// <summary>Makes the client over its calls' core.</summary>
    /// <param name="api">The core.</param>
    /// <param name="services">For a constructor of the user's own that asks for services.</param>
    /// <returns>The client.</returns>
    static abstract TSelf Create(ApiClient api, IServiceProvider services);
}
