using Integrations.Generators.Binding.Sql;
using Integrations.Generators.Binding.Sql.Checking;
using Integrations.Generators.Binding.Sql.Schemas;
using Integrations.Generators.Models;

namespace Integrations.Generators.Tests.Sql.Schemas;

/// <summary>A schema that unit tests check statements against, without a compilation.</summary>
internal static class CheckedSchema
{
    public const string Shop = """
        create type state as enum ('open', 'paid', 'shipped');
        create domain email as text not null check (value like '%@%');
        create table customers (
            id uuid primary key default gen_random_uuid(),
            name text not null,
            email email,
            born date,
            tags text[] not null default '{}',
            profile jsonb
        );
        create table orders (
            id bigint generated always as identity primary key,
            customer uuid not null references customers (id) on delete cascade,
            total numeric(10, 2) not null,
            state state not null default 'open',
            note varchar(200),
            paid boolean not null default false,
            placed_at timestamptz not null default now(),
            parent bigint references orders
        );
        create table lines (
            "order" bigint not null references orders (id),
            position int not null,
            product text not null,
            price numeric not null,
            discount numeric,
            weight double precision,
            amount numeric generated always as (price * 2) stored,
            primary key ("order", position)
        );
        create view open_orders as select o.id, c.name, o.note, o.total from orders o join customers c on c.id = o.customer where o.state = 'open';
        create function discounted(price numeric, percent int) returns numeric language sql as $$ select price $$;
        """;

    public const string SqliteShop = """
        create table customers (id integer primary key, name text not null, born date, vip boolean not null default 0, score real, photo blob);
        create table orders (id text primary key, customer integer not null references customers, total text not null, note text, amount numeric) strict;
        create table tags (customer integer not null, tag text not null, primary key (customer, tag)) without rowid;
        """;

    private static readonly SqlCatalogModel PostgresCatalog = Read(Shop, false);
    private static readonly SqlCatalogModel SqliteCatalog = Read(SqliteShop, true);

    public static SqlSchema Postgres { get; } = new(PostgresCatalog);

    public static SqlSchema Sqlite { get; } = new(SqliteCatalog);

    public static SqlCatalogModel Read(string sql, bool isSqlite = false) =>
        DdlReader.Read(new SqlCatalogInput(new SqlCatalogKey(isSqlite, false, "schema.sql"), new([new SqlFileModel("schema.sql", "/project/schema.sql", sql)])));

    /// <summary>What is found in a statement, as <c>INT4011 name</c> by the text at the place, and its columns as <c>name type?</c>.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="arguments">The arguments: <c>name:Kind</c>, with <c>?</c> where it may be null.</param>
    public static (string Findings, string Columns) Check(string sql, SqlSchema schema, string arguments = "")
    {
        var scalars = arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static a => a.Split(':')).ToDictionary(static a => a[0], static a => Scalar(a[1]));
        var tokens = SqlLexer.Read(sql, schema.IsSqlite ? SqlDialect.Sqlite : SqlDialect.Postgres, out var fault);
        Assert.Null(fault);
        var findings = SqlChecker.Check(sql, tokens, schema, name => scalars.GetValueOrDefault(name), out var outputs);
        var texts = findings.Select(f => $"{f.Id} {sql.AsSpan(f.At.Start, f.At.Length)}");
        var columns = outputs?.Select(static o => $"{o.Name} {SqlTypes.Show(o.Type)}{o.Null switch { SqlNullness.NotNull => "", SqlNullness.MayBeNull => "?", _ => "~" }}");
        return (string.Join("; ", texts), columns is null ? "unknown" : string.Join(", ", columns));
    }

    private static SqlScalarModel Scalar(string text)
    {
        var kind = text.TrimEnd('?', ']', '[');
        var scalar = new SqlScalarModel(Enum.Parse<SqlScalarKind>(kind), kind, true, text.EndsWith('?'));
        return text.Contains("[]", StringComparison.Ordinal) ? new SqlScalarModel(SqlScalarKind.Array, kind + "[]", false, text.EndsWith('?'), scalar with { IsNullable = false }) : scalar;
    }
}
