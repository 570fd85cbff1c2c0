namespace Integrations.Generators.Emission.Sql;

/// <summary>The names of types that emitted code uses over and over.</summary>
internal static class SqlNamesOf
{
    public const string Core = "global::Integrations.Sql.";
    public const string Root = "global::Integrations.";
    public const string Reader = "global::System.Data.Common.DbDataReader";
    public const string Parameters = "global::System.Data.Common.DbParameterCollection";
    public const string Token = "global::System.Threading.CancellationToken";
    public const string Postgres = "global::Integrations.Emitted.IntegrationsPostgres";
    public const string Sqlite = "global::Integrations.Emitted.IntegrationsSqlite";
    public const string NpgsqlType = "global::NpgsqlTypes.NpgsqlDbType.";
}
