using Integrations.Generators.Tests.Harness;

namespace Integrations.Generators.Tests;

/// <summary>Documents that must be refused, or read with a word about it: each with its diagnostic, at its place in the document.</summary>
public sealed class InvalidDocumentTests
{
    private static readonly Dictionary<string, (string Id, int Line)> s_expected = new(StringComparer.Ordinal)
    {
        ["not-json.json"] = ("INT2002", 1),
        ["truncated.json"] = ("INT2001", 5),
        ["empty.yaml"] = ("INT2001", 1),
        ["not-openapi.json"] = ("INT2002", 1),
        ["unknown-version.yaml"] = ("INT2002", 1),
        ["bad-yaml.yaml"] = ("INT2001", 3),
        ["unresolved-ref.yaml"] = ("INT2004", 8),
        ["outside-ref.yaml"] = ("INT2004", 8),
    };

    public static TheoryData<string> Documents => RepositoryFiles.Documents("invalid");

    [Theory]
    [MemberData(nameof(Documents))]
    public void An_invalid_document_gives_one_diagnostic_at_its_place_and_the_program_compiles(string document)
    {
        var (id, line) = s_expected[document];
        var run = TestProject.Of($"""
            namespace MyApp;

            /// <summary>The client.</summary>
            [OpenApiClient("specs/{document}")]
            public sealed partial class BrokenClient;
            """).WithDocument("specs/" + document, RepositoryFiles.Document("invalid", document)).Run(id);
        var place = run.Single(id).Location.GetLineSpan();
        Assert.Equal("/project/specs/" + document, place.Path);
        Assert.Equal(line, place.StartLinePosition.Line + 1);
    }
}
