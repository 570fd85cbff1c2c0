using Integrations.Generators.Tests.Harness;

namespace Integrations.Generators.Tests.Hostile;

/// <summary>Documents that attack: each one compiles harmlessly, or is a diagnostic at its place.</summary>
public sealed class HostileDocumentTests
{
    public static TheoryData<string> Documents => RepositoryFiles.Documents("hostile");

    public static TheoryData<string> Features => RepositoryFiles.Documents("features");

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_hostile_document_is_harmless(string document) =>
        HostileProject.Run(HostileProject.Of(("specs/" + document, HostileProject.Read(File.ReadAllBytes(Path.Combine(RepositoryFiles.Root, "specs", "hostile", document)))))).AssertHarmless(document);

    [Theory]
    [MemberData(nameof(Features))]
    public void A_feature_is_what_was_planned(string document) =>
        HostileProject.Run(HostileProject.Of("specs/" + document, RepositoryFiles.Document("features", document))).AssertHarmless(document);
}
