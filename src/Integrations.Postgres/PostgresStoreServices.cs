using Integrations.Storage.Relational;
using Microsoft.Extensions.DependencyInjection;

namespace Integrations;

/// <summary>Registers a store on PostgreSQL.</summary>
public static class PostgresStoreServices
{
    /// <summary>Registers the program's <see cref="Storage.IStore"/>. It is prepared when the host starts.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Says where the store is.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddPostgresStore(this IServiceCollection services, Action<PostgresStoreOptions, IServiceProvider> configure) =>
        services.AddStore(configure, static options => options.CreateStore());
}
