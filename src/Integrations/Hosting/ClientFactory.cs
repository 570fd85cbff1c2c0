using Integrations.Auth;
using Integrations.Http;
using Integrations.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Integrations.Hosting;

/// <summary>Makes the core of a client. Never throws for configuration: what is wrong is kept in the settings, for start-up and the first call to say.</summary>
internal static class ClientFactory
{
    public static ApiClient Create(IntegrationDefinition definition, ClientOptions options, IServiceProvider services, out IDisposable transport)
    {
        var source = new IntegrationSource(definition.Name, options.Configuration, options.Settings.AsReadOnly());
        var authenticators = ConfiguredAuthenticator.From(definition, source);
        var settings = ClientSettings.Read(definition, source, options, authenticators);
        var time = options.TimeProvider ?? services.GetService<TimeProvider>() ?? TimeProvider.System;
        var logger = (options.LoggerFactory ?? services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger("Integrations." + definition.Name);
        options.SharedRateLimit ??= services.GetService<ISharedRateLimit>();
        var invoker = Transport.Create(options, services);
        transport = invoker;
        return new ApiClient(settings, options, invoker, [.. authenticators, .. options.Authenticators], time, new ClientLog(logger, definition.Name));
    }
}
