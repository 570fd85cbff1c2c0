using System.Data.Common;

namespace Integrations.Storage.Relational;

/// <summary>Brings the schema to the version that this program knows, or says why it does not.</summary>
internal sealed class SchemaUpgrader(RelationalStore store)
{
    public const string VersionTable = "schema_version";

    /// <summary>Every table, and the version that brought it.</summary>
    private static readonly (string Name, int Since)[] Tables =
        [("lease", 1), ("inbox", 1), ("outbox", 1), ("outbox_key", 1), ("outbox_free", 1), ("outbox_dead", 1), ("log_stream", 2), ("log", 2)];

    private readonly int _needed = store.Dialect.Migrations.Count;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // A schema that is up to date is only read: no lock, and no right to change it is needed.
        if (await store.TransactAsync(FindAsync, cancellationToken).ConfigureAwait(false) == _needed)
            return;
        await store.TransactAsync(UpgradeAsync, cancellationToken).ConfigureAwait(false);
    }

    private async Task<int> UpgradeAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        if (store.Options.Upgrade == SchemaUpgrade.Apply)
            await store.LockSchemaAsync(transaction, cancellationToken).ConfigureAwait(false);
        var found = await FindAsync(transaction, cancellationToken).ConfigureAwait(false);
        if (found < _needed && store.Options.Upgrade == SchemaUpgrade.Check)
        {
            throw new StoreSchemaException(
                StoreSchemaProblem.Older, found, _needed, $"{store.Dialect.Place} has version {found} and this program needs {_needed}: let an administrator run the script, or set {nameof(StoreOptions.Upgrade)} to {nameof(SchemaUpgrade.Apply)}.");
        }
        for (var version = found + 1; version <= _needed; version++)
        {
            await transaction.ExecuteAsync(store.Dialect.Migrations[version - 1], [], cancellationToken).ConfigureAwait(false);
            await transaction.ExecuteAsync(
                $"insert into {store.Dialect.Table(VersionTable)} (version, applied_at) values (@version, {store.Dialect.Now})", [("version", version)], cancellationToken).ConfigureAwait(false);
        }
        return _needed;
    }

    private async Task<int> FindAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        var tables = await TablesAsync(transaction, cancellationToken).ConfigureAwait(false);
        if (!tables.Contains(VersionTable))
        {
            return Tables.FirstOrDefault(table => tables.Contains(table.Name)).Name is { } stray
                ? throw Damaged(0, $"there is a table '{stray}' but no '{VersionTable}'")
                : 0;
        }
        await using var read = transaction.Command($"select version from {store.Dialect.Table(VersionTable)} order by version");
        var versions = await read.ListAsync(static reader => reader.GetInt32(0), cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < versions.Count; i++)
        {
            if (versions[i] != i + 1)
                throw Damaged(versions[^1], $"version {i + 1} is not in '{VersionTable}'");
        }
        if (versions.Count > _needed)
        {
            throw new StoreSchemaException(
                StoreSchemaProblem.Newer, versions.Count, _needed, $"{store.Dialect.Place} has version {versions.Count} and this program knows up to {_needed}: a later version of the library has upgraded it; update this program too.");
        }
        // Once more: another process may have upgraded since, and each statement sees its own moment. Tables that are newer than the versions do no harm.
        tables = await TablesAsync(transaction, cancellationToken).ConfigureAwait(false);
        return Tables.FirstOrDefault(table => table.Since <= versions.Count && !tables.Contains(table.Name)).Name is { } missing
            ? throw Damaged(versions.Count, $"the table '{missing}' is missing")
            : versions.Count;
    }

    private async Task<HashSet<string>> TablesAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        await using var list = transaction.Command(store.Dialect.ListTables);
        return [.. await list.ListAsync(static reader => reader.GetString(0), cancellationToken).ConfigureAwait(false)];
    }

    private StoreSchemaException Damaged(int found, string what) =>
        new(StoreSchemaProblem.Damaged, found, _needed, $"{store.Dialect.Place} is damaged: {what}. Restore it from a backup, or give the store another place.");
}
