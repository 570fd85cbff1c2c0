namespace Integrations;

/// <summary>
/// Makes a partial class a client of SQLite: its partial methods with <see cref="SqlAttribute"/> are written by the compiler, over the project's own
/// <c>Microsoft.Data.Sqlite</c>. Without a connection string the database is the file <c>{Name}.db</c> in the program's working folder.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SqliteClientAttribute : Attribute
{
    /// <summary>The integration's name: configuration is <c>Integrations:{Name}</c> and <c>ConnectionStrings:{Name}</c>.</summary>
    /// <value>Default: the class name without a final <c>Client</c> or <c>Database</c>.</value>
    public string? Name { get; set; }
}
