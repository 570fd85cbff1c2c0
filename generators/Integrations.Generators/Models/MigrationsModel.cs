namespace Integrations.Generators.Models;

/// <summary>What the user wrote in <c>[Migrations]</c>. It holds no place.</summary>
/// <param name="Namespace">The namespace of the class; empty for the global one.</param>
/// <param name="ClassName">The class.</param>
/// <param name="Postgres">Whether the class is for PostgreSQL.</param>
/// <param name="Sqlite">Whether the class is for SQLite.</param>
/// <param name="Files">The pattern.</param>
/// <param name="SqliteFiles">SQLite's own, or null.</param>
internal sealed record MigrationsDeclaration(string Namespace, string ClassName, bool Postgres, bool Sqlite, string Files, string? SqliteFiles)
{
    /// <summary>The class with its namespace, without <c>global::</c>.</summary>
    public string FullName => Namespace.Length == 0 ? ClassName : Namespace + "." + ClassName;
}

/// <summary>The only model of migrations that holds places of the source.</summary>
/// <param name="FullName">The class with its namespace.</param>
/// <param name="Files">The pattern.</param>
/// <param name="SqliteFiles">SQLite's own, else the attribute.</param>
/// <param name="Problems">What is wrong without looking at files.</param>
internal sealed record MigrationsCheck(string FullName, PlaceModel Files, PlaceModel SqliteFiles, EquatableArray<DiagnosticModel> Problems);

/// <summary>A file that changes the schema.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Checksum">SHA-256 of its text in UTF-8, in hexadecimal digits.</param>
/// <param name="Text">Its text, lines ended by <c>\n</c>.</param>
/// <param name="InTransaction">Whether it runs in a transaction.</param>
/// <param name="Statements">Where its statements begin and end, by turns.</param>
internal sealed record MigrationModel(string Name, string Checksum, string Text, bool InTransaction, EquatableArray<int> Statements);

/// <summary>The migrations of a class, in order.</summary>
/// <param name="HintName">The hint name of their file.</param>
/// <param name="Declaration">What the user wrote.</param>
/// <param name="Postgres">PostgreSQL's.</param>
/// <param name="Sqlite">SQLite's.</param>
/// <param name="Problems">What is wrong.</param>
internal sealed record MigrationsModel(
    string HintName, MigrationsDeclaration Declaration, EquatableArray<MigrationModel> Postgres, EquatableArray<MigrationModel> Sqlite, EquatableArray<MigrationProblem> Problems);

/// <summary>What is wrong with migrations.</summary>
/// <param name="Id">The id of its descriptor.</param>
/// <param name="IsSqlite">Whether SQLite's pattern is concerned.</param>
/// <param name="File">The place in a file; null where the pattern is concerned.</param>
/// <param name="Arguments">The message's arguments.</param>
internal sealed record MigrationProblem(string Id, bool IsSqlite, PlaceModel? File, EquatableArray<string> Arguments);
