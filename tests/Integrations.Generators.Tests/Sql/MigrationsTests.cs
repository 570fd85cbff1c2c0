using System.Runtime.CompilerServices;
using Integrations.Generators.Tests.Guards;
using Integrations.Generators.Tests.Harness;

namespace Integrations.Generators.Tests.Sql;

/// <summary>What <c>[Migrations]</c> becomes, what is refused, and what runs again after an edit.</summary>
public sealed class MigrationsTests
{
    private const string Source = """
        namespace MyApp;

        [PostgresClient, SqliteClient]
        [Migrations("migrations/*.sql", Sqlite = "migrations/*.sqlite.sql")]
        internal sealed partial class ShopDatabase
        {
            [Sql("select 1")]
            public partial Task<int> OneAsync();
        }

        """;

    private static TestProject Project { get; } = SqlProject.Of(Source)
        .WithDocument("migrations/0002_tags.sql", "-- no transaction\ncreate index concurrently tags on t (a);")
        .WithDocument("migrations/0001_t.sql", """
            create table t (a int); -- ; in a comment
            create function f(x int) returns int language sql begin atomic select case when x > 1 then 1 end; select $1; end;
            create function g() returns text language plpgsql as $$ begin return 'a;b'; end $$;
            create rule r as on insert to t do also (delete from t; delete from t);
            insert into t values ('\u00e4;"');
            """)
        .WithDocument("migrations/0001_t.sqlite.sql", """
            create table t (a text default ':x');
            create temp trigger tr after insert on t begin update t set a = case a when ? then 1 end; delete from t; end;
            analyze begin_is_a_name;
            """)
        .WithDocument("migrations/old/0001_t.sql", "drop table t");

    [Fact]
    public void Migrations_of_both_engines_in_the_order_of_names() => Verify(Project.Run());

    [Fact]
    public void The_same_files_for_both_engines_stand_there_once() => Verify(Of("1_a.sql", "create table a (b int);\ncreate table c (d int)"));

    [Fact]
    public void Line_ends_make_no_difference()
    {
        var files = new[] { "vacuum;\nanalyze;\n", "vacuum;\r\nanalyze;\r\n", "vacuum;\ranalyze;\r" }.Select(static text => Of("1_a.sql", text).Files["Migrations.MyApp.ShopDatabase.g.cs"]).Distinct();
        Assert.Single(files);
    }

