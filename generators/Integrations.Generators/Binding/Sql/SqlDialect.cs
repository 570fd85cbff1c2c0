namespace Integrations.Generators.Binding.Sql;

/// <summary>Whose SQL a statement is.</summary>
internal enum SqlDialect
{
    /// <summary>PostgreSQL's.</summary>
    Postgres,

    /// <summary>SQLite's.</summary>
    Sqlite,
}
