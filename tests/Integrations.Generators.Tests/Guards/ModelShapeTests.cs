using System.Collections.Immutable;
using Integrations.Generators.Models;
using Integrations.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Integrations.Generators.Tests.Guards;

public sealed class ModelShapeTests
{
    /// <summary>These hold the compiler's text or file by design: they are where documents enter.</summary>
    private static readonly string[] Entrances = [StepNames.Files, StepNames.Inputs];

    [Fact]
    public void No_model_holds_anything_of_the_compiler_or_a_collection_that_is_not_compared_by_value()
    {
        var models = typeof(DocumentModel).Assembly.GetTypes()
            .Where(static t => t.Namespace == typeof(DocumentModel).Namespace && !t.Name.StartsWith('<') && !t.IsNested && !(t.IsAbstract && t.IsSealed));
        var faults = models.Where(static t => !t.IsGenericTypeDefinition).SelectMany(ModelShape.Faults).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [InlineData(typeof(ISymbol))]
    [InlineData(typeof(SyntaxNode))]
    [InlineData(typeof(Location))]
    [InlineData(typeof(Compilation))]
    [InlineData(typeof(SourceText))]
    [InlineData(typeof(ImmutableArray<string>))]
    [InlineData(typeof(Dictionary<string, string>))]
    [InlineData(typeof(List<string>))]
    [InlineData(typeof(string[]))]
    [InlineData(typeof(object))]
    public void Planted_a_field_of_such_a_type_is_found(Type planted)
    {
        Assert.NotEmpty(ModelShape.Faults(planted));
        if (typeof(IEquatable<>).MakeGenericType(planted).IsAssignableFrom(planted))
            Assert.NotEmpty(ModelShape.Faults(typeof(EquatableArray<>).MakeGenericType(planted)));
    }

    [Fact]
    public void No_step_gives_a_value_that_holds_anything_of_the_compiler()
    {
        var run = Specs.ShopProject.Run();
        var steps = run.Steps.Where(static s => s.Step != "Output" && !Entrances.Contains(s.Step)).ToList();
        Assert.Superset(StepNames.All.Except(Entrances).ToHashSet(), steps.Select(static s => s.Step).ToHashSet());
        var faults = steps.SelectMany(static s => ModelShape.FaultsOfValue(s.Value).Select(f => s.Step + f)).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public void Planted_a_symbol_in_a_value_is_found()
    {
        var compilation = Specs.ShopProject.Compilation();
        Assert.NotEmpty(ModelShape.FaultsOfValue((1, new Holder(compilation.Assembly))));
        Assert.NotEmpty(ModelShape.FaultsOfValue(new Holder(compilation.SyntaxTrees[0].GetRoot())));
        Assert.NotEmpty(ModelShape.FaultsOfValue(new Holder(Location.None)));
        Assert.NotEmpty(ModelShape.FaultsOfValue(new Holder(new List<string>())));
        Assert.Empty(ModelShape.FaultsOfValue(new Holder("text")));
    }

    private sealed record Holder(object Value);
}
