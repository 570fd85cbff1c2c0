using Integrations.Hosting;
using Integrations.Sql;

namespace Integrations;

/// <summary>Makes clients of databases without a host, for consoles and tests.</summary>
public static class SqlClient
{
    /// <summary>Makes a client. Keep it: it holds the pool, and serves all calls at once. Its <c>Database</c> is to be disposed when it is no longer used.</summary>
    /// <typeparam name="TDatabase">The client.</typeparam>
    /// <param name="configure">Sets its options.</param>
    /// <returns>The client.</returns>
    /// <exception cref="IntegrationConfigurationException">Something is missing or wrong.</exception>
    public static TDatabase Create<TDatabase>(Action<SqlOptions>? configure = null)
        where TDatabase : class, IIntegrationDatabase<TDatabase>
    {
        var options = new SqlOptions();
        configure?.Invoke(options);
        var database = SqlFactory.Create<TDatabase>(new ClientName(TDatabase.Definition.Name), options, NoServices.Instance);
        if (database.Settings is { Enabled: true, Problems.Count: > 0 })
        {
            throw new IntegrationConfigurationException(database.Settings.Problems) { Integration = database.Settings.Name };
        }
        return TDatabase.Create(database, NoServices.Instance);
    }
}
