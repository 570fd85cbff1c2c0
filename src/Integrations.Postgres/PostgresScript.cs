using System.Globalization;
using System.Text;
using Integrations.Postgres;
using Integrations.Storage.Relational;

namespace Integrations;

/// <summary>The script with which an administrator makes or upgrades the store's schema, so that the program needs no right to change it.</summary>
public static class PostgresScript
{
    internal const int NameLength = 40;

    /// <summary>
    /// Composes the script. It can be run again at any time and applies what is not yet applied. Both roles must exist; run it as a superuser, or as the owner where the owner may create a schema in the database.
    /// The schema is the owner's. The program's role may read and change rows, and in the log only add them; it can neither change the schema nor purge the log.
    /// </summary>
    /// <param name="schema">The schema; see <see cref="PostgresStoreOptions.Schema"/>.</param>
    /// <param name="owner">The role that owns the schema: 1 to 63 of a-z, 0-9 and _.</param>
    /// <param name="program">The role that programs connect as: 1 to 63 of a-z, 0-9 and _.</param>
    /// <returns>SQL for <c>psql -v ON_ERROR_STOP=1</c> or any other client.</returns>
    /// <exception cref="ArgumentException">A name is not acceptable.</exception>
    public static string Create(string schema, string owner, string program)
    {
        Check.Identifier(schema, NameLength, nameof(schema));
        Check.Identifier(owner, 63, nameof(owner));
        Check.Identifier(program, 63, nameof(program));
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            begin;
            select pg_advisory_xact_lock({new PostgresDialect(schema).Class}, 0);
            create schema if not exists "{schema}" authorization "{owner}";
            set local role "{owner}";
            {PostgresSchema.Within(PostgresSchema.Begin, schema)};

            """);
        for (var i = 0; i < PostgresSchema.Scripts.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"""
                do $upgrade$ begin
                if not exists (select from "{schema}".schema_version where version >= {i + 1}) then
                {PostgresSchema.Within(PostgresSchema.Scripts[i], schema).Replace("select nextval(", "perform nextval(", StringComparison.Ordinal)}
                insert into "{schema}".schema_version (version, applied_at) values ({i + 1}, clock_timestamp());
                end if;
                end $upgrade$;

                """);
        }
        text.AppendLine(PostgresSchema.Within(PostgresSchema.Grants, schema).Replace("$role$", program, StringComparison.Ordinal));
        return text.Append("commit;\n").ToString();
    }
}
