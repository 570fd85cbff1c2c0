namespace Integrations;

/// <summary>The database behind a client.</summary>
public enum SqlEngine
{
    /// <summary>PostgreSQL, over Npgsql.</summary>
    Postgres,

    /// <summary>SQLite, over Microsoft.Data.Sqlite.</summary>
    Sqlite,
}
