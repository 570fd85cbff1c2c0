using Microsoft.Extensions.DependencyInjection;

namespace Integrations.Storage.Relational;

/// <summary>Registers a store, whatever the engine.</summary>
internal static class StoreRegistration
{
    public static IServiceCollection AddStore<TOptions>(this IServiceCollection services, Action<TOptions, IServiceProvider> configure, Func<TOptions, IStore> create)
        where TOptions : StoreOptions, new()
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddSingleton(provider =>
        {
            var options = new TOptions();
            configure(options, provider);
            return create(options);
        });
        return services.AddHostedService<StoreStartup>();
    }
}
