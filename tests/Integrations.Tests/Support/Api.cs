using Integrations.Hosting;
using Integrations.Http;

namespace Integrations.Tests.Support;

/// <summary>The core of a client over a stub, for operations that the golden client does not have.</summary>
internal static class Api
{
    public static ApiClient Over(HttpMessageHandler handler, OperationDescriptor operation, Action<ClientOptions>? configure = null, IReadOnlyList<AuthAttribute>? auth = null)
    {
        var definition = new IntegrationDefinition("Shop") { BaseAddress = "https://shop.example.com", Operations = [operation], Auth = auth ?? [] };
        return Of(definition, handler, configure);
    }

    public static ApiClient Of(IntegrationDefinition definition, HttpMessageHandler? handler, Action<ClientOptions>? configure = null)
    {
        var options = new ClientOptions { PrimaryHandler = handler, Random = () => 0 };
        configure?.Invoke(options);
        return ClientFactory.Create(definition, options, new Nothing(), out _);
    }

    public static ApiRequest Request(OperationDescriptor operation, string path = "/x")
    {
        var url = new UrlBuilder(path);
        return new ApiRequest(operation, ref url);
    }

    private sealed class Nothing : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
