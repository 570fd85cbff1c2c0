using Integrations.Generators.Tests.Guards;
using Integrations.Generators.Tests.Harness;

namespace Integrations.Generators.Tests.UserTypes;

/// <summary>What runs again after an edit, in both directions.</summary>
public sealed class UserTypeStepTests
{
    private const string Source = "namespace MyApp;\n\n[JsonModel]\ninternal sealed partial record Placed(int Id, Shop.Product? Product);\n";

    private static TestProject Project { get; } = UserTypeTests.Shop(Source);

    [Fact]
    public void An_unrelated_edit_is_free() => Caching.AssertUnrelatedEditIsFree(Project.Run());

    [Fact]
    public void Moving_a_type_runs_nothing_but_its_check()
    {
        var run = Project.Run();
        Caching.AssertRan(Project.WithSource("Program.cs", "// A line.\n" + Source).Run(run.Driver), StepNames.UserTypeChecks);
    }

    [Fact]
    public void A_member_that_is_added_writes_the_types_again_and_no_document()
    {
        var run = Project.Run();
        var again = Project.WithSource("Program.cs", Source.Replace("int Id", "int Id, int More", StringComparison.Ordinal)).Run(run.Driver);
        // Its model's name stands elsewhere now, so the check runs too.
        Caching.AssertRan(again, StepNames.UserTypes, StepNames.UserTypeChecks, StepNames.BoundUserTypes, "Output");
        Assert.Equal(["IntegrationsJson.g.cs"], again.Files.Where(f => run.Files[f.Key] != f.Value).Select(static f => f.Key));
    }

    [Fact]
    public void A_description_that_changes_in_a_document_writes_no_type_again()
    {
        var run = Project.Run();
        var again = Project.WithDocument("specs/shop.json", Specs.Shop.Replace("A product.", "A thing for sale.", StringComparison.Ordinal)).Run(run.Driver);
        Caching.AssertRan(again, StepNames.Files, StepNames.Inputs, StepNames.Bound, StepNames.Documents, StepNames.Outputs, "Output");
    }

    [Fact]
    public void No_step_gives_a_value_that_holds_anything_of_the_compiler()
    {
        var values = Project.Run().Steps.Where(static s => s.Step is StepNames.UserTypes or StepNames.UserTypeChecks or StepNames.EmittedTypes or StepNames.BoundUserTypes).ToList();
        Assert.Equal(4, values.Count);
        Assert.Empty(values.SelectMany(static v => ModelShape.FaultsOfValue(v.Value)));
    }
}
