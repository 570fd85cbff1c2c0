namespace Integrations;

/// <summary>
/// The migrations of a database: <c>.sql</c> files among the project's AdditionalFiles, applied in the order of their names. Statements are checked against what they
/// make, unless <see cref="PostgresClientAttribute.Schema"/> names another file.
/// </summary>
/// <param name="files">A pattern relative to the project, such as <c>migrations/*.sql</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MigrationsAttribute(string files) : Attribute
{
    /// <summary>The pattern, relative to the project: <c>*</c> stands for any part of a file's name.</summary>
    public string Files { get; } = files;

    /// <summary>Another pattern for SQLite, where the dialects differ.</summary>
    /// <value>Default: null, which is <see cref="Files"/>.</value>
    public string? Sqlite { get; set; }
}
