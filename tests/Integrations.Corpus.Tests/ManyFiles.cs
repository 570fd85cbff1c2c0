using System.Text.RegularExpressions;
using Integrations.Corpus.Tests.Harness;
using Xunit.Abstractions;

namespace Integrations.Corpus.Tests;

/// <summary>A real document that lies in thousands of files, where it is at hand, becomes a whole client.</summary>
[Collection("One at a time")]
public sealed partial class ManyFiles(ITestOutputHelper output)
{
    [Fact]
    public void DigitalOcean_compiles_whole_and_without_a_warning()
    {
        if (Corpus.SharedFolder("specs-multi/digitalocean") is not { } folder)
            return;
        var document = Path.Combine(folder, "specification/DigitalOcean-public.v2.yaml");
        var project = CorpusProject.Generate(document, folder);

        output.WriteLine($"{project.EmittedOperations()} operations in {project.Time.TotalMilliseconds:F0} ms; after an unrelated edit {project.UnrelatedEdit().TotalMilliseconds:F1} ms");
        Assert.Empty(project.Problems());
        Assert.Empty(project.Warnings());
        Assert.Equal(File.ReadLines(document).Count(static l => Method().IsMatch(l)), project.EmittedOperations());
        foreach (var name in new[] { "Droplet", "Kernel", "Image", "Region", "Size", "Database", "Cluster" })
            Assert.NotNull(project.Output.GetTypeByMetadataName("App.DigitalOceanPublicV2." + name));
    }

    [GeneratedRegex("^    (get|put|post|delete|patch|head|options):\\s*$")]
    private static partial Regex Method();
}
