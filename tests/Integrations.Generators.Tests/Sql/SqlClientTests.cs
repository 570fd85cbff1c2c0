using Integrations.Generators.Tests.Harness;

namespace Integrations.Generators.Tests.Sql;

/// <summary>What <c>[PostgresClient]</c> and <c>[SqliteClient]</c> become.</summary>
public sealed class SqlClientTests
{
    [Fact]
    public void A_client_of_both_engines() => Snapshot.Verify(SqlProject.Of("""
        namespace MyApp;

        internal enum State { Open, Done }

        internal sealed record Address(string Street, string? City);

        internal sealed record Order(Guid Id, decimal Total, DateTimeOffset? PlacedAt, State State, Address? Ship, int Pieces = 1)
        {
            public string? Note { get; init; }
        }

        [PostgresClient, SqliteClient]
        internal sealed partial class ShopDatabase(IServiceProvider services)
        {
            public IServiceProvider Services => services;

            [Sql("select id, total, placed_at, state, ship_street, ship_city, note from orders where state = @state limit @limit")]
            public partial IAsyncEnumerable<Order> InStateAsync(State state, int limit = 20, CancellationToken ct = default);

            [Sql("insert into orders (id, total, placed_at, state, ship_street, pieces) values (@id, @total, @placed_at, @state, @ship_street, @pieces)")]
            public partial Task<int> AddAsync(Order order);

            [Sql("select id, state from orders where id = any(@ids)", Sqlite = "select id, state from orders where id in (select value from json_each(@ids))")]
            internal partial ValueTask<List<(Guid Id, State? State)>> StatesAsync(IReadOnlyList<Guid> ids, CancellationToken ct);

            [Sql("select * from orders where id = @id", Idempotent = true)]
            public partial Task<Order?> FindAsync(Guid id, CancellationToken ct = default);
        }
        """).Run());

    [Fact]
    public void Rows_that_are_copied_into_a_table() => Snapshot.Verify(SqlProject.Of("""
        namespace MyApp;

        internal enum Kind { Small, Large }

        internal sealed record Part(Guid Id, long? Count, string? Note, Kind Kind, DateTimeOffset MadeAt, Maker? Maker);

        internal sealed record Maker(string Name);

        [PostgresClient, SqliteClient]
        internal sealed partial class PartsDatabase
        {
            [Sql("copy parts (id, count, note, kind, made_at, \"maker_name\") from stdin")]
            public partial Task<long> ImportAsync(IAsyncEnumerable<Part> parts, CancellationToken ct = default);

            [Sql("COPY shop.numbers (n) FROM STDIN;", Sqlite = "copy numbers (n) from stdin")]
            public partial ValueTask<long> NumbersAsync(IEnumerable<int> numbers);
        }
        """).Run());

    [Fact]
    public void A_client_of_PostgreSQL_with_types_of_its_driver_and_of_a_document() => Snapshot.Verify((Specs.ShopProject with { References = [SqlProject.Npgsql] }).WithSource("Prices.cs", """
        using System.Collections.Generic;
        using System.Text.Json;
        using NpgsqlTypes;

        namespace MyApp;

        [JsonModel]
        internal sealed partial record Rule(string Name, int Percent);

        [PostgresClient(Name = "Pricing")]
        [Timeout(AttemptSeconds = 2)]
        internal sealed partial class PricesDatabase
        {
            [Sql("select product from prices where valid && @during and rule @> @rule")]
            public partial Task<List<Shop.Product>> DuringAsync(NpgsqlRange<DateOnly> during, Rule rule);

            [Sql("insert into prices (product, extra) values (@product, @extra)")]
            public partial Task AddAsync(Shop.Product product, JsonElement? extra);
        }
        """).Run());

    [Fact]
    public void Statements_in_files_and_members_by_their_whole_names() => Snapshot.Verify(SqlProject.WithMembers("""
        [Sql("sql/add.sql", Sqlite = "sql/add.sqlite.sql")]
            public partial Task AddAsync(Buyer buyer, Seller seller);
        }

        internal sealed record Buyer(int Id);

        internal sealed record Seller(int Id)
        {
        """).WithDocument("sql/add.sql", "insert into sales values (@buyer_id, @sellerId); -- @nobody\n").WithDocument("sql/add.sqlite.sql", "insert into sales (b, s) values (@buyer_id, @seller_id)").Run());

    [Fact]
    public void Names_of_a_user_s_own_clash_with_nothing_emitted() => SqlProject.WithMembers("""
        private readonly int _session = Statements.One;

            public int Session => _session;

            [Sql("select @p + @s + @m + @session + @command + @reader + @parameters + @class")]
            public partial Task<int> AddAsync(int p, int s, int m, int session, int command, int reader, int parameters, int @class, CancellationToken cancellationToken = default);

            [Sql("update t set a = @statement where b = @options")]
            public partial Task ExecuteAsync(int statement, int options);
        }

        internal static class Statements
        {
            public const int One = 1;
        """).Run();
}
