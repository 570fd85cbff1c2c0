namespace Integrations.Generators.Models;

/// <summary>What is known of a type of a database.</summary>
internal enum SqlTypeForm
{
    /// <summary>Nothing: it fits everything.</summary>
    Unknown,

    /// <summary>A string in quotes or NULL, which takes the type that its place asks for.</summary>
    Literal,

    /// <summary>A type of the engine.</summary>
    Base,

    /// <summary>An enum of the schema.</summary>
    Enum,

    /// <summary>A composite type or a row of the schema.</summary>
    Composite,

    /// <summary>An array of <see cref="SqlTypeModel.Element"/>.</summary>
    Array,

    /// <summary>A range or multirange.</summary>
    Range,

    /// <summary>A type of an extension or one that is not read: its name is known and nothing else.</summary>
    Other,
}

/// <summary>A type of a database.</summary>
/// <param name="Form">What is known of it.</param>
/// <param name="Name">PostgreSQL's internal name (<c>int4</c>); of SQLite the affinity by the same names. Empty where nothing is known.</param>
/// <param name="Element">The items' type of an array, else null.</param>
/// <param name="Declared">SQLite: the type as it is declared, in lower case.</param>
internal sealed record SqlTypeModel(SqlTypeForm Form, string Name, SqlTypeModel? Element = null, string Declared = "");

/// <summary>Whether a value may be NULL.</summary>
internal enum SqlNullness
{
    Unknown, NotNull, MayBeNull,
}

/// <summary>A column.</summary>
/// <param name="Name">Its name, folded as its engine does.</param>
/// <param name="Type">Its type; a domain is its base.</param>
/// <param name="Null">Whether it may be NULL.</param>
/// <param name="HasDefault">Whether an insert may leave it out: a default, an identity, a generated value, a rowid.</param>
/// <param name="IsGenerated">Whether no value can be assigned to it.</param>
internal sealed record SqlColumnModel(string Name, SqlTypeModel Type, SqlNullness Null, bool HasDefault = false, bool IsGenerated = false);

/// <summary>A table or a view.</summary>
/// <param name="Schema">Its schema, or empty.</param>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns in order.</param>
/// <param name="IsOpen">Whether it may have columns that are not known.</param>
/// <param name="IsView">Whether it is a view.</param>
/// <param name="HasRowid">SQLite: whether it has the columns <c>rowid</c>, <c>oid</c> and <c>_rowid_</c>.</param>
/// <param name="IsStrict">SQLite: whether it is <c>STRICT</c>.</param>
internal sealed record SqlTableModel(string Schema, string Name, EquatableArray<SqlColumnModel> Columns, bool IsOpen = false, bool IsView = false, bool HasRowid = false, bool IsStrict = false);

/// <summary>A type of the schema.</summary>
/// <param name="Schema">Its schema, or empty.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">What its values are: of a domain the base type.</param>
/// <param name="Labels">The labels of an enum.</param>
/// <param name="NotNull">Whether a domain refuses NULL.</param>
/// <param name="Fields">The fields of a composite type.</param>
internal sealed record SqlUserTypeModel(string Schema, string Name, SqlTypeModel Type, EquatableArray<string> Labels, bool NotNull, EquatableArray<SqlColumnModel> Fields);

/// <summary>A function of the schema; its arguments are not checked.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Result">The type of its result.</param>
/// <param name="Columns">The columns that it gives where it stands in FROM; null where they are not known.</param>
internal sealed record SqlFunctionModel(string Name, SqlTypeModel Result, EquatableArray<SqlColumnModel>? Columns);

/// <summary>A schema: what statements are checked against.</summary>
/// <param name="Key">The request that it answers.</param>
/// <param name="IsFound">Whether there is any file of it; if not, nothing is checked.</param>
/// <param name="Tables">Tables and views.</param>
/// <param name="Types">Enums, domains and composite types.</param>
/// <param name="Functions">Functions.</param>
/// <param name="IsOpen">Whether it may have tables that are not known.</param>
/// <param name="Problems">What is wrong with its files.</param>
internal sealed record SqlCatalogModel(
    SqlCatalogKey Key,
    bool IsFound,
    EquatableArray<SqlTableModel> Tables,
    EquatableArray<SqlUserTypeModel> Types,
    EquatableArray<SqlFunctionModel> Functions,
    bool IsOpen,
    EquatableArray<DiagnosticModel> Problems);

/// <summary>Which files make a schema.</summary>
/// <param name="IsSqlite">Whose SQL they are.</param>
/// <param name="IsPattern">Whether <paramref name="Path"/> is a pattern of migrations.</param>
/// <param name="Path">The path relative to the project.</param>
/// <param name="Other">The pattern of the other engine's migrations, where it has its own: a file that both mean is the one's that says more of its name.</param>
internal sealed record SqlCatalogKey(bool IsSqlite, bool IsPattern, string Path, string? Other = null);

/// <summary>A schema that classes ask for, with its files.</summary>
/// <param name="Key">Which files.</param>
/// <param name="Files">The files, in order.</param>
internal sealed record SqlCatalogInput(SqlCatalogKey Key, EquatableArray<SqlFileModel> Files);

/// <summary>What one class is bound with: its own files and schemas alone, so that others' changes leave it as it is.</summary>
/// <param name="Declaration">What the user wrote.</param>
/// <param name="Files">The files that its statements name.</param>
/// <param name="Postgres">The schema of PostgreSQL, or null.</param>
/// <param name="Sqlite">The schema of SQLite, or null.</param>
internal sealed record SqlBindingInput(SqlDeclaration Declaration, EquatableArray<SqlFileModel> Files, SqlCatalogModel? Postgres, SqlCatalogModel? Sqlite);
