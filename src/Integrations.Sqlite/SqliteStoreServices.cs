using Integrations.Storage.Relational;
using Microsoft.Extensions.DependencyInjection;

namespace Integrations;

/// <summary>Registers a store on SQLite.</summary>
public static class SqliteStoreServices
{
    /// <summary>Registers the program's <see cref="Storage.IStore"/>. It is prepared when the host starts.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Says where the store is.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddSqliteStore(this IServiceCollection services, Action<SqliteStoreOptions, IServiceProvider> configure) =>
        services.AddStore(configure, static options => options.CreateStore());
}
