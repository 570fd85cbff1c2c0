using System.Text.Json;
using Integrations.Http;
using Integrations.Json;

namespace Integrations.Tests.Http;

public sealed class UrlBuilderTests
{
    private static readonly OperationDescriptor s_operation = new("GET", "/x");

    private delegate void Build(ref UrlBuilder url);

    [Theory]
    [InlineData("a/b c?d#e", "a%2Fb%20c%3Fd%23e")]
    [InlineData("ümlaut €", "%C3%BCmlaut%20%E2%82%AC")]
    [InlineData("😀", "%F0%9F%98%80")]
    [InlineData("-._~AZaz09", "-._~AZaz09")]
    [InlineData("100%", "100%25")]
    [InlineData("...", "...")]
    [InlineData(".hidden", ".hidden")]
    public void A_value_of_the_path_is_escaped(string value, string expected) =>
        Assert.Equal("/x/" + expected, Text((ref UrlBuilder url) => url.PathString("name", value)));

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a/../b")]
    [InlineData("a\\..\\b")]
    [InlineData("%2e%2E")]
    [InlineData("%2e")]
    [InlineData(".%2e")]
    [InlineData("a%2f..%2fb")]
    [InlineData("..%5Cb")]
    [InlineData("")]
    public void A_value_of_the_path_that_would_change_the_address_is_refused(string value)
    {
        var exception = Assert.Throws<ArgumentException>(() => Text((ref UrlBuilder url) => url.PathString("name", value)));
        Assert.Equal("name", exception.ParamName);
        Assert.Throws<ArgumentException>(() => Text((ref UrlBuilder url) => url.PathValue<List<string>, ListCodec<string, StringCodec>>("name", ["a", value], ParameterStyle.Simple, false)));
    }

    [Fact]
    public void Two_values_that_meet_in_one_segment_are_checked_together() =>
        Assert.Throws<ArgumentException>(() => Text((ref UrlBuilder url) =>
        {
            url.PathString("a", "x");
            url.Literal("/.");
            url.Literal("./secret");
        }));

