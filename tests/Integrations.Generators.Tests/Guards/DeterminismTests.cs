using Integrations.Generators.Documents;
using Integrations.Generators.Tests.Harness;

namespace Integrations.Generators.Tests.Guards;

public sealed class DeterminismTests
{
    private static TestProject Project { get; } = Specs.ShopProject
        .WithSource("Zen.cs", """
            namespace MyApp.Other;

            /// <summary>Zen.</summary>
            [OpenApiClient("specs/zen.json")]
            internal sealed partial class ZenClient;
            """)
        .WithSource("Zen.Part.cs", """
            namespace MyApp.Other;

            [Retry(MaxAttempts = 2)]
            internal sealed partial class ZenClient;
            """)
        .WithSource("A.Part.cs", """
            namespace MyApp.Other;

            [Timeout(TotalSeconds = 3)]
            internal sealed partial class ZenClient;
            """)
        .WithDocument("specs/zen.json", Specs.Zen);

    [Fact]
    public void Two_runs_give_the_same_bytes() => AssertSame(Project, Project);

    [Fact]
    public void The_order_of_files_does_not_matter() =>
        AssertSame(Project, Project with { Documents = [.. Project.Documents.Reverse()], Sources = [.. Project.Sources.Reverse()] });

    [Fact]
    public void The_order_of_references_does_not_matter()
    {
        var first = Library("First").ToReference();
        var second = Library("Second").ToReference();
        AssertSame(Project with { References = [first, second] }, Project with { References = [second, first] });
    }

    [Fact]
    public void Planted_an_emitter_that_counts_is_found()
    {
        var count = 0;
        var project = Project with
        {
            Stages = new DocumentStages { EmitFile = file => "// " + ++count + "\n" + Emission.DocumentFileEmitter.Emit(file) },
        };
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => AssertSame(project, project));
    }

    private static TestRun Library(string name) => (Specs.ShopProject with
    {
        AssemblyName = name,
        Properties = Specs.ShopProject.Properties.SetItem("build_property.RootNamespace", name),
        Sources = [(TestProject.Directory + name + ".cs", Specs.ShopProject.Sources[0].Text.Replace("namespace MyApp;", $"namespace {name};", StringComparison.Ordinal))],
    }).Run();

    private static void AssertSame(TestProject left, TestProject right) => Assert.Equal(left.Run().Files, right.Run().Files);
}
