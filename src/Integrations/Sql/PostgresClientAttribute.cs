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
}
