using System.Data.Common;
using Integrations.Storage.Relational;
using Microsoft.Data.Sqlite;

namespace Integrations.Sqlite;

/// <summary>Times are microseconds since 1970; SQLite's clock gives them in milliseconds. There is one writer: nothing else locks.</summary>
internal sealed class SqliteDialect(string prefix, string path) : Dialect
{
    public override IReadOnlyList<string> Migrations { get; } = [.. SqliteSchema.Scripts.Select(script => SqliteSchema.Within(script, prefix))];

    public override string Engine => "SQLite";

    public override bool Owns(DbTransaction transaction) => transaction is SqliteTransaction;

    public override string Place => $"The schema '{prefix}' in '{path}'";

    public override string Now => "cast(unixepoch('subsec') * 1000000 as integer)";

    public override string NextToken => $"(select value from \"{prefix}token\")";

    // A prefix has letters, digits and underscores only, and is compared as text: an underscore stands for itself.
    public override string ListTables => $"select substr(name, {prefix.Length + 1}) from sqlite_master where type = 'table' and substr(name, 1, {prefix.Length}) = '{prefix}'";

    public override string Advance(string condition) => $"update \"{prefix}token\" set value = value + 1 where {condition};";

    // Rows that triggers change do not count in changes().
    public override string AndAdvanced => "and changes() > 0";

    public override string Table(string name) => $"\"{prefix}{name}\"";

    public override string After(string parameter) => $"{Now} + {parameter}";

    public override string At(string parameter) => parameter;

    public override string Micros(string time) => time;
}
