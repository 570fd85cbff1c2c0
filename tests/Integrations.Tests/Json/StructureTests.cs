using System.Text;
using System.Text.Json;
using Golden.Storefront;
using Integrations.Json;

namespace Integrations.Tests.Json;

public class StructureTests
{
    private static readonly JsonShape s_wide = new("Wide", string.Concat(Enumerable.Range(0, 200).Select(static i => $"p{i}{(i is 0 or 63 or 64 or 150 or 199 ? "" : "?")},")));

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Text_is_read_down_to_64_levels(int depth, bool accepted)
    {
        var text = new string('[', depth) + new string(']', depth);
        var kept = $"{{\"kind\":\"x\",\"more\":{new string('[', depth - 1)}{new string(']', depth - 1)}}}";
        if (accepted)
        {
            Text.Read<JsonElement, ElementCodec>(text);
            JsonModel.Parse<Payment>(kept);
        }
        else
        {
            Assert.Contains("64 levels", Text.Refuses<JsonElement, ElementCodec>(text).Message, StringComparison.Ordinal);
            Assert.Throws<JsonException>(() => JsonModel.Parse<Payment>(kept));
            Assert.Throws<JsonException>(() => JsonModel.Parse<PaymentOrText>(kept)); // BestShape looks ahead
        }
    }

