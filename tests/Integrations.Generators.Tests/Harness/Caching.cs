using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Tests.Harness;

/// <summary>Asserts what ran again.</summary>
internal static class Caching
{
    /// <summary>Runs a project, edits what has nothing to do with it, runs on: nothing may have run to a new result.</summary>
    public static void AssertUnrelatedEditIsFree(TestRun run)
    {
        var edited = run.Project.WithSource("Unrelated.cs", "namespace Elsewhere; internal static class Unrelated { internal static int Answer() => 42; }");
        var again = edited.Run(run.Driver, [.. run.Diagnostics.Select(static d => d.Id)]);
        AssertNothingRan(again);
        Assert.Equal(run.Files, again.Files);
    }

    /// <summary>Every step is cached or unchanged.</summary>
    public static void AssertNothingRan(TestRun run) => AssertRan(run);

    /// <summary>Exactly these steps have a new, changed or removed result; every other is cached or unchanged.</summary>
    public static void AssertRan(TestRun run, params string[] steps)
    {
        var ran = run.Steps
            .Where(static s => s.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
            .Select(static s => s.Step)
            .Distinct()
            .Order(StringComparer.Ordinal);
        Assert.Equal(steps.Order(StringComparer.Ordinal), ran);
    }
}
