using Integrations.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Tests.Sql;

/// <summary>What is wrong is said at its place, also within a statement.</summary>
public sealed class SqlDiagnosticTests
{
    [Theory]
    [InlineData("""[Sql("select a from t where b = @nobody")] public partial Task<int> A(int id);""", "INT4003", "@nobody")]
    [InlineData("""[Sql("select a from \"t\" where b = @nobody")] public partial Task<int> A(int id);""", "INT4003", "@nobody")]
    [InlineData("""[Sql(@"select a from ""t"" where b = @nobody")] public partial Task<int> A(int id);""", "INT4003", "@nobody")]
    [InlineData("[Sql(\"\"\"select a from \"t\" where b = @nobody\"\"\")] public partial Task<int> A(int id);", "INT4003", "@nobody")]
    [InlineData("[Sql(\"\"\"\n        select a\n          from t\n\n        where b = @nobody\n        \"\"\")] public partial Task<int> A(int id);", "INT4003", "@nobody")]
    [InlineData("""[Sql("select a from t where b = @id and c = 'x")] public partial Task<int> A(int id);""", "INT4002", "'")]
    [InlineData("""[Sql("select a from t where b = $1")] public partial Task<int> A(int id);""", "INT4002", "$1")]
    [InlineData("""[Sql("select a from t", Sqlite = "select a from t where b = :id")] public partial Task<int> A();""", "INT4002", ":id")]
    [InlineData("""[Sql("delete from t; delete from u where id = @id")] public partial Task A(int id);""", "INT4002", ";")]
    [InlineData("""[Sql("")] public partial Task A();""", "INT4002", "\"\"")]
    [InlineData("""[Sql("copy t (id, nobody) from stdin")] public partial Task<long> A(IEnumerable<Row> rows); internal sealed record Row(int Id);""", "INT4003", "nobody")]
    [InlineData("""[Sql("copy t (a, b) from stdin")] public partial Task<long> A(IEnumerable<int> rows);""", "INT4003", "b")]
    [InlineData("""[Sql("copy t from stdin")] public partial Task<long> A(IEnumerable<int> rows);""", "INT4002", "from")]
    [InlineData("""[Sql("copy (select 1) to stdout")] public partial Task<long> A(IEnumerable<int> rows);""", "INT4002", "(")]
    [InlineData("""[Sql("copy t (a) from stdin (format csv)")] public partial Task<long> A(IEnumerable<int> rows);""", "INT4002", "(")]
    [InlineData("""[Sql("copy t (a) from '/etc/passwd'")] public partial Task<long> A(IEnumerable<int> rows);""", "INT4002", "'/etc/passwd'")]
    public void A_mistake_in_a_statement_is_reported_within_it(string member, string id, string place)
    {
        var run = SqlProject.WithMembers(member).Run(id);
        var diagnostic = run.Single(id);
        Assert.Equal(place, Source(run, diagnostic));
    }

