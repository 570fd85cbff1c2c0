using System.Net.Http.Headers;
using Integrations.Http;
using Integrations.Json;

namespace Integrations.Tests.Http;

public sealed class ParameterTests
{
    [Theory]
    [InlineData("a\r\nX-Admin: 1")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    public void A_header_value_that_would_begin_another_header_is_refused_without_being_told(string value)
    {
        var exception = Assert.Throws<ArgumentException>(() => Message(request => request.HeaderString("X-A", value)));
        Assert.DoesNotContain(value, exception.ToString(), StringComparison.Ordinal);
        Assert.Contains("X-A", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a:b")]
    [InlineData("ä")]
    public void A_header_name_is_a_token(string name) =>
        Assert.Throws<ArgumentException>(() => Message(request => request.HeaderString(name, "x")));

    [Fact]
    public void Legal_values_that_the_framework_refuses_are_sent()
    {
        var headers = Headers(request =>
        {
            request.HeaderString("Authorization", "a raw key");
            request.HeaderString("If-Modified-Since", "2026-03-01T12:00:00Z");
        });
        Assert.Equal("a raw key", headers.NonValidated["Authorization"].ToString());
        Assert.Equal("2026-03-01T12:00:00Z", headers.NonValidated["If-Modified-Since"].ToString());
    }

    [Fact]
    public void Header_values_of_every_type_are_invariant_and_null_is_left_out()
    {
        var headers = Headers(request =>
        {
            request.HeaderInt32("a", -1);
            request.HeaderInt64("b", null);
            request.HeaderDouble("c", 1.5);
            request.HeaderBoolean("d", true);
            request.HeaderDateTimeOffset("e", new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
            request.HeaderDateOnly("f", new(2026, 3, 1));
            request.HeaderGuid("g", Guid.Empty);
            request.HeaderValue<List<int>, ListCodec<int, Int32Codec>>("h", [1, 2], explode: false);
            request.HeaderValue<Dictionary<string, int>, MapCodec<int, Int32Codec>>("i", new() { ["R"] = 100, ["G"] = 200 }, explode: true);
            request.HeaderValue<List<int>, ListCodec<int, Int32Codec>>("j", [], explode: false);
        }).NonValidated.ToDictionary(h => h.Key, h => h.Value.ToString());
        Assert.Equal(("-1", "1.5", "true", "2026-03-01T12:00:00Z", "2026-03-01", Guid.Empty.ToString(), "1,2", "R=100,G=200"),
            (headers["a"], headers["c"], headers["d"], headers["e"], headers["f"], headers["g"], headers["h"], headers["i"]));
        Assert.False(headers.ContainsKey("b"));
        Assert.False(headers.ContainsKey("j"));
    }

    [Fact]
    public void A_header_of_the_operation_takes_the_place_of_the_clients_own()
    {
        var headers = Headers(request =>
        {
            request.HeaderString("accept", "text/csv");
            request.HeaderString("user-agent", "mine");
        });
        Assert.Equal(("text/csv", "mine"), (headers.NonValidated["Accept"].ToString(), headers.NonValidated["User-Agent"].ToString()));
    }

    [Fact]
    public void Content_headers_go_to_the_content()
    {
        var message = Message(request =>
        {
            request.TextBody("x");
            request.HeaderString("Content-Language", "de");
            request.HeaderString("Content-Type", "text/markdown");
            request.HeaderString("Content-Custom", "1");
        });
        Assert.Equal("de", message.Content!.Headers.NonValidated["Content-Language"].ToString());
        Assert.Equal("text/markdown", message.Content.Headers.NonValidated["Content-Type"].ToString());
        Assert.Equal("1", message.Headers.NonValidated["Content-Custom"].ToString());
    }

    [Fact]
    public void Cookies_share_one_header_and_cannot_begin_another_cookie()
    {
        var headers = Headers(request =>
        {
            request.CookieString("a", "1;b=2 \r\n");
            request.CookieInt32("c", 3);
            request.CookieString("none", null);
        });
        Assert.Equal("a=1%3Bb%3D2%20%0D%0A; c=3", headers.NonValidated["Cookie"].ToString());
    }

    [Fact]
    public void A_media_type_cannot_begin_another_header() =>
        Assert.Throws<ArgumentException>(() => Message(request => request.TextBody("x", "text/plain\r\nX-Admin: 1")));

    private static HttpRequestHeaders Headers(Action<ApiRequest> build) => Message(build).Headers;

    private static HttpRequestMessage Message(Action<ApiRequest> build)
    {
        var operation = new OperationDescriptor("POST", "/x");
        var url = new UrlBuilder("/x");
        var request = new ApiRequest(operation, ref url);
        build(request);
        return request.CreateMessage(HttpMethod.Post, request.TakeUri("https://h"), "id", "agent");
    }
}
