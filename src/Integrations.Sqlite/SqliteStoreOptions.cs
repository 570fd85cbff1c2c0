using Integrations.Sqlite;
using Integrations.Storage;

namespace Integrations;

/// <summary>Where a store on SQLite is.</summary>
public sealed class SqliteStoreOptions : StoreOptions
{
    /// <summary>
    /// The file, on a disk of this machine: write-ahead logging needs memory that processes share, so network file systems are refused where they are recognised. The folder must exist; beside the file lie its
    /// <c>-wal</c> and <c>-shm</c>. Whoever may read the file reads everything in it.
    /// </summary>
    /// <value>Needed. Not in memory.</value>
    public string? Path { get; set; }

    /// <summary>What the names of the store's tables begin with, so that they can lie in a file with others.</summary>
    /// <value>1 to 40 of a-z, 0-9 and _; default <c>integrations_</c>.</value>
    public string TablePrefix { get; set; } = "integrations_";

    /// <summary>What a commit survives.</summary>
    /// <value>Default <see cref="SqliteDurability.PowerLoss"/>.</value>
    public SqliteDurability Durability { get; set; } = SqliteDurability.PowerLoss;

    /// <summary>How long a write waits for another process that writes.</summary>
    /// <value>Zero to 5 minutes, whole milliseconds; default 30 s.</value>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Makes a store where there is no host. Call <see cref="IStore.PrepareAsync"/> before anything else.</summary>
    /// <returns>The store.</returns>
    /// <exception cref="ArgumentException">An option is not acceptable.</exception>
    public IStore CreateStore() => SqliteStore.Create(this);
}
