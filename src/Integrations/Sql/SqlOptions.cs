using System.Data.Common;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Integrations;

/// <summary>What code can set on a client of a database. It wins over configuration, which wins over attributes.</summary>
public sealed class SqlOptions
{
    /// <summary>The connection string.</summary>
    /// <value>Default: null, so that configuration says it (<c>Integrations:{Name}:ConnectionString</c>, <c>ConnectionStrings:{Name}</c>).</value>
    public string? ConnectionString { get; set; }

    /// <summary>The engine.</summary>
    /// <value>Default: null, so that configuration says it (<c>Integrations:{Name}:Engine</c>).</value>
    public SqlEngine? Engine { get; set; }

    /// <summary>Where connections come from in place of a pool of the client's own: an <c>NpgsqlDataSource</c>. It stays the caller's to dispose.</summary>
    /// <value>Default: null; then one that is registered as a service is used.</value>
    public DbDataSource? DataSource { get; set; }

    /// <summary>How many connections there are at most. Configuration: <c>Pool:Size</c>.</summary>
    /// <value>Default: null, so that configuration or the connection string says it; 10 there. Range: 1 to 1000.</value>
    public int? PoolSize { get; set; }

    /// <summary>Policies in code, for the client or, with <see cref="PolicyAttribute.Operation"/>, for one method.</summary>
    public IList<PolicyAttribute> Policies { get; } = [];

    /// <summary>Settings in code, by their key under <c>Integrations:{Name}</c>. They win over <see cref="Configuration"/>.</summary>
    public IDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where settings and secrets are read.</summary>
    /// <value>Default: the host's.</value>
    public IConfiguration? Configuration { get; set; }

    /// <summary>What takes logs.</summary>
    /// <value>Default: the host's; none without a host.</value>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock.</summary>
    /// <value>Default: the host's, if it has one, else the system's.</value>
    public TimeProvider? TimeProvider { get; set; }

    /// <summary>A vault of secrets, which is asked for <c>Password</c> where nothing else says it (PostgreSQL).</summary>
    /// <value>Default: null, which is the host's, if one is registered.</value>
    public ISecretSource? SecretSource { get; set; }

    /// <summary>What draws the random part of delays, from 0 up to 1.</summary>
    internal Func<double> Random { get; set; } = System.Random.Shared.NextDouble;
}