    [Theory]
    [InlineData("""[Sql("select 1")] public partial Task<int> A(int unused);""", "INT4004", "unused", "@unused")]
    [InlineData("""[Sql("select '@unused'")] public partial Task<int> A(int unused);""", "INT4004", "unused", "@unused")]
    [InlineData("""[Sql("select a, b from t")] public partial Task<int> A();""", "INT4006", "A", "2")]
    [InlineData("""[Sql("select a, b from t")] public partial Task<(int, int, int)> A();""", "INT4006", "A", "3 columns")]
    [InlineData("""[Sql("select id from t")] public partial Task<Row> A(); internal sealed record Row(int Id, string Name);""", "INT4006", "A", "name")]
    [InlineData("""[Sql("update t set a = 1")] public partial Task<string> A();""", "INT4006", "A", "returning")]
    [InlineData("""[Sql("select 1")] public partial Task<Action> A();""", "INT4005", "A", "no form")]
    [InlineData("""[Sql("select @a")] public partial Task<int> A(Action a);""", "INT4005", "a", "no form")]
    [InlineData("""[Sql("select 1")] public partial int A();""", "INT4005", "A", "ValueTask")]
    [InlineData("""[Sql("select 1")] public partial Task<int> A(IEnumerable<int> rows);""", "INT4005", "A", "sequence of rows")]
    [InlineData("""[Sql("copy t (a) from stdin")] public partial Task<int> A(IEnumerable<int> rows);""", "INT4006", "A", "Task<long>")]
    [InlineData("""[Sql("copy t (a) from stdin")] public partial Task<long> A(int a);""", "INT4005", "A", "the rows")]
    [InlineData("""[Sql("sql/none.sql")] public partial Task A();""", "INT4008", "\"sql/none.sql\"", "AdditionalFiles")]
    [InlineData("""[Sql("select @r")] public partial Task<int> A(NpgsqlTypes.NpgsqlRange<int> r);""", "INT4005", "@r", "Sqlite = ")]
    public void A_mistake_in_a_method_is_reported_at_it(string member, string id, string place, string says)
    {
        var run = SqlProject.WithMembers(member).Run(id);
        var diagnostic = run.Single(id);
        Assert.Equal(place, Source(run, diagnostic));
        Assert.Contains(says, diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void INT4001_a_method_with_a_body()
    {
        var run = SqlProject.WithMembers("""[Sql("select 1")] public Task<int> A() => Task.FromResult(1);""").Run("INT4001");
        Assert.Contains("partial", run.Single("INT4001").GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void INT4003_in_a_file_at_its_own_line_and_column()
    {
        var run = SqlProject.WithMembers("""[Sql("sql/a.sql")] public partial Task A(int id);""").WithDocument("sql/a.sql", "update t\r\nset a = 1 -- @no\r\nwhere b = @nobody").Run("INT4003");
        var lines = run.Single("INT4003").Location.GetLineSpan();
        Assert.Equal(("/project/sql/a.sql", 2, 10, 17), (lines.Path, lines.StartLinePosition.Line, lines.StartLinePosition.Character, lines.EndLinePosition.Character));
    }

    [Theory]
    [InlineData("PostgresClient", "Npgsql")]
    [InlineData("SqliteClient", "Microsoft.Data.Sqlite")]
    public void INT4007_names_the_package_that_is_missing_and_stands_alone(string attribute, string package)
    {
        var project = SqlProject.WithMembers("""[Sql("select @id")] public partial Task<int> A(int id);""", attribute) with { References = [] };
        var run = project.Run("INT4007");
        var diagnostic = run.Single("INT4007");
        Assert.Contains("dotnet add package " + package, diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Equal(attribute, Source(run, diagnostic));
    }

    [Fact]
    public void Two_clients_of_one_name_are_reported() => SqlProject.Of("""
        [PostgresClient] internal sealed partial class ShopDatabase;
        [SqliteClient(Name = "shop")] internal sealed partial class Other;
        """).Run("INT1005", "INT1005");

    [Fact]
    public void A_class_that_is_not_partial_or_nested_is_reported()
    {
        SqlProject.Of("[PostgresClient] internal sealed class ShopDatabase;").Run("INT1001");
        SqlProject.Of("internal static class Outer { [SqliteClient] internal sealed partial class Inner; }").Run("INT1006");
    }

    private static string Source(TestRun run, Diagnostic diagnostic)
    {
        // The generator's places are no tree's, for a cache would keep it: the text is taken by line and column.
        var lines = diagnostic.Location.GetLineSpan();
        var text = Microsoft.CodeAnalysis.Text.SourceText.From(run.Project.Sources.Single(s => s.Path == lines.Path).Text);
        var span = text.Lines.GetTextSpan(lines.Span);
        Assert.Equal(diagnostic.Location.SourceSpan, span);
        return text.ToString(span);
    }
}
