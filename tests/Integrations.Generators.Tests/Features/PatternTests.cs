using Integrations.Generators.Binding;
using Integrations.OpenApi.Model;

namespace Integrations.Generators.Tests.Features;

/// <summary>What the values of a map are, by its patterns.</summary>
public sealed class PatternTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData(".", true)]
    [InlineData("^", true)]
    [InlineData("^.", true)]
    [InlineData(".$", true)]
    [InlineData("^.*$", true)]
    [InlineData("^(.+)$", true)]
    [InlineData("(?:.*)", true)]
    [InlineData("^$", false)]
    [InlineData("^.$", false)]
    [InlineData("^a", false)]
    [InlineData("(.*)x(.*)", false)]
    [InlineData("(", false)]
    [InlineData("\\$", false)]
    public void The_values_of_a_map_are_typed_where_a_pattern_fits_every_name(string pattern, bool typed)
    {
        var value = new SpecSchema { Types = SpecTypes.String };
        var schema = new SpecSchema { Types = SpecTypes.Object, AdditionalPropertiesAllowed = true, PatternProperties = [new SpecProperty(pattern, value)] };

        Assert.Equal(typed, SchemaFacts.PatternValue(schema) == value);
    }
}
