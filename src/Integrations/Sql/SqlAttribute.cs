namespace Integrations;

/// <summary>
/// The statement of a partial method. <c>@name</c> is the argument of that name, or a member of an argument that is an object; case and <c>_</c> do not count.
/// The method's result says what is read: see docs/sql.md.
/// </summary>
/// <param name="text">The statement, or the path of a <c>.sql</c> file among the project's AdditionalFiles.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SqlAttribute(string text) : Attribute
{
    /// <summary>The statement, or the path of a <c>.sql</c> file relative to the project.</summary>
    public string Text { get; } = text;

    /// <summary>Another statement (or file) for SQLite, where the dialects differ.</summary>
    /// <value>Default: null, which is <see cref="Text"/>.</value>
    public string? Sqlite { get; set; }

    /// <summary>Whether running it twice has the effect of running it once, so that it is tried again after a fault that leaves its effect open.</summary>
    /// <value>Default: false; then it is tried again only where nothing was sent, or the database says that it has undone it.</value>
    public bool Idempotent { get; set; }
}
