namespace Integrations.Sql;

/// <summary>Holds the program's migrations against the history.</summary>
internal static class MigrationPlan
{
    /// <summary>What is to be applied, in order.</summary>
    /// <exception cref="SqlMigrationException">They do not fit each other.</exception>
    public static IReadOnlyList<SqlMigration> Pending(SqlDatabase database, IReadOnlyList<SqlMigration> all, IReadOnlyList<SqlLandedMigration> landed)
    {
        var name = database.Settings.Name;
        var known = all.ToDictionary(static migration => migration.Name, StringComparer.Ordinal);
        var newer = new List<string>();
        foreach (var one in landed)
        {
            if (!known.Remove(one.Name, out var own))
            {
                if (all.Count > 0 && string.CompareOrdinal(one.Name, all[^1].Name) <= 0)
                {
                    throw Refuse(
                        database,
                        SqlMigrationErrorKind.Missing,
                        one.Name,
                        $"{name}: the migration '{one.Name}' was applied at {one.AppliedAt.UtcDateTime:u}, but the program does not have it (its checksum is {one.Checksum}). Give the file back its name and place; what it did is undone by a new migration, not by its removal.");
                }
                newer.Add(one.Name);
            }
            else if (!string.Equals(own.Checksum, one.Checksum, StringComparison.OrdinalIgnoreCase))
            {
                throw Refuse(
                    database,
                    SqlMigrationErrorKind.Changed,
                    one.Name,
                    $"{name}: the migration '{one.Name}' was applied at {one.AppliedAt.UtcDateTime:u} with the checksum {one.Checksum}, but the program's has {own.Checksum}. Restore the file as it was and put the change into a new one; or, where the change means nothing to the database, set checksum to the program's in the row of '{one.Name}' of {MigrationHistory.Table}.");
            }
        }
        if (newer.Count > 0)
        {
            database.Log.DatabaseIsNewer(string.Join(", ", newer));
        }
        var pending = all.Where(migration => known.ContainsKey(migration.Name)).ToList();
        if (pending.Count > 0 && landed.Count > 0 && !database.Settings.Migrations.AllowOutOfOrder && string.CompareOrdinal(pending[0].Name, landed[^1].Name) < 0)
        {
            throw Refuse(
                database,
                SqlMigrationErrorKind.OutOfOrder,
                pending[0].Name,
                $"{name}: the migration '{pending[0].Name}' was not applied, but '{landed[^1].Name}' was, which comes after it. Give it a later number; or, where their order means nothing, set Integrations:{name}:Migrations:AllowOutOfOrder to true.");
        }
        return pending;
    }

    private static SqlMigrationException Refuse(SqlDatabase database, SqlMigrationErrorKind kind, string migration, string message) =>
        new(message, kind) { Integration = database.Settings.Name, Migration = migration };
}
