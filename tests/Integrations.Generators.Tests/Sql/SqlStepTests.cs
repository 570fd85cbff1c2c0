using Integrations.Generators.Tests.Guards;
using Integrations.Generators.Tests.Harness;

namespace Integrations.Generators.Tests.Sql;

/// <summary>What runs again after an edit, in both directions.</summary>
public sealed class SqlStepTests
{
    private const string Source = """
        namespace MyApp;

        [PostgresClient, SqliteClient]
        internal sealed partial class ShopDatabase
        {
            [Sql("sql/one.sql")]
            public partial Task<int> OneAsync(int id);
        }

        """;

    private static TestProject Project { get; } = (Specs.ShopProject with { References = [SqlProject.Npgsql, SqlProject.Sqlite] })
        .WithSource("Database.cs", Source)
        .WithDocument("sql/one.sql", "select 1 from t where id = @id");

    [Fact]
    public void An_unrelated_edit_is_free() => Caching.AssertUnrelatedEditIsFree(Project.Run());

    [Fact]
    public void Moving_the_class_runs_nothing_but_its_check()
    {
        var run = Project.Run();
        Caching.AssertRan(Project.WithSource("Database.cs", "// A line.\n" + Source).Run(run.Driver), StepNames.SqlChecks);
    }

    [Fact]
    public void A_statement_that_changes_writes_its_class_again_and_nothing_else()
    {
        var run = Project.Run();
        var again = Project.WithDocument("sql/one.sql", "select 2 from t where id = @id").Run(run.Driver);
        Caching.AssertRan(again, StepNames.Files, StepNames.SqlFiles, StepNames.SqlInputs, StepNames.SqlClients, "Output");
        Assert.Equal(["Sql.MyApp.ShopDatabase.g.cs"], again.Files.Where(f => run.Files[f.Key] != f.Value).Select(static f => f.Key));
    }

    [Fact]
    public void A_document_that_changes_binds_no_statement_again()
    {
        var run = Project.Run();
        var again = Project.WithDocument("specs/shop.json", Specs.Shop.Replace("A product.", "A thing for sale.", StringComparison.Ordinal)).Run(run.Driver);
        Caching.AssertRan(again, StepNames.Files, StepNames.Inputs, StepNames.Bound, StepNames.Documents, StepNames.Outputs, "Output");
    }

    [Fact]
    public void No_step_gives_a_value_that_holds_anything_of_the_compiler()
    {
        var values = Project.Run().Steps.Where(static s => s.Step is StepNames.SqlDeclarations or StepNames.SqlChecks or StepNames.SqlClients).ToList();
        Assert.Equal(3, values.Count);
        Assert.Empty(values.SelectMany(static v => ModelShape.FaultsOfValue(v.Value)));
    }
}