    [Theory]
    [InlineData("1_a.sql", "", "has no statement")]
    [InlineData("1_a.sql", "-- nothing\n;;", "has no statement")]
    [InlineData("1_a.sql", "select 1; commit; select 2", "transaction")]
    [InlineData("1_a.sql", "begin; select 1", "transaction")]
    [InlineData("1_a.sql", "rollback", "transaction")]
    [InlineData("1_a.sql", "start transaction", "transaction")]
    [InlineData("1_a.sql", "select 1;\n\\connect other", "psql")]
    public void A_file_that_cannot_be_a_migration_is_reported(string name, string text, string says)
    {
        var run = Of(name, text, "INT4019");
        var diagnostic = run.Single("INT4019");
        Assert.Contains(says, diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("/project/migrations/" + name, diagnostic.Location.GetLineSpan().Path);
    }

    [Theory]
    [InlineData("savepoint a; rollback to savepoint a")]
    [InlineData("-- no transaction\nbegin; commit")]
    [InlineData("--NO TRANSACTION \r\nbegin; commit", "INT4019", "INT4019")]
    [InlineData("update t set begin_at = 1, \"commit\" = 2")]
    public void What_only_looks_like_a_transaction_s_end_is_not(string text, params string[] reported) => Of("1_a.sql", text, reported);

    [Theory]
    [InlineData("0001_b.sql", "version of '0001_a.sql'")]
    [InlineData("0001-b.sql", "version of '0001-b.sql'")]
    [InlineData("1_b.sql", "version of '0001_a.sql'")]
    [InlineData("0001.sql", "version of '0001.sql'")]
    public void Two_files_of_one_version_are_reported(string second, string says)
    {
        var run = SqlProject.Of(Plain).WithDocument("migrations/0001_a.sql", "select 1").WithDocument("migrations/" + second, "select 1").Run("INT4019");
        Assert.Contains(says, run.Single("INT4019").GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_whose_order_as_names_is_another_are_reported()
    {
        var run = SqlProject.Of(Plain).WithDocument("migrations/2_a.sql", "select 1").WithDocument("migrations/10_b.sql", "select 1").Run("INT4019");
        Assert.Contains("'2_a.sql' comes after '10_b.sql'", run.Single("INT4019").GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("migrations/*.sql", "no .sql file")]
    [InlineData("mig*/*.sql", "in its folder")]
    [InlineData("", "no .sql file")]
    public void A_pattern_that_means_nothing_is_reported_at_it(string pattern, string says)
    {
        var run = SqlProject.Of(Plain.Replace("migrations/*.sql", pattern, StringComparison.Ordinal)).WithDocument("other/1_a.sql", "select 1").Run("INT4018");
        var diagnostic = run.Single("INT4018");
        Assert.Contains(says, diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Equal(7, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public void Migrations_of_a_class_that_is_no_database_are_reported() =>
        SqlProject.Of("namespace MyApp;\n\n[Migrations(\"migrations/*.sql\")]\ninternal sealed partial class Nothing;\n").Run("INT4018").Single("INT4018");

    [Fact]
    public void A_string_without_end_is_reported_at_its_line()
    {
        var lines = Of("1_a.sql", "select 1;\r\nselect 'a", "INT4002").Single("INT4002").Location.GetLineSpan();
        Assert.Equal(("/project/migrations/1_a.sql", 1, 7), (lines.Path, lines.StartLinePosition.Line, lines.StartLinePosition.Character));
    }

    [Fact]
    public void A_migration_that_changes_writes_its_file_again_and_nothing_else()
    {
        var run = Project.Run();
        var again = Project.WithDocument("migrations/0001_t.sqlite.sql", "create table t (a text)").Run(run.Driver);
        Assert.Equal(["Migrations.MyApp.ShopDatabase.g.cs"], again.Files.Where(f => run.Files[f.Key] != f.Value).Select(static f => f.Key));
        Caching.AssertRan(again, StepNames.SqlFiles, StepNames.SqlSchemas, StepNames.SqlCatalogs, StepNames.SqlInputs, StepNames.SqlMigrations, "Output");
    }

    [Fact]
    public void Moving_the_class_writes_nothing_again()
    {
        var run = Project.Run();
        Caching.AssertRan(Project.WithSource("Program.cs", "using System.Collections.Generic;\nusing System.Threading;\n// A line.\n" + Source).Run(run.Driver), StepNames.SqlChecks, StepNames.SqlMigrationChecks);
    }

    [Fact]
    public void No_step_gives_a_value_that_holds_anything_of_the_compiler()
    {
        var values = Project.Run().Steps.Where(static s => StepNames.Migrations.Contains(s.Step)).ToList();
        Assert.Equal(3, values.Count);
        Assert.Empty(values.SelectMany(static v => ModelShape.FaultsOfValue(v.Value)));
    }

    private const string Plain = """
        namespace MyApp;

        [PostgresClient, SqliteClient, Migrations("migrations/*.sql")]
        internal sealed partial class ShopDatabase;
        """;

    // The drivers and the class itself stand in the snapshots of others.
    private static void Verify(TestRun run, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        Caching.AssertUnrelatedEditIsFree(run);
        var own = run.Files.Where(static f => f.Key.StartsWith("Migrations.", StringComparison.Ordinal)).ToDictionary();
        Snapshot.Compare(own, Path.Combine(Path.GetDirectoryName(file)!, "Snapshots"), nameof(MigrationsTests) + "." + method);
    }

    private static TestRun Of(string name, string text, params string[] reported) => SqlProject.Of(Plain).WithDocument("migrations/" + name, text).Run(reported);
}
