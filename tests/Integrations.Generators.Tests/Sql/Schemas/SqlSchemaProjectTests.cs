using Integrations.Generators.Tests.Guards;
using Integrations.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Tests.Sql.Schemas;

/// <summary>Projects that name a schema: places, emitted rows, what runs again.</summary>
public sealed class SqlSchemaProjectTests
{
    private const string Schema = """
        create table orders (id uuid primary key, total numeric not null, note text, placed_at timestamptz not null default now(), state text not null);
        """;

    [Fact]
    public void A_mistake_in_a_literal_is_reported_at_its_own_place()
    {
        var run = Project("""[Sql("select id,\n  totl from orders where note = @note")] public partial Task<List<(Guid, decimal)>> A(string note);""").Run("INT4011");
        Assert.Equal("totl", Source(run, run.Single("INT4011")));
    }

    [Fact]
    public void A_mistake_in_a_file_is_reported_at_its_line_and_column()
    {
        var run = Project("""[Sql("sql/a.sql")] public partial Task<List<Guid>> A(int note);""").WithDocument("sql/a.sql", "select id\nfrom orders\n  where note = @note").Run("INT4013");
        var lines = run.Single("INT4013").Location.GetLineSpan();
        Assert.Equal(("/project/sql/a.sql", 2, 15), (lines.Path, lines.StartLinePosition.Line, lines.StartLinePosition.Character));
    }

    [Fact]
    public void A_result_that_does_not_fit_is_reported_at_its_column()
    {
        var run = Project("""
            [Sql("select id, total, note from orders")] public partial Task<List<Row>> A();
                [Sql("select * from orders")] public partial Task<List<(Guid, string, string?, DateTimeOffset, string)>> B();
                [Sql("select max(total) from orders")] public partial Task<decimal> C();
                [Sql("select count(*) from orders")] public partial Task<int> D();
            }
            internal sealed record Row(Guid Id, decimal Total, string Note)
            {
            """).Run("INT4014", "INT4013", "INT4014");
        Assert.Equal(["note", "max"], run.Diagnostics.Where(static d => d.Id == "INT4014").Select(d => Source(run, d)));
        Assert.Equal("*", Source(run, run.Single("INT4013")));
    }