    [Fact]
    public void A_model_that_contains_itself_is_not_written_for_ever()
    {
        var product = new Product { Id = 1, Name = "n", State = ProductState.InStock };
        product.Parts = [product];
        using var buffer = new PooledBuffer();
        buffer.Write("before"u8);

        Assert.Contains("64 levels", Assert.Throws<JsonException>(() => Integrations.Json.Json.Write<Product, ModelCodec<Product>>(product, buffer)).Message, StringComparison.Ordinal);
        Assert.Equal("before", Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    [Fact]
    public void Errors_name_model_path_and_place_and_show_no_value()
    {
        var error = Assert.Throws<JsonException>(() => JsonModel.Parse<Product>("""
            {"id":1,"name":"n","state":"s",
             "parts":[{"id":2,"name":"m","state":"s","dimensions":{"w":1,"a b":"s3cret"}}]}
            """));

        Assert.Equal("$.parts[0].dimensions['a b']", error.Path);
        Assert.Equal(1, error.LineNumber);
        Assert.Equal(67, error.BytePositionInLine);
        Assert.Contains("Product", error.Message, StringComparison.Ordinal);
        Assert.Contains("$.parts[0].dimensions['a b']", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"id\":\"s3cret\"}")]
    [InlineData("{\"id\":123s3cret}")]
    [InlineData("{\"created_at\":\"s3cret\"}")]
    [InlineData("{\"price\":\"s3cret\"}")]
    [InlineData("{\"name\":\"s3cret")]
    [InlineData("{\"name\":\"s3cret\\x\"}")]
    [InlineData("{\"name\":\"s3cret\"} s3cret")]
    [InlineData("{\"tags\":{\"a\":\"s3cret\"}}")]
    [InlineData("{\"more\":s3cret}")]
    public void No_error_shows_a_value(string json) =>
        Assert.DoesNotContain("s3cret", Assert.Throws<JsonException>(() => JsonModel.Parse<Product>(json)).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("{}}")]
    [InlineData("{,}")]
    [InlineData("{\"title\"}")]
    [InlineData("{\"title\":}")]
    [InlineData("{\"title\":\"a\",}")]
    [InlineData("{\"title\":\"a\"\"b\":1}")]
    [InlineData("{\"title\" \"a\"}")]
    [InlineData("{title:\"a\"}")]
    [InlineData("[\"title\"]")]
    [InlineData("{/**/}")]
    [InlineData("null")]
    [InlineData("{} {}")]
    public void A_malformed_object_is_refused(string json) => Assert.Throws<JsonException>(() => JsonModel.Parse<Scores>(json));

    [Theory]
    [InlineData("[")]
    [InlineData("[1")]
    [InlineData("[1,")]
    [InlineData("[1,]")]
    [InlineData("[,1]")]
    [InlineData("[1 2]")]
    [InlineData("[1}")]
    [InlineData("{}")]
    [InlineData("[null]")]
    public void A_malformed_array_is_refused(string json) => Text.Refuses<List<int>, ListCodec<int, Int32Codec>>(json);

    [Fact]
    public void White_space_may_stand_anywhere_between_tokens() =>
        Assert.Equal(2, JsonModel.Parse<Scores>(" \t{\r\n \"title\" : \"t\" , \"a\" :\n2 } \n").AdditionalProperties["a"]);

    [Fact]
    public void Shapes_beyond_64_properties_check_all_that_are_required()
    {
        Assert.Null(MissingIn(Enumerable.Range(0, 200)));
        Assert.Null(MissingIn(Enumerable.Range(0, 200).Reverse()));
        foreach (var index in (int[])[0, 63, 64, 150, 199])
        {
            Assert.Contains($"'p{index}'", MissingIn(Enumerable.Range(0, 200).Where(i => i != index)), StringComparison.Ordinal);
        }
        Assert.Contains("'p150'", MissingIn([0, 63, 64]), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_a_shape_may_have_what_parts_and_marks_names()
    {
        var shape = new JsonShape("Odd", """a\,b,\??,\\?,,last\?,""");
        string[] names = ["a,b", "?", "\\", "", "last?"];

        Assert.Equal(names, Enumerable.Range(0, shape.Count).Select(shape.NameOf));
        Assert.Equal([true, false, false, true, true], Enumerable.Range(0, shape.Count).Select(shape.IsRequired));
        Assert.Equal(0, new JsonShape("None", "").Count);
    }

    [Fact]
    public void The_best_shape_has_its_required_names_and_knows_most()
    {
        JsonShape small = new("Small", "a?,"), big = new("Big", "a?,b?,c?,"), strict = new("Strict", "a?,b?,z,");

        Assert.Equal(1, Best("""{"a":1,"b":{"x":[]}}"""));
        Assert.Equal(0, Best("""{"a":1}"""));
        Assert.Equal(0, Best("{}"));
        Assert.Equal(2, Best("""{"\u0061":1,"b":2,"z":3}"""));
        Assert.Equal(-1, Best("[]"));
        Assert.Equal(-1, new JsonReader("{}"u8).BestShape(strict));

        int Best(string json) => new JsonReader(Encoding.UTF8.GetBytes(json)).BestShape(small, big, strict);
    }

    [Fact]
    public void A_discriminator_is_found_in_any_scalar()
    {
        Assert.Equal("b\n", new JsonReader("""{"a":{"kind":1},"k\u0069nd":"b\n"}"""u8).Discriminator("kind"u8));
        Assert.Equal("12.0", new JsonReader("""{"kind":12.0}"""u8).Discriminator("kind"u8));
        Assert.Equal("true", new JsonReader("""{"kind":true}"""u8).Discriminator("kind"u8));
        Assert.Null(new JsonReader("""{"kind":null}"""u8).Discriminator("kind"u8));
        Assert.Null(new JsonReader("""{"kind":{}}"""u8).Discriminator("kind"u8));
        Assert.Null(new JsonReader("{}"u8).Discriminator("kind"u8));
        Assert.Null(new JsonReader("[1]"u8).Discriminator("kind"u8));
    }

    [Fact]
    public void An_attempt_that_fails_leaves_the_reader_where_it_was()
    {
        var reader = new JsonReader("""[{"id":1,"tags":[[[1]]]}]"""u8);
        reader.StartArray();
        Assert.True(reader.NextItem());
        Assert.False(reader.TryModel<Product>(out _));
        Assert.False(reader.TryValue<int, Int32Codec>(out _));
        Assert.True(reader.TryValue<Dictionary<string, JsonElement>, MapCodec<JsonElement, ElementCodec>>(out var map));
        Assert.Equal(2, map.Count);
        Assert.False(reader.NextItem());
        reader.End();
    }

    [Fact]
    public void A_null_in_a_place_that_takes_none_is_not_written()
    {
        Assert.Throws<JsonException>(() => Text.Write<List<string>, ListCodec<string, StringCodec>>([null!]));
        Assert.Throws<JsonException>(() => Text.Write<List<Product>, ListCodec<Product, ModelCodec<Product>>>([null!]));
        Assert.Contains("'kind'", Assert.Throws<JsonException>(() => JsonModel.ToJson(new Payment { Kind = null! })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Codecs_compose()
    {
        Assert.Equal([1, null], Text.Read<List<int?>, ListCodec<int?, NullableCodec<int, Int32Codec>>>("[1,null]"));
        Assert.Equal("""{"a":["x",null]}""", Text.Write<Dictionary<string, List<string?>>, MapCodec<List<string?>, ListCodec<string?, OrNullCodec<string, StringCodec>>>>(new() { ["a"] = ["x", null] }));
        Assert.Equal("[1,2]", Text.Write<IReadOnlyList<int>, ReadOnlyListCodec<int, Int32Codec>>([1, 2]));
    }

    private static string? MissingIn(IEnumerable<int> present)
    {
        var reader = new JsonReader(Encoding.UTF8.GetBytes($"{{{string.Join(',', present.Select(i => $"\"p{i}\":{i}"))}}}"));
        var cursor = reader.StartObject(s_wide);
        while (reader.Next(ref cursor))
        {
            Assert.Equal(cursor.Index, reader.Int32());
        }
        try
        {
            reader.EndObject(ref cursor);
            return null;
        }
        catch (JsonException error)
        {
            return error.Message;
        }
    }
}