    [Fact]
    public void Values_that_are_no_text_are_written_as_json_and_rfc_3339_write_them()
    {
        Assert.Equal("/x/-9223372036854775808", Text((ref UrlBuilder url) => url.PathInt64("p", long.MinValue)));
        Assert.Equal("/x/true", Text((ref UrlBuilder url) => url.PathBoolean("p", true)));
        Assert.Equal("/x/1.5E%2B300", Text((ref UrlBuilder url) => url.PathDouble("p", 1.5e300)));
        Assert.Equal("/x/0.10", Text((ref UrlBuilder url) => url.PathDecimal("p", 0.10m)));
        Assert.Equal("/x/2026-03-01T12%3A00%3A00Z", Text((ref UrlBuilder url) => url.PathDateTimeOffset("p", new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))));
        Assert.Equal("/x/2026-03-01T12%3A00%3A00.5%2B02%3A00", Text((ref UrlBuilder url) => url.PathDateTimeOffset("p", new(2026, 3, 1, 12, 0, 0, 500, TimeSpan.FromHours(2)))));
        Assert.Equal("/x/2026-03-01", Text((ref UrlBuilder url) => url.PathDateOnly("p", new(2026, 3, 1))));
        Assert.Equal("/x/09%3A30%3A00", Text((ref UrlBuilder url) => url.PathTimeOnly("p", new(9, 30))));
        Assert.Equal("/x/00000000-0000-0000-0000-000000000000", Text((ref UrlBuilder url) => url.PathGuid("p", Guid.Empty)));
        Assert.Equal("/x/?a=1&b=false&c=2.5&d=2026-03-01", Text((ref UrlBuilder url) =>
        {
            url.QueryInt32("a", 1);
            url.QueryInt64("none", null);
            url.QueryBoolean("b", false);
            url.QueryDouble("c", 2.5);
            url.QueryDateOnly("d", new(2026, 3, 1));
            url.QueryString("none", null);
        }));
    }

    // The examples of OpenAPI 3.1's table of styles, and of RFC 6570.
    [Theory]
    [InlineData(ParameterStyle.Form, true, "color=blue&color=black&color=brown", "R=100&G=200&B=150")]
    [InlineData(ParameterStyle.Form, false, "color=blue,black,brown", "color=R,100,G,200,B,150")]
    [InlineData(ParameterStyle.SpaceDelimited, false, "color=blue%20black%20brown", "color=R%20100%20G%20200%20B%20150")]
    [InlineData(ParameterStyle.PipeDelimited, false, "color=blue%7Cblack%7Cbrown", "color=R%7C100%7CG%7C200%7CB%7C150")]
    [InlineData(ParameterStyle.TabDelimited, false, "color=blue%09black%09brown", "color=R%09100%09G%09200%09B%09150")]
    [InlineData(ParameterStyle.DeepObject, true, "color%5B0%5D=blue&color%5B1%5D=black&color%5B2%5D=brown", "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150")]
    public void Arrays_and_objects_of_the_query_follow_their_style(ParameterStyle style, bool explode, string array, string map)
    {
        Assert.Equal("/x/?" + array, Text((ref UrlBuilder url) => url.QueryValue<List<string>, ListCodec<string, StringCodec>>("color", ["blue", "black", "brown"], style, explode)));
        Assert.Equal("/x/?" + map, Text((ref UrlBuilder url) => url.QueryValue<Dictionary<string, int>, MapCodec<int, Int32Codec>>("color", new() { ["R"] = 100, ["G"] = 200, ["B"] = 150 }, style, explode)));
    }

    [Theory]
    [InlineData(ParameterStyle.Simple, false, "blue,black", "R,100,G,200")]
    [InlineData(ParameterStyle.Simple, true, "blue,black", "R=100,G=200")]
    [InlineData(ParameterStyle.Label, false, ".blue,black", ".R,100,G,200")]
    [InlineData(ParameterStyle.Label, true, ".blue.black", ".R=100.G=200")]
    [InlineData(ParameterStyle.Matrix, false, ";color=blue,black", ";color=R,100,G,200")]
    [InlineData(ParameterStyle.Matrix, true, ";color=blue;color=black", ";R=100;G=200")]
    public void Arrays_and_objects_of_the_path_follow_their_style(ParameterStyle style, bool explode, string array, string map)
    {
        Assert.Equal("/x/" + array, Text((ref UrlBuilder url) => url.PathValue<List<string>, ListCodec<string, StringCodec>>("color", ["blue", "black"], style, explode)));
        Assert.Equal("/x/" + map, Text((ref UrlBuilder url) => url.PathValue<Dictionary<string, int>, MapCodec<int, Int32Codec>>("color", new() { ["R"] = 100, ["G"] = 200 }, style, explode)));
    }

    [Fact]
    public void A_deep_object_nests_in_brackets()
    {
        using var document = JsonDocument.Parse("""{"a":{"b c":[{"d":1},null]},"e":null,"f":true}""");
        Assert.Equal("/x/?q%5Ba%5D%5Bb%20c%5D%5B0%5D%5Bd%5D=1&q%5Bf%5D=true", Text((ref UrlBuilder url) =>
            url.QueryValue<JsonElement, ElementCodec>("q", document.RootElement, ParameterStyle.DeepObject, true)));
    }

    [Fact]
    public void What_is_null_or_empty_is_left_out_of_the_query_and_refused_in_the_path()
    {
        Assert.Equal("/x/", Text((ref UrlBuilder url) =>
        {
            url.QueryValue<List<string>, ListCodec<string, StringCodec>>("a", null, ParameterStyle.Form, true);
            url.QueryValue<List<string>, ListCodec<string, StringCodec>>("a", [], ParameterStyle.Form, true);
            url.QueryValue<List<string>, ListCodec<string, StringCodec>>("a", [], ParameterStyle.Form, false);
        }));
        Assert.Throws<ArgumentException>(() => Text((ref UrlBuilder url) => url.PathValue<List<string>, ListCodec<string, StringCodec>>("a", [], ParameterStyle.Simple, false)));
    }

    [Fact]
    public void Reserved_characters_stay_where_they_are_allowed_but_for_those_that_end_the_value()
    {
        Assert.Equal("/x/?a=b/c:d@e,%41%25zz%26f%3D1%23%2B%5B%5D", Text((ref UrlBuilder url) => url.QueryString("a", "b/c:d@e,%41%zz&f=1#+[]", allowReserved: true)));
        Assert.Equal("/x/?a=b%2Fc", Text((ref UrlBuilder url) => url.QueryString("a", "b/c")));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_a_replacement_character() =>
        Assert.Equal("/x/%EF%BF%BDa", Text((ref UrlBuilder url) => url.PathString("p", "\ud800a")));

    [Fact]
    public void A_long_address_grows_its_buffer()
    {
        var value = new string('ä', 5000);
        Assert.Equal("/x/" + string.Concat(Enumerable.Repeat("%C3%A4", 5000)), Text((ref UrlBuilder url) => url.PathString("p", value)));
    }

    [Fact]
    public void A_builder_in_between_another_does_not_mix_them()
    {
        Assert.Equal("/x/1?a=2", Text((ref UrlBuilder url) =>
        {
            url.PathInt32("p", 1);
            Assert.Equal("/x/9", Text((ref UrlBuilder inner) => inner.PathInt32("p", 9)));
            url.QueryInt32("a", 2);
        }));
    }

    [Fact]
    public void The_address_goes_to_the_wire_as_it_was_written()
    {
        var url = new UrlBuilder("/a%2Fb/");
        url.PathString("p", "c;d=e");
        url.QueryString("q", "'*'");
        var uri = new ApiRequest(s_operation, ref url).TakeUri("https://example.com/v1");
        Assert.Equal("/v1/a%2Fb/c%3Bd%3De?q=%27%2A%27", uri.PathAndQuery);
    }

    private static string Text(Build build)
    {
        var url = new UrlBuilder("/x/");
        build(ref url);
        return new ApiRequest(s_operation, ref url).TakeUri("https://h").OriginalString["https://h".Length..];
    }
}
