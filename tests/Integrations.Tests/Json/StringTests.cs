using System.Text;
using System.Text.Json;
using Golden.Storefront;
using Integrations.Json;

namespace Integrations.Tests.Json;

public class StringTests
{
    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"a\\n\\t\\\"\\\\\\/\\b\\f\\r\"", "a\n\t\"\\/\b\f\r")]
    [InlineData("\"\\u00E9\\ud83d\\ude00é😀\"", "é😀é😀")]
    [InlineData("\"\\ud83d\"", "\uFFFD")]
    [InlineData("\"\\ude00x\\ud83d\\u0041\"", "\uFFFDx\uFFFDA")]
    public void A_string_is_unescaped_and_a_lone_surrogate_is_replaced(string json, string expected) => Assert.Equal(expected, Text.Read<string, StringCodec>(json));

    [Theory]
    [InlineData("\"a")]
    [InlineData("\"a\\")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\u12\"")]
    [InlineData("\"\\u12g4\"")]
    [InlineData("\"a\nb\"")]
    [InlineData("'a'")]
    [InlineData("null")]
    [InlineData("\"a\" \"b\"")]
    public void A_malformed_string_is_refused(string json) => Text.Refuses<string, StringCodec>(json);

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_replaced_also_in_what_is_kept()
    {
        byte[] broken = [.. "{\"title\":\"a"u8, 0xFF, .. "b\"}"u8];
        Assert.Equal("a\uFFFDb", JsonModel.Parse<Scores>((ReadOnlySpan<byte>)broken).Title);

        byte[] extra = [.. "{\"kind\":\"x\",\"more\":\"a"u8, 0xC3, .. "b\"}"u8];
        var payment = JsonModel.Parse<Payment>((ReadOnlySpan<byte>)extra);
        Assert.Equal("a\uFFFDb", payment.AdditionalProperties["more"].GetString());
        Assert.Equal("""{"kind":"x","more":"a�b"}""", JsonModel.ToJson(payment));
    }

    [Fact]
    public void A_string_is_escaped_as_far_as_JSON_demands()
    {
        Assert.Equal("\"a\\\"b\\\\c\\n\\u0000\\u001f<é😀>\"", Text.Write<string, StringCodec>("a\"b\\c\n\0\u001f<é😀>"));
        Assert.Equal("\"\uFFFD\"", Text.Write<string, StringCodec>("\ud83d"));
    }

    [Fact]
    public void A_long_text_with_many_escapes_is_written_whole()
    {
        var value = string.Concat(Enumerable.Repeat("\u0001é\n", 5000));
        Assert.Equal(value, Text.Read<string, StringCodec>(Text.Write<string, StringCodec>(value)));
    }

    [Fact]
    public void A_name_with_escapes_is_the_same_name() =>
        Assert.Equal("t", JsonModel.Parse<Scores>("""{"\u0074itl\u0065":"t"}""").Title);

    [Fact]
    public void Of_a_repeated_property_the_last_value_counts()
    {
        Assert.Equal("b", JsonModel.Parse<Scores>("""{"title":"a","title":"b"}""").Title);
        Assert.Equal(2, JsonModel.Parse<Payment>("""{"kind":"x","m":1,"n":0,"m":2}""").AdditionalProperties["m"].GetInt32());
        Assert.Equal(2, Text.Read<Dictionary<string, int>, MapCodec<int, Int32Codec>>("""{"a":1,"a":2}""")["a"]);
    }

    [Theory]
    [InlineData("aGVsbG8=")]
    [InlineData("aGVsbG8")]
    public void Bytes_are_read_padded_or_not(string text) => Assert.Equal("hello"u8.ToArray(), Text.Read<byte[], BytesCodec>($"\"{text}\""));

    [Fact]
    public void Bytes_are_read_in_base64url_and_with_escaped_slashes_and_written_in_base64()
    {
        byte[] bytes = [0xFB, 0xFF, 0xFE];
        Assert.Equal(bytes, Text.Read<byte[], BytesCodec>("\"-__-\""));
        Assert.Equal(bytes, Text.Read<byte[], BytesCodec>("\"+\\/\\/+\""));
        Assert.Equal("\"+//+\"", Text.Write<byte[], BytesCodec>(bytes));
        Assert.Equal([], Text.Read<byte[], BytesCodec>("\"\""));
        Text.Refuses<byte[], BytesCodec>("\"a\"");
        Text.Refuses<byte[], BytesCodec>("\"!!!!\"");
    }

    [Theory]
    [InlineData("0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("0F8FAD5BD9CB469FA16570867728950E")]
    [InlineData("{0f8fad5b-d9cb-469f-a165-70867728950e}")]
    public void A_GUID_is_read_in_three_forms(string text) =>
        Assert.Equal("\"0f8fad5b-d9cb-469f-a165-70867728950e\"", Text.Write<Guid, GuidCodec>(Text.Read<Guid, GuidCodec>($"\"{text}\"")));

    [Theory]
    [InlineData("1")]
    [InlineData("\"true\"")]
    [InlineData("tru")]
    [InlineData("null")]
    public void Only_true_and_false_are_booleans(string json) => Text.Refuses<bool, BooleanCodec>(json);

    [Fact]
    public void A_known_enum_value_is_read_without_a_new_string() =>
        Assert.Same(Text.Read<ProductState, StringEnumCodec<ProductState>>("\"in-stock\"").Value, Text.Read<ProductState, StringEnumCodec<ProductState>>("\"in-stock\"").Value);

    [Fact]
    public void An_enum_without_a_value_is_not_written() =>
        Assert.Contains("'state'", Assert.Throws<JsonException>(() => JsonModel.ToJson(new Product { Id = 1, Name = null, State = default })).Message, StringComparison.Ordinal);

    [Fact]
    public void A_byte_order_mark_is_ignored() => Assert.Equal(1, Text.Read<int, Int32Codec>("\uFEFF1"));
}
