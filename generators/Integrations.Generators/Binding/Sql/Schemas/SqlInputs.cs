using System.Collections.Immutable;
using Integrations.Generators.Documents;
using Integrations.Generators.Emission;
using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql.Schemas;

/// <summary>Gives each class and each schema the files that concern it, so that the others may change without it.</summary>
internal static class SqlInputs
{
    /// <summary>The schemas that classes ask for, each once.</summary>
    public static IEnumerable<SqlCatalogKey> Keys(ImmutableArray<SqlDeclaration> declarations) => declarations
        .SelectMany(static d => (SqlCatalogKey?[])[d.PostgresSchema, d.SqliteSchema]).Where(static k => k is not null).Select(static k => k!).Distinct()
        .OrderBy(static k => k.Path, StringComparer.Ordinal).ThenBy(static k => k.IsSqlite).ThenBy(static k => k.IsPattern).ThenBy(static k => k.Other, StringComparer.Ordinal);

    /// <summary>A schema with its files; migrations in the order of their names.</summary>
    public static SqlCatalogInput Schema(SqlCatalogKey key, EquatableArray<SqlFileModel> files)
    {
        var found = key.IsPattern ? MigrationFiles.Find(key.Path, key.Other, files) : files.Where(file => file.RelativePath == key.Path).Take(1);
        return new SqlCatalogInput(key, EquatableArray.From(found));
    }

    /// <summary>What a class is bound with.</summary>
    public static SqlBindingInput Of(SqlDeclaration declaration, EquatableArray<SqlFileModel> files, ImmutableArray<SqlCatalogModel> catalogs)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var method in declaration.Methods)
        {
            names.Add(DocumentPath.Normalize(method.Text.Trim()));
            if (method.SqliteText is { } own)
                names.Add(DocumentPath.Normalize(own.Trim()));
        }
        return new SqlBindingInput(declaration, EquatableArray.From(files.Where(f => names.Contains(f.RelativePath))), Find(declaration.PostgresSchema), Find(declaration.SqliteSchema));

        SqlCatalogModel? Find(SqlCatalogKey? key) => key is null ? null : catalogs.FirstOrDefault(c => c.Key == key);
    }

    /// <summary>The files of emitted types, one for each.</summary>
    public static IEnumerable<SqlRowFile> Rows(ImmutableArray<SqlEmittedRow> rows)
    {
        var types = rows.GroupBy(static r => r.Type.FullName, StringComparer.Ordinal).Select(static g => g.First()).ToList();
        var alike = ClientHints.Alike(types.Select(static r => r.Type.FullName));
        return types.Select(r => new SqlRowFile("SqlRow" + ClientHints.Of(r.Type.FullName, alike).Substring("Client".Length), r));
    }
}
