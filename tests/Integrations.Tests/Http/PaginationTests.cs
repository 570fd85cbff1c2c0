using System.Text.Json;
using Integrations.Http;
using Integrations.Json;
using Integrations.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Integrations.Tests.Http;

public sealed class PaginationTests
{
    private static readonly OperationDescriptor s_list = new("GET", "/items", "items/list");

    [Fact]
    public async Task The_link_header_leads_from_page_to_page()
    {
        await using var server = await Start(context =>
        {
            var page = int.Parse(context.Request.Query["page"].FirstOrDefault() ?? "1");
            if (page < 3)
            {
                context.Response.Headers.Append("Link", $"<{context.Request.Scheme}://{context.Request.Host}/items?a=b&page={page + 1}>; title=\"a, b; c\"; rel=\"last next\", </items?page=1>; rel=first");
            }
            return $"[{page * 2},{(page * 2) + 1}]";
        });
        Assert.Equal([2, 3, 4, 5, 6, 7], await All(Link(server)));
        Assert.Equal(["/items?a=b", "/items?a=b&page=2", "/items?a=b&page=3"], Targets(server));
    }

    [Fact]
    public async Task An_address_in_the_body_leads_on_and_may_be_relative()
    {
        await using var server = await Start(context => context.Request.Query["page"].Count == 0
            ? """{"data":[1],"next":"/items?page=2%2F3"}"""
            : """{"data":[2],"next":null}""");
        Assert.Equal([1, 2], await All(Address(server)));
        Assert.Equal(["/items?a=b", "/items?page=2%2F3"], Targets(server));
    }

    [Fact]
    public async Task A_mark_goes_back_in_its_parameter_escaped()
    {
        await using var server = await Start(context => context.Request.Query["after"].FirstOrDefault() switch
        {
            "x" => """{"data":[1,2],"next":"a&b=c"}""",
            "a&b=c" => """{"data":[],"next":"z"}""",
            _ => """{"data":[3],"next":""}""",
        });
        Assert.Equal([1, 2, 3], await All(Cursor(server, "/items?after=x&a=b")));
        Assert.Equal(["/items?after=x&a=b", "/items?after=a%26b%3Dc&a=b", "/items?after=z&a=b"], Targets(server));
    }

    [Theory]
    [InlineData("/items", 5, 2, "/items;/items?page=2;/items?page=3")] // a short page
    [InlineData("/items", 4, 2, "/items;/items?page=2;/items?page=3")] // an empty page
    [InlineData("/items?page=2", 5, 2, "/items?page=2;/items?page=3")] // begun in the middle
    [InlineData("/items?size=9", 5, 2, "/items?size=9;/items?size=9&page=2;/items?size=9&page=3")] // the server gives fewer than asked for
    public async Task Pages_are_counted_until_one_is_short_or_empty(string url, int all, int size, string expected)
    {
        await using var server = await Start(context => Slice((int.Parse(context.Request.Query["page"].FirstOrDefault() ?? "1") - 1) * size, size, all));
        var items = await All(Numbered(server, url, new PageNumbers("page") { Size = "size" }));
        Assert.Equal(all, items[^1]);
        Assert.Equal(expected.Split(';'), Targets(server));
    }

