using Integrations.Auth;
using Integrations.Auth.OAuth;
using Integrations.Http;
using Integrations.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Integrations.Hosting;

/// <summary>Makes the core of a client. Never throws for configuration: what is wrong is kept in the settings, for start-up and the first call to say.</summary>
internal static class ClientFactory
{
    public static ApiClient Create(IntegrationDefinition definition, ClientOptions options, IServiceProvider services, out IDisposable owned, string? instance = null)
    {
        var name = new ClientName(definition.Name, instance);
        var time = options.TimeProvider ?? services.GetService<TimeProvider>() ?? TimeProvider.System;
        var logger = (options.LoggerFactory ?? services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance).CreateLogger("Integrations." + name.Full.Replace(':', '.'));
        options.SharedRateLimit ??= services.GetService<ISharedRateLimit>();
        var log = new ClientLog(logger, name.Full);
        var source = new IntegrationSource(name, options.Configuration, options.Settings.AsReadOnly())
        {
            Vault = options.SecretSource ?? services.GetService<ISecretSource>(),
            Time = time,
        };
        var reader = new SettingsReader(source);
        var invoker = Transport.Create(options, GuardReader.Read(definition, options, reader), reader, services, out var bare);
        var tokens = new TokenTransport(bare, time, options.Random, log);
        var authenticators = definition.Auth.Select(attribute => ConfiguredAuthenticator.From(attribute, definition, source, tokens)).ToList();
        var settings = ClientSettings.Read(definition, source, options, authenticators, reader);
        var client = new ApiClient(settings, options, invoker, ClientAuthentication.Make(definition, authenticators, options.Authenticators), time, log, services.GetService<EventHub>());
        owned = new PolicyReload(definition, source, options, client.Pipelines, log, invoker);
        return client;
    }
}
