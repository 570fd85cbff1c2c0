using System.Text.Json;
using Integrations.Json;
using Integrations.UserTypes.Tests.Types;

namespace Integrations.UserTypes.Tests;

/// <summary>What is this library's own: strictness, errors, places.</summary>
public class BehaviourTests
{
    [Fact]
    public void What_has_a_value_of_its_own_keeps_it_where_it_is_absent()
    {
        var value = JsonModel.Parse<WithInit>("""{"key":"k","number":1}""");

        Assert.Equal("kept", value.Kept);
        Assert.Equal([1], value.Items);
        Assert.Equal("late", value.Late);
        Assert.Equal("gone", JsonModel.Parse<WithInit>("""{"key":"k","number":1,"kept":"gone"}""").Kept);
    }

    [Theory]
    [InlineData("""{"number":1}""", "'key'")]
    [InlineData("""{"key":"k"}""", "'number'")]
    public void What_is_required_and_missing_is_named(string json, string name)
    {
        var exception = Assert.Throws<JsonException>(() => JsonModel.Parse<WithInit>(json));

        Assert.Contains(name, exception.Message, StringComparison.Ordinal);
        Assert.Contains("WithInit", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_default_of_a_parameter_counts_where_it_is_absent()
    {
        var value = JsonModel.Parse<Positional>("""{"id":1,"name":"n","note":null}""");

        Assert.Equal(new Positional(1, "n", null), value);
    }

    [Fact]
    public void Of_a_repeated_property_the_last_counts() => Assert.Equal(2, JsonModel.Parse<Positional>("""{"id":1,"id":2,"name":"n","note":null}""").Id);

    [Fact]
    public void Null_is_refused_where_an_item_may_not_be_null()
    {
        Assert.Equal("$.items[1]", Assert.Throws<JsonException>(() => JsonModel.Parse<Lists>("""{"items":[{"name":"a"},null]}""")).Path);
        Assert.Null(JsonModel.Parse<Lists>("""{"sparse":[null]}""").Sparse![0]);
        Assert.Throws<JsonException>(() => JsonModel.ToJson(new Lists { Items = [null!] }));
    }

    [Fact]
    public void A_property_that_is_null_and_may_not_be_is_named_when_it_is_written() =>
        Assert.Contains("'text'", Assert.Throws<JsonException>(() => JsonModel.ToJson(new Scalars { Text = null! })).Message, StringComparison.Ordinal);

    [Fact]
    public void An_unknown_property_is_refused_where_the_type_says_so()
    {
        var exception = Assert.Throws<JsonException>(() => JsonModel.Parse<Strict>("{\n\"a\":1,\n\"x\":2}"));

        Assert.Equal("$.x", exception.Path);
        Assert.Equal(2, exception.LineNumber);
        Assert.Equal(1, JsonModel.Parse<Strict>("""{"a":1,"b":2,"c":3}""").A);
    }

    [Fact]
    public void The_discriminator_may_stand_anywhere_and_is_no_unknown_property()
    {
        var paid = Assert.IsType<Paid>(JsonModel.Parse<Event>("""{"id":1,"amount":2,"kind":1}"""));

        Assert.Equal(2, paid.Amount);
        Assert.Equal("""{"kind":1,"amount":2,"id":1}""", JsonModel.ToJson<Event>(paid));
    }

    [Fact]
    public void An_unknown_or_missing_discriminator_is_refused_by_its_name()
    {
        Assert.Contains("'$type'", Assert.Throws<JsonException>(() => JsonModel.Parse<Shape>("""{"name":"n"}""")).Message, StringComparison.Ordinal);
        Assert.Contains("'$type'", Assert.Throws<JsonException>(() => JsonModel.Parse<Shape>("""{"$type":"hexagon"}""")).Message, StringComparison.Ordinal);
        Assert.Equal("n", JsonModel.Parse<Animal>("""{"$type":"cat","name":"n"}""").Name);
    }

    [Fact]
    public void A_derived_type_that_is_not_named_is_refused_or_written_as_its_nearest_ancestor()
    {
        Assert.Equal("""{"$type":"dog","barks":1,"name":"p"}""", JsonModel.ToJson<Animal>(new Puppy { Name = "p", Barks = 1, Weeks = 8 }));
        Assert.Contains("Unnamed", Assert.Throws<JsonException>(() => JsonModel.ToJson<Event>(new Unnamed())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Extension_data_in_a_tree_is_kept_and_written_back()
    {
        const string Json = """{"a":1,"x":{"y":[1,null]},"z":null}""";

        Assert.Equal(Json, JsonModel.ToJson(JsonModel.Parse<ExtensibleRecord>(Json)));
    }

    [Fact]
    public void What_a_converter_throws_is_told_with_the_place()
    {
        var exception = Assert.Throws<JsonException>(() => JsonModel.Parse<Converted>("""{"many":["ord_1","nonsense"]}"""));

        Assert.Equal("$.many[1]", exception.Path);
        Assert.Contains("OrderIdConverter", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_deep_a_text_is_refused()
    {
        var json = string.Concat(Enumerable.Repeat("{\"self\":", 65)) + "null" + new string('}', 65);

        Assert.Contains("64", Assert.Throws<JsonException>(() => JsonModel.Parse<Outer.Nested>(json)).Message, StringComparison.Ordinal);
        var loop = new Outer.Nested();
        loop.Self = loop;
        Assert.Contains("64", Assert.Throws<JsonException>(() => JsonModel.ToJson(loop)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"red\"", Color.Red)]
    [InlineData("\"RED\"", Color.Red)]
    [InlineData("\"dark green\"", Color.Green)]
    [InlineData("-1", Color.Blue)]
    public void Names_of_an_enum_are_read_whatever_their_case(string json, Color color) => Assert.Equal(color, JsonModel.Parse<Enums>($$"""{"color":{{json}}}""").Color);

    [Fact]
    public void A_name_that_an_enum_does_not_have_is_refused() =>
        Assert.Equal("$.color", Assert.Throws<JsonException>(() => JsonModel.Parse<Enums>("""{"color":"mauve"}""")).Path);

    [Fact]
    public async Task A_marked_type_is_the_body_of_a_raw_call()
    {
        using var content = JsonModel.ToContent(new Point(1, 2));

        Assert.Equal("application/json", content.Headers.ContentType!.ToString());
        Assert.Equal("""{"x":1,"y":2}""", await content.ReadAsStringAsync());
    }

    private sealed class Unnamed : Event;
}
