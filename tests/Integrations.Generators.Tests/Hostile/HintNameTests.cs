using Integrations.Generators.Binding;
using Integrations.Generators.Documents;
using Integrations.Generators.Models;
using Integrations.Generators.Tests.Harness;

namespace Integrations.Generators.Tests.Hostile;

/// <summary>Names of emitted files are a document's text too: what the escaper of hint names would let through is seen.</summary>
public sealed class HintNameTests
{
    [Theory]
    [InlineData("Caf\u00e9.g.cs")]
    [InlineData("A\u202eB.g.cs")]
    [InlineData("A\u200dB.g.cs")]
    [InlineData("A\nB.g.cs")]
    [InlineData("../../A.g.cs")]
    [InlineData("A/B.g.cs")]
    [InlineData("A\\B.g.cs")]
    [InlineData("C:A.g.cs")]
    [InlineData("A\0B.g.cs")]
    public void A_hint_name_that_is_not_escaped_is_found(string hint) => Assert.NotEmpty(Run(_ => hint).Faults());

    [Fact]
    public void A_hint_name_that_is_too_long_is_found() => Assert.NotEmpty(Run(static hint => new string('n', 201) + hint).Faults());

    [Fact]
    public void A_hint_name_as_it_is_bound_is_harmless() => Assert.Empty(Run(static hint => hint).Faults());

    /// <summary>A feature of one file, with another name for it.</summary>
    private static HostileRun Run(Func<string, string> hint)
    {
        var stages = new DocumentStages
        {
            Bind = (spec, request, path, tags, slices, cancellationToken) =>
            {
                var model = DocumentBinder.Bind(spec, request, path, tags, slices, cancellationToken);
                return model with { Files = EquatableArray.From(model.Files.Select(f => f with { HintName = hint(f.HintName) })) };
            },
        };
        return HostileProject.Run(HostileProject.Of("specs/allof.json", DocumentTrees.Text(DocumentTrees.Features["allof.yaml"])) with { Stages = stages }, compile: false);
    }
}
