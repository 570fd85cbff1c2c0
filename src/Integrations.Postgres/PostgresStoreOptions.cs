using Integrations.Postgres;
using Integrations.Storage;
using Npgsql;

namespace Integrations;

/// <summary>Where a store on PostgreSQL is.</summary>
public sealed class PostgresStoreOptions : StoreOptions
{
    /// <summary>The database, in Npgsql's form. Connections are pooled by it.</summary>
    /// <value>Needed where <see cref="DataSource"/> is null.</value>
    public string? ConnectionString { get; set; }

    /// <summary>The database, as a data source that the program has anyway. It stays the program's to dispose of.</summary>
    /// <value>Needed where <see cref="ConnectionString"/> is null.</value>
    public NpgsqlDataSource? DataSource { get; set; }

    /// <summary>The store's schema. Programs that share work share it.</summary>
    /// <value>1 to 40 of a-z, 0-9 and _; default <c>integrations</c>.</value>
    public string Schema { get; set; } = "integrations";

    /// <summary>
    /// Whether hints are sent with NOTIFY, and one connection listens where somebody waits. Commits that notify go one by one in PostgreSQL; where several thousand a second must commit, or a pooler in transaction mode
    /// is between, set this to false: then only polling tells.
    /// </summary>
    /// <value>Default true.</value>
    public bool Notify { get; set; } = true;

    /// <summary>Makes a store where there is no host. Call <see cref="IStore.PrepareAsync"/> before anything else.</summary>
    /// <returns>The store.</returns>
    /// <exception cref="ArgumentException">An option is not acceptable.</exception>
    public IStore CreateStore() => PostgresStore.Create(this);
}
