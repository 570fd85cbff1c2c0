using Integrations.Storage;
using Integrations.Storage.Relational;
using Microsoft.Extensions.DependencyInjection;

namespace Integrations;

/// <summary>Registers a store on SQLite.</summary>
public static class SqliteStoreServices
{
    /// <summary>Registers the program's <see cref="IStore"/>. It is prepared when the host starts.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Says where the store is.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddSqliteStore(this IServiceCollection services, Action<SqliteStoreOptions, IServiceProvider> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddSingleton(provider =>
        {
            var options = new SqliteStoreOptions();
            configure(options, provider);
            return options.CreateStore();
        });
        return services.AddHostedService<StoreStartup>();
    }
}
