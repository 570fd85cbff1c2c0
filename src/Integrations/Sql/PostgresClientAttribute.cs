namespace Integrations;

/// <summary>
/// Makes a partial class a client of PostgreSQL: its partial methods with <see cref="SqlAttribute"/> are written by the compiler, over the project's own
/// <c>Npgsql</c>. Beside <see cref="SqliteClientAttribute"/> configuration chooses at start-up (<c>Integrations:{Name}:Engine</c>).
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PostgresClientAttribute : Attribute
{
    /// <summary>The integration's name: configuration is <c>Integrations:{Name}</c> and <c>ConnectionStrings:{Name}</c>.</summary>
    /// <value>Default: the class name without a final <c>Client</c> or <c>Database</c>.</value>
    public string? Name { get; set; }

    /// <summary>
    /// The file among the project's AdditionalFiles that creates the tables (<c>schema.sql</c>, a path relative to the project): statements are checked against it
    /// when the program is compiled.
    /// </summary>
    /// <value>Default: null; then they are checked against the migrations in their order (<see cref="MigrationsAttribute"/>), if there are any.</value>
    public string? Schema { get; set; }
}
