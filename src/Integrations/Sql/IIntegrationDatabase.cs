using Integrations.Sql;

namespace Integrations;

/// <summary>An emitted client of a database.</summary>
/// <typeparam name="TSelf">The client's class.</typeparam>
public interface IIntegrationDatabase<TSelf>
    where TSelf : class, IIntegrationDatabase<TSelf>
{
    /// <summary>What is known of it at compile time; its operations are its statements.</summary>
    static abstract IntegrationDefinition Definition { get; }

    /// <summary>The engines that it was compiled for.</summary>
    static abstract IReadOnlyList<SqlEngine> Engines { get; }

    /// <summary>The core of its calls.</summary>
    SqlDatabase Database { get; }

    /// <summary>Makes the client over its calls' core.</summary>
    /// <param name="database">The core.</param>
    /// <param name="services">For a constructor of the user's own that asks for services.</param>
    /// <returns>The client.</returns>
    static abstract TSelf Create(SqlDatabase database, IServiceProvider services);

    /// <summary>Makes what speaks to the driver.</summary>
    /// <param name="context">What is configured.</param>
    /// <returns>The driver.</returns>
    static abstract SqlDriver CreateDriver(SqlDriverContext context);

    /// <summary>The migrations that it was compiled with, in order.</summary>
    /// <param name="engine">Whose.</param>
    /// <returns>The migrations; none where the class has no <see cref="MigrationsAttribute"/>.</returns>
    static virtual IReadOnlyList<SqlMigration> GetMigrations(SqlEngine engine) => [];
}
