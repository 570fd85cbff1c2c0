using Integrations.Generators.Documents;
using Integrations.Generators.Models;
using Integrations.Generators.Tests.Harness;

namespace Integrations.Generators.Tests.Guards;

/// <summary>What runs again after an edit, in both directions.</summary>
public sealed class StepTests
{
    [Fact]
    public void Every_step_is_tracked()
    {
        var run = Specs.ShopProject.Run();
        Assert.Equal(StepNames.All.Order(StringComparer.Ordinal), run.Steps.Select(static s => s.Step).Where(static s => s != "Output").Except(StepNames.Sql).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_unrelated_edit_leaves_every_step_cached_or_unchanged() => Caching.AssertUnrelatedEditIsFree(Specs.ShopProject.Run());

    [Fact]
    public void Moving_the_class_runs_nothing_but_its_check()
    {
        var run = Specs.ShopProject.Run();
        var (path, text) = Specs.ShopProject.Sources[0];
        var moved = Specs.ShopProject with { Sources = [(path, "// A line that moves everything.\n\n" + text)] };
        Caching.AssertRan(moved.Run(run.Driver), StepNames.Checks);
    }

    [Fact]
    public void Moving_a_mistake_reports_it_at_its_new_place_and_binds_nothing_again()
    {
        var project = Replace(Specs.ShopProject, "[OpenApiClient(\"specs/shop.json\")]", "[OpenApiClient(\"specs/shop.json\", Operations = [\"products/*\", \"nothing\"])]");
        var run = project.Run("INT1004");
        var (path, text) = project.Sources[0];
        var moved = (project with { Sources = [(path, "// A line that moves everything.\n" + text)] }).Run(run.Driver, "INT1004");
        Caching.AssertRan(moved, StepNames.Checks, StepNames.Mistakes, "Output");
        Assert.Equal(run.Files, moved.Files);
        Assert.Equal(1, moved.Single("INT1004").Location.GetLineSpan().StartLinePosition.Line - run.Single("INT1004").Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public void Touching_a_document_without_changing_it_binds_nothing_again()
    {
        var run = Specs.ShopProject.Run();
        var touched = Specs.ShopProject.WithDocument("specs/shop.json", Specs.Shop);
        Caching.AssertRan(touched.Run(run.Driver), StepNames.Files);
    }

    [Fact]
    public void A_policy_that_changes_writes_its_client_again_and_reads_no_document()
    {
        var run = Specs.ShopProject.Run();
        var changed = Replace(Specs.ShopProject, "TotalSeconds = 0.5", "TotalSeconds = 2.5");
        Caching.AssertRan(changed.Run(run.Driver), StepNames.Declarations, StepNames.Clients, "Output");
    }

    [Fact]
    public void A_description_that_changes_in_a_document_writes_one_model_again()
    {
        var run = Specs.ShopProject.Run();
        var changed = Specs.ShopProject.WithDocument("specs/shop.json", Specs.Shop.Replace("A product.", "A thing for sale.", StringComparison.Ordinal));
        var again = changed.Run(run.Driver);
        Caching.AssertRan(again, StepNames.Files, StepNames.Inputs, StepNames.Bound, StepNames.Documents, StepNames.Outputs, "Output");
        Assert.Single(again.Files, f => run.Files[f.Key] != f.Value);
    }

    [Fact]
    public void A_document_that_nobody_asks_for_is_never_read()
    {
        var project = Specs.ShopProject.WithDocument("specs/other.json", "{ not even JSON").WithDocument("notes.txt", "Notes.");
        project.Run();
        Assert.All(project.Documents.Where(static d => !d.Path.EndsWith("shop.json", StringComparison.Ordinal)), static d => Assert.Equal(0, d.Reads));
    }

    [Fact]
    public void A_change_of_a_document_that_nobody_asks_for_binds_nothing_again()
    {
        var project = Specs.ShopProject.WithDocument("specs/other.json", "{}");
        var run = project.Run();
        Caching.AssertRan(project.WithDocument("specs/other.json", "{ }").Run(run.Driver), StepNames.Files);
    }

    [Fact]
    public void Planted_a_model_that_is_not_compared_by_value_is_found()
    {
        // A binder that counts: each run gives another model, so touching what it reads must show.
        var runs = 0;
        var project = Specs.ShopProject with
        {
            Stages = new DocumentStages
            {
                Bind = (spec, request, path, tags, slices, token) =>
                    Binding.DocumentBinder.Bind(spec, request, path, tags, slices, token) with { Name = "Run" + ++runs },
            },
        };
        var run = project.Run();
        var again = project.WithDocument("specs/shop.json", Specs.Shop + "\n").Run(run.Driver);
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Caching.AssertRan(again, StepNames.Files, StepNames.Inputs));
    }

    [Fact]
    public void White_space_in_a_document_binds_it_to_an_equal_model()
    {
        var run = Specs.ShopProject.Run();
        var again = Specs.ShopProject.WithDocument("specs/shop.json", Specs.Shop + "\n").Run(run.Driver);
        Caching.AssertRan(again, StepNames.Files, StepNames.Inputs);
    }

    private static TestProject Replace(TestProject project, string old, string text)
    {
        var (path, source) = project.Sources[0];
        Assert.Contains(old, source, StringComparison.Ordinal);
        return project with { Sources = [(path, source.Replace(old, text, StringComparison.Ordinal))] };
    }
}
