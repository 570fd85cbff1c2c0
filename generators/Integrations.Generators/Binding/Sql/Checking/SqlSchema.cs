using Integrations.Generators.Binding.Sql.Schemas;
using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql.Checking;

/// <summary>Finds things in a schema.</summary>
internal sealed class SqlSchema : ISqlTypeSource
{
    private readonly SqlCatalogModel _catalog;
    private readonly Dictionary<string, List<SqlTableModel>> _tables = new(StringComparer.Ordinal);

    public SqlSchema(SqlCatalogModel catalog)
    {
        _catalog = catalog;
        foreach (var table in catalog.Tables)
        {
            if (!_tables.TryGetValue(table.Name, out var alike))
                _tables.Add(table.Name, alike = []);
            alike.Add(table);
        }
    }

    public bool IsSqlite => _catalog.Key.IsSqlite;

    /// <summary>Whether there may be tables that are not known.</summary>
    public bool IsOpen => _catalog.IsOpen;

    private static readonly SqlTableModel SqliteSchema = new("", "sqlite_schema", new([
        new("type", SqlTypes.Text, SqlNullness.NotNull), new("name", SqlTypes.Text, SqlNullness.NotNull), new("tbl_name", SqlTypes.Text, SqlNullness.NotNull), new("rootpage", SqlTypes.Int8, SqlNullness.Unknown),
        new("sql", SqlTypes.Text, SqlNullness.MayBeNull)]));

    /// <summary>A table; where no schema is named and the usual one has none, that of another schema, for the search path may lead there.</summary>
    public SqlTableModel? FindTable(string schema, string name)
    {
        if (IsSqlite && name is "sqlite_schema" or "sqlite_master")
            return SqliteSchema;
        if (!_tables.TryGetValue(name, out var alike))
            return null;
        return alike.Find(t => t.Schema == DdlReader.Home(schema)) ?? (schema.Length == 0 ? alike[0] : null);
    }

    /// <summary>Whether a name is one of the engine's own tables, of which nothing is known here.</summary>
    public bool IsSystem(string schema, string name) => IsSqlite
        ? name.StartsWith("sqlite_", StringComparison.Ordinal) || name.StartsWith("pragma_", StringComparison.Ordinal)
        : schema is "pg_catalog" or "information_schema" || (schema.Length == 0 && name.StartsWith("pg_", StringComparison.Ordinal));

    /// <inheritdoc/>
    public SqlUserTypeModel? FindType(string schema, string name)
    {
        foreach (var type in _catalog.Types)
        {
            if (type.Name == name && (schema.Length == 0 || type.Schema == DdlReader.Home(schema)))
                return type;
        }
        return FindTable(schema, name) is { } table ? new SqlUserTypeModel(table.Schema, table.Name, new SqlTypeModel(SqlTypeForm.Composite, table.Name), [], false, table.Columns) : null;
    }

    public SqlFunctionModel? FindFunction(string name)
    {
        foreach (var function in _catalog.Functions)
        {
            if (function.Name == name)
                return function;
        }
        return null;
    }

    /// <summary>What a message adds to an unknown table.</summary>
    public string NearTable(string name) => SqlNear.Hint(name, _tables.Keys);
}