    [Fact]
    public void A_partial_type_without_members_gets_them_from_the_statement()
    {
        var run = SqlProject.Of("""
            namespace MyApp;

            /// <summary>An order.</summary>
            internal sealed partial record Order;

            internal sealed partial class Line;

            internal readonly partial record struct Total;

            [PostgresClient(Schema = "schema.sql")]
            internal sealed partial class ShopDatabase
            {
                [Sql("select id, total, note, placed_at, state as \"class\" from orders where id = @id")]
                public partial Task<Order?> FindAsync(Guid id);

                [Sql("select id, total, note, placed_at, state as \"class\" from orders")]
                public partial IAsyncEnumerable<Order> AllAsync();

                [Sql("select o.*, p.id as parent_id from orders o left join orders p on p.id = o.id")]
                public partial Task<List<Line>> LinesAsync();

                [Sql("select state, sum(total) as total_sum, count(*), array_agg(id) as ids from orders group by state")]
                public partial Task<Total[]> TotalsAsync();
            }
            """).WithDocument("schema.sql", Schema).Run();
        Assert.Contains("partial record Order(global::System.Guid Id, decimal Total, string? Note, global::System.DateTimeOffset PlacedAt, string Class);", run.Files["SqlRow.MyApp.Order.g.cs"], StringComparison.Ordinal);
        Assert.Contains("/// <param name=\"PlacedAt\">The column placed_at.</param>", run.Files["SqlRow.MyApp.Order.g.cs"], StringComparison.Ordinal);
        Assert.Contains("partial record struct Total(string State, decimal TotalSum, long Count, global::System.Guid[] Ids);", run.Files["SqlRow.MyApp.Total.g.cs"], StringComparison.Ordinal);
        var line = run.Files["SqlRow.MyApp.Line.g.cs"];
        Assert.Contains("    /// <summary>The column note.</summary>\n    public required string? Note { get; init; }\n", line, StringComparison.Ordinal);
        Assert.Contains("public required global::System.Guid? ParentId { get; init; }", line, StringComparison.Ordinal);
        Assert.Contains("new global::MyApp.Order(Id: p.GetGuid(m[0])", run.Files["Sql.MyApp.ShopDatabase.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_partial_type_is_refused_where_its_columns_are_not_known_or_differ()
    {
        var source = """
            namespace MyApp;
            internal sealed partial record Order;
            internal sealed partial record Other;
            internal sealed partial record Third;
            [PostgresClient(Schema = "schema.sql")]
            internal sealed partial class ShopDatabase
            {
                [Sql("select id, total from orders")] public partial Task<Order> A();
                [Sql("select id, note from orders")] public partial Task<Order> B();
                [Sql("select id, frob(note) as f from orders")] public partial Task<Other> C();
                [Sql("select id, 1 + 1 from orders")] public partial Task<Third> D();
            }
            """;
        var run = SqlProject.Of(source).WithDocument("schema.sql", Schema).Run("INT4006", "INT4006", "INT4006", "INT4016");
        Assert.Equal(["B", "frob", "1"], run.Diagnostics.Where(static d => d.Id == "INT4006").Select(d => Source(run, d)).OrderByDescending(static s => s.Length == 1 && char.IsLetter(s[0])).ThenBy(static s => s.Length == 1));
    }

    [Fact]
    public void A_schema_that_is_no_part_of_the_project_is_reported_where_it_is_named()
    {
        var run = SqlProject.WithMembers("""[Sql("select 1")] public partial Task<int> A();""", "PostgresClient(Schema = \"schema.sql\")").Run("INT4009");
        Assert.Equal("\"schema.sql\"", Source(run, run.Single("INT4009")));
    }

    [Fact]
    public void Migrations_are_applied_in_the_order_of_their_names()
    {
        var run = SqlProject.WithMembers("""
            [Sql("select id, title from books")] public partial Task<List<(long, string)>> A();
                [Sql("select name from books")] public partial Task<List<string>> B();
            """, "PostgresClient, Migrations(\"migrations/*.sql\")")
            .WithDocument("migrations/0002_rename.sql", "alter table books rename column name to title; alter table books alter column title set not null;")
            .WithDocument("migrations/0001_start.sql", "create table books (id bigserial primary key, name text);")
            .WithDocument("migrations/old/0003_not.sql", "drop table books;")
            .Run("INT4011");
        Assert.Equal("name", Source(run, run.Single("INT4011")));
    }

    [Fact]
    public void A_migration_of_the_other_engine_is_no_part_of_this_ones_schema() => SqlProject.WithMembers(
            """[Sql("select id, title from books", Sqlite = "select id, name from books")] public partial Task<List<(long, string)>> A();""",
            "PostgresClient, SqliteClient, Migrations(\"migrations/*.sql\", Sqlite = \"migrations/*.sqlite.sql\")")
        .WithDocument("migrations/1_start.sql", "create table books (id bigserial primary key, title text not null);")
        .WithDocument("migrations/1_start.sqlite.sql", "create table books (id integer primary key, title text not null);")
        .WithDocument("migrations/2_name.sqlite.sql", "alter table books rename column title to name;")
        .Run();

    [Fact]
    public void What_is_not_understood_of_a_schema_leaves_its_table_open()
    {
        var run = Project("""[Sql("select nope from other")] public partial Task<List<string>> A(); [Sql("select nope from orders")] public partial Task<List<string>> B();""")
            .WithDocument("schema.sql", Schema + "\ncreate table other (id int);\nalter table other frobnicate the thing;").Run("INT4016", "INT4011");
        var lines = run.Single("INT4016").Location.GetLineSpan();
        Assert.Equal(("/project/schema.sql", 2, 18), (lines.Path, lines.StartLinePosition.Line, lines.StartLinePosition.Character));
    }

    [Fact]
    public void A_statement_that_changes_runs_its_own_class_again_and_no_other()
    {
        var project = Two();
        var run = project.Run();
        var again = project.WithDocument("sql/a.sql", "select id from orders where id = @id and total > 1").Run(run.Driver);
        Caching.AssertRan(again, StepNames.SqlFiles, StepNames.SqlInputs, StepNames.SqlClients, "Output");
        Assert.Equal(["Sql.MyApp.First.g.cs"], again.Files.Where(f => run.Files[f.Key] != f.Value).Select(static f => f.Key));
        Assert.Equal(1, again.Steps.Count(static s => s.Step == StepNames.SqlClients && s.Reason == IncrementalStepRunReason.Modified));
        Assert.Equal(1, again.Steps.Count(static s => s.Step == StepNames.SqlClients && s.Reason == IncrementalStepRunReason.Cached));
    }

    [Fact]
    public void A_schema_that_changes_runs_the_classes_that_use_it_again_and_no_other()
    {
        var project = Two();
        var run = project.Run();
        var again = project.WithDocument("other.sql", "create table things (id int not null, name text);").Run(run.Driver);
        Assert.Equal(1, again.Steps.Count(static s => s.Step == StepNames.SqlCatalogs && s.Reason == IncrementalStepRunReason.Modified));
        Assert.Equal(1, again.Steps.Count(static s => s.Step == StepNames.SqlInputs && s.Reason == IncrementalStepRunReason.Modified));
        Assert.Equal(1, again.Steps.Count(static s => s.Step == StepNames.SqlClients && s.Reason == IncrementalStepRunReason.Cached));
        Assert.Equal(run.Files, again.Files);
    }

    [Fact]
    public void An_unrelated_edit_is_free_and_no_step_holds_anything_of_the_compiler()
    {
        var run = Two().Run();
        Caching.AssertUnrelatedEditIsFree(run);
        var values = run.Steps.Where(static s => s.Step is StepNames.SqlSchemas or StepNames.SqlCatalogs or StepNames.SqlInputs or StepNames.SqlClients or StepNames.SqlRows).ToList();
        Assert.Equal(9, values.Count);
        Assert.Empty(values.SelectMany(static v => ModelShape.FaultsOfValue(v.Value)));
    }

    private static TestProject Two() => SqlProject.Of("""
        namespace MyApp;
        internal sealed partial record Thing;
        [PostgresClient(Schema = "schema.sql")]
        internal sealed partial class First { [Sql("sql/a.sql")] public partial Task<Guid> A(Guid id); }
        [PostgresClient(Schema = "other.sql")]
        internal sealed partial class Second { [Sql("select id from things")] public partial Task<Thing> A(); }
        """).WithDocument("schema.sql", Schema).WithDocument("other.sql", "create table things (id int not null);").WithDocument("sql/a.sql", "select id from orders where id = @id");

    private static TestProject Project(string members) => SqlProject.WithMembers(members, "PostgresClient(Schema = \"schema.sql\")").WithDocument("schema.sql", Schema);

    private static string Source(TestRun run, Diagnostic diagnostic)
    {
        var lines = diagnostic.Location.GetLineSpan();
        var text = Microsoft.CodeAnalysis.Text.SourceText.From(run.Project.Sources.Single(s => s.Path == lines.Path).Text);
        return text.ToString(text.Lines.GetTextSpan(lines.Span));
    }
}
