using System.Data.Common;
using Integrations.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Integrations.Benchmarks.Store;

/// <summary>Where the store is, and the tables of the experiment beside it.</summary>
internal sealed record Target(string Engine, string Location)
{
    public const int Names = 24;

    public bool IsPostgres => Engine == "postgres";

    public IStore CreateStore() =>
        IsPostgres ? new PostgresStoreOptions { ConnectionString = Location }.CreateStore() : new SqliteStoreOptions { Path = Location, Durability = SqliteDurability.ProcessKill }.CreateStore();

    public async Task<DbConnection> ConnectAsync()
    {
        DbConnection connection = IsPostgres ? new NpgsqlConnection(Location) : new SqliteConnection($"Data Source={Location};Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Every change of a lease is written down by a trigger, with the database's clock: what is checked afterwards is not what the processes say.</summary>
    public async Task PrepareAsync()
    {
        await using var store = CreateStore();
        await store.PrepareAsync();
        await using var connection = await ConnectAsync();
        await ExecuteAsync(connection, IsPostgres ? Postgres : Sqlite);
        for (var i = 0; i < Names; i++)
            await ExecuteAsync(connection, $"insert into state (name, n) values ('{NameOf(i)}', 0)");
    }

    public static string NameOf(int index) => $"lease-{index:00}";

    /// <summary>Half of the names order their rows.</summary>
    public static string? KeyOf(string name) => (name[^1] - '0') % 2 == 0 ? name : null;

    public string LeaseTable => IsPostgres ? "integrations.lease" : "integrations_lease";

    public static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private const string Postgres = """
        create table audit (id bigint generated always as identity primary key, op text, name text, token bigint, old_token bigint, expires bigint, at bigint);
        create table state (name text primary key, n bigint);
        create table write (name text, n bigint, token bigint, held bigint);
        create table sink (id bigint generated always as identity primary key, name text, n bigint);
        create table refused (name text, token bigint);
        create table ready (at bigint);
        create function micros(t timestamptz) returns bigint language sql immutable as $$ select (extract(epoch from t) * 1000000)::bigint $$;
        create function audit_lease() returns trigger language plpgsql as $$ begin
            if tg_op = 'DELETE' then
                insert into audit (op, name, token, old_token, expires, at) values (tg_op, old.name, 0, old.token, 0, micros(clock_timestamp()));
            else
                insert into audit (op, name, token, old_token, expires, at)
                values (tg_op, new.name, new.token, case when tg_op = 'UPDATE' then old.token end, micros(new.expires_at), micros(case when new.token <> old.token then new.acquired_at else clock_timestamp() end));
            end if;
            return null;
        end $$;
        create trigger audit after insert or update or delete on integrations.lease for each row execute function audit_lease();
        """;

    private const string Sqlite = """
        create table audit (id integer primary key, op text, name text, token integer, old_token integer, expires integer, at integer);
        create table state (name text primary key, n integer);
        create table write (name text, n integer, token integer, held integer);
        create table sink (id integer primary key, name text, n integer);
        create table refused (name text, token integer);
        create table ready (at integer);
        create trigger audit_update after update on integrations_lease begin
            insert into audit (op, name, token, old_token, expires, at) values ('UPDATE', new.name, new.token, old.token, new.expires_at,
                case when new.token <> old.token then new.acquired_at else cast(unixepoch('subsec') * 1000000 as integer) end);
        end;
        create trigger audit_delete after delete on integrations_lease begin
            insert into audit (op, name, token, old_token, expires, at) values ('DELETE', old.name, 0, old.token, 0, cast(unixepoch('subsec') * 1000000 as integer));
        end;
        """;
}