    [Fact]
    public async Task A_known_size_spares_the_last_call()
    {
        await using var server = await Start(_ => "[1,2]");
        Assert.Equal([1, 2], await All(Numbered(server, "/items", new PageNumbers("page") { DefaultSize = 3 })));
        Assert.Equal([1, 2], await All(Numbered(server, "/items?size=9", new PageNumbers("page") { Size = "size", MaximumSize = 3 })));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Offsets_count_what_was_received_and_end_with_the_total()
    {
        await using var server = await Start(context =>
        {
            var skip = int.Parse(context.Request.Query["offset"].FirstOrDefault() ?? "0");
            return $$"""{"data":{{Slice(skip, 2, 6)}},"total":6}""";
        });
        var api = Over(server);
        var pages = api.NumberedPages<JsonElement, ElementCodec, int>(
            Api.Request(s_list, "/items?offset=2"), Data, static page => page.GetProperty("total").GetInt64(), new PageNumbers("offset") { Offset = true }, CancellationToken.None);
        Assert.Equal([3, 4, 5, 6], await All(pages));
        Assert.Equal(["/items?offset=2", "/items?offset=4"], Targets(server));
    }

    [Theory]
    [InlineData("https://evil.example.com/items?page=2")]
    [InlineData("//evil.example.com/items")]
    [InlineData("/\\evil.example.com/items")]
    public async Task A_next_page_on_another_origin_is_not_followed(string next)
    {
        await using var server = await Start(context =>
        {
            context.Response.Headers.Append("Link", $"<{next}>; rel=next");
            return "[1]";
        });
        var items = new List<int>();
        var exception = await Assert.ThrowsAsync<ApiPaginationException>(() => Into(items, Link(server)));
        Assert.Equal([1], items);
        Assert.Contains("another origin", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", exception.Message, StringComparison.Ordinal);
        Assert.Same(s_list, exception.Operation);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task What_is_no_address_is_not_followed()
    {
        await using var server = await Start(_ => """{"data":[1],"next":"abc"}""");
        var exception = await Assert.ThrowsAsync<ApiPaginationException>(() => All(Address(server)));
        Assert.Contains("no address", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task A_server_that_leads_in_a_circle_ends_with_an_exception(int length)
    {
        var call = 0;
        await using var server = await Start(_ => $$"""{"data":[1],"next":"{{call++ % length}}"}""");
        var exception = await Assert.ThrowsAsync<ApiPaginationException>(() => All(Cursor(server)));
        Assert.Contains("circle", exception.Message, StringComparison.Ordinal);
        Assert.InRange(server.Requests.Count, 2, 20);
    }

    [Fact]
    public async Task A_server_that_does_not_know_the_page_parameter_ends_with_an_exception()
    {
        await using var server = await Start(_ => "[1,2]");
        await Assert.ThrowsAsync<ApiPaginationException>(() => All(Numbered(server, "/items", new PageNumbers("page"))));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_page_that_is_throttled_is_tried_again_and_credentials_go_with_every_page()
    {
        var calls = 0;
        await using var server = await Start(context =>
        {
            if (++calls == 2)
            {
                context.Response.StatusCode = 429;
                return "{}";
            }
            return calls == 1 ? """{"data":[1],"next":"b"}""" : """{"data":[2],"next":null}""";
        });
        Assert.Equal([1, 2], await All(Cursor(server)));
        Assert.Equal(3, server.Requests.Count);
        Assert.All(server.Requests, static r => Assert.Equal("Bearer token", r.Headers["Authorization"]));
    }

    [Fact]
    public async Task An_error_on_a_later_page_is_the_call_s_own_exception_after_the_items_before()
    {
        await using var server = await Start(context =>
        {
            if (context.Request.Query["after"].Count > 0)
            {
                context.Response.StatusCode = 403;
            }
            return """{"data":[1],"next":"b"}""";
        });
        var items = new List<int>();
        var exception = await Assert.ThrowsAsync<ApiException>(() => Into(items, Cursor(server)));
        Assert.Equal(403, (int)exception.Status);
        Assert.Equal([1], items);
    }

    [Fact]
    public async Task Nothing_is_fetched_before_it_is_asked_for_and_each_enumeration_begins_anew()
    {
        await using var server = await Start(_ => """{"data":[1,2],"next":"b"}""");
        var pages = Cursor(server);
        Assert.Empty(server.Requests);
        for (var i = 1; i <= 2; i++)
        {
            await foreach (var item in pages)
            {
                if (item == 2)
                {
                    break;
                }
            }
            Assert.Equal(i, server.Requests.Count);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancelling_ends_between_pages(bool ofTheEnumeration)
    {
        await using var server = await Start(_ => """{"data":[1],"next":"b"}""");
        using var source = new CancellationTokenSource();
        var pages = ofTheEnumeration ? Cursor(server) : Cursor(server, cancellationToken: source.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var item in pages.WithCancellation(ofTheEnumeration ? source.Token : default))
            {
                await source.CancelAsync();
            }
        });
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("<a>; rel=next", "a")]
    [InlineData("<a>;rel=\"prev\", <b> ; REL = \"NEXT\"", "b")]
    [InlineData("<a,b>; rel=x; rel=next, <c>; title=\"\\\"<d>; rel=next\"; rel=prev", null)]
    [InlineData("<a>; rel=next; anchor=\"/other\", <b>; rel=next", "b")]
    [InlineData("<a> junk, <b>; rel=next", "b")]
    [InlineData("<a", null)]
    [InlineData("<a>; rel=\"next", null)]
    [InlineData("", null)]
    [InlineData(",, ,", null)]
    public void Links_are_read_as_RFC_8288_says(string header, string? expected) => Assert.Equal(expected, LinkHeader.Next(header));

    private static string Slice(int skip, int size, int all) => "[" + string.Join(',', Enumerable.Range(1, all).Skip(skip).Take(size)) + "]";

    private static Task<LoopbackServer> Start(Func<HttpContext, string> answer) => LoopbackServer.StartAsync(async context =>
    {
        var body = answer(context);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body);
    });

    private static ApiClient Over(LoopbackServer server) => Api.Over(new SocketsHttpHandler(), s_list, options =>
    {
        options.BaseAddress = server.Address;
        options.Settings["Auth:Token"] = "token";
    }, [new BearerAuthAttribute()]);

    private static IAsyncEnumerable<int> Link(LoopbackServer server) =>
        Over(server).LinkPages<List<int>, ListCodec<int, Int32Codec>, int>(Api.Request(s_list, "/items?a=b"), static page => page, CancellationToken.None);

    private static IAsyncEnumerable<int> Address(LoopbackServer server) =>
        Over(server).AddressPages<JsonElement, ElementCodec, int>(Api.Request(s_list, "/items?a=b"), Data, Next, CancellationToken.None);

    private static IAsyncEnumerable<int> Cursor(LoopbackServer server, string url = "/items", CancellationToken cancellationToken = default) =>
        Over(server).CursorPages<JsonElement, ElementCodec, int>(Api.Request(s_list, url), Data, Next, "after", cancellationToken);

    private static IAsyncEnumerable<int> Numbered(LoopbackServer server, string url, PageNumbers numbers) =>
        Over(server).NumberedPages<List<int>, ListCodec<int, Int32Codec>, int>(Api.Request(s_list, url), static page => page, null, numbers, CancellationToken.None);

    private static List<int> Data(JsonElement page) => [.. page.GetProperty("data").EnumerateArray().Select(static item => item.GetInt32())];

    private static string? Next(JsonElement page) => page.GetProperty("next").GetString();

    private static IEnumerable<string> Targets(LoopbackServer server) => server.Requests.Select(static r => r.Target);

    private static async Task<List<int>> All(IAsyncEnumerable<int> pages)
    {
        var items = new List<int>();
        await Into(items, pages);
        return items;
    }

    private static async Task Into(List<int> items, IAsyncEnumerable<int> pages)
    {
        await foreach (var item in pages)
        {
            items.Add(item);
        }
    }
}
