using Integrations.Generators.Binding.Sql.Checking;
using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql.Schemas;

/// <summary>A table while its schema is being read.</summary>
internal sealed class DdlTable(string schema, string name)
{
    public string Schema { get; set; } = schema;

    public string Name { get; set; } = name;

    public List<SqlColumnModel> Columns { get; } = [];

    public bool IsOpen { get; set; }

    public bool IsView { get; set; }

    public bool HasRowid { get; set; }

    public bool IsStrict { get; set; }

    public int Find(string column) => Columns.FindIndex(c => c.Name == column);

    /// <summary>Changes a column; one that is not there leaves the table open.</summary>
    public void Change(string column, Func<SqlColumnModel, SqlColumnModel> change)
    {
        var index = Find(column);
        if (index >= 0)
            Columns[index] = change(Columns[index]);
        else
            IsOpen = true;
    }

    /// <summary>Adds a column unless there is one of its name, as inherited ones may be.</summary>
    public void Add(SqlColumnModel column)
    {
        var index = Find(column.Name);
        if (index >= 0)
            Columns[index] = column;
        else
            Columns.Add(column);
    }

    public SqlTableModel ToModel() => new(Schema, Name, EquatableArray.From(Columns), IsOpen, IsView, HasRowid, IsStrict);

    /// <summary>The primary key of a table: not null, but for SQLite, where only an integer one is.</summary>
    public void PrimaryKey(IReadOnlyList<string> columns, bool isSqlite, bool withoutRowid)
    {
        foreach (var column in columns)
        {
            var isRowid = isSqlite && !withoutRowid && columns.Count == 1 && Find(column) is >= 0 and var i && Columns[i].Type.Declared == "integer";
            Change(column, c => c with
            {
                Null = !isSqlite || withoutRowid || isRowid ? SqlNullness.NotNull : c.Null == SqlNullness.NotNull ? c.Null : SqlNullness.Unknown,
                HasDefault = c.HasDefault || isRowid,
            });
        }
    }
}
