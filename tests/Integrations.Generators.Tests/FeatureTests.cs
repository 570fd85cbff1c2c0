using Integrations.Generators.Tests.Harness;

namespace Integrations.Generators.Tests;

/// <summary>
/// What each feature of OpenAPI becomes: one small document, its emitted files as a snapshot, compiled under strict settings without a
/// diagnostic, and cached after an unrelated edit.
/// </summary>
public sealed class FeatureTests
{
    public static TheoryData<string> Features => RepositoryFiles.Documents("features");

    [Theory]
    [MemberData(nameof(Features))]
    public void A_feature_is_emitted_as_its_snapshot_says(string document)
    {
        // A map of itself, and a form without named fields, have no C# type: they are typed as raw, and the build says so.
        var run = Project(document).Run(document is "recursion.yaml" or "multipart.yaml" ? ["INT2007"] : []);
        Caching.AssertUnrelatedEditIsFree(run);
        var emitted = run.Files
            .Where(static f => !f.Key.StartsWith("Integration", StringComparison.Ordinal))
            .ToDictionary(static f => f.Key, static f => f.Value, StringComparer.Ordinal);
        Snapshot.Compare(emitted, Path.Combine(RepositoryFiles.Root, "tests", "Integrations.Generators.Tests", "Snapshots"), "Features." + Path.GetFileNameWithoutExtension(document));
    }

    private static TestProject Project(string document) => TestProject.Of($"""
        namespace MyApp;

        /// <summary>The feature.</summary>
        [OpenApiClient("specs/{document}")]
        public sealed partial class FeatureClient;
        """).WithDocument("specs/" + document, RepositoryFiles.Document("features", document));
}
