using Integrations.Hosting;

namespace Integrations.Sql;

/// <summary>How migrations are applied.</summary>
/// <param name="AtStart">Whether a host applies them before it starts.</param>
/// <param name="Patience">How long another process that applies them is waited for.</param>
/// <param name="AllowOutOfOrder">Whether one may be applied that sorts before one that was.</param>
internal sealed record SqlMigrationSettings(bool AtStart, TimeSpan Patience, bool AllowOutOfOrder)
{
    private const string ApplyKey = "Migrations:Apply";

    public static SqlMigrationSettings Read(SettingsReader reader)
    {
        var text = reader.Text(ApplyKey);
        var atStart = "AtStart".Equals(text, StringComparison.OrdinalIgnoreCase);
        if (text is not null && !atStart && !"Never".Equals(text, StringComparison.OrdinalIgnoreCase))
        {
            reader.Report($"{reader.Place(ApplyKey)} must be one of Never, AtStart.");
        }
        return new(
            atStart,
            TimeSpan.FromSeconds(reader.Number("Migrations:LockSeconds", null, null, 60, new(0, 86400))),
            reader.Boolean("Migrations:AllowOutOfOrder", false));
    }

    /// <summary>What is wrong where a host is to apply migrations that the class does not have.</summary>
    public static string None(IntegrationSource source) =>
        $"{source.Place(ApplyKey)} is AtStart, but {source.Client.Integration} has no migrations: put [Migrations(\"migrations/*.sql\")] on its class, or set it to Never.";
}
