using System.Text;
using Integrations.Tests.Support;
using Integrations.Wire.Tests.Media;
using Microsoft.AspNetCore.Http;

namespace Integrations.Wire.Tests;

/// <summary>Media and methods that are less usual, over a real connection.</summary>
public sealed class MediaTests
{
    [Fact]
    public async Task A_form_escapes_its_values_and_leaves_out_what_is_not_set()
    {
        await using var server = await LoopbackServer.StartAsync(Client.Nothing);
        await Client.Of<MediaClient>(server).SendFormAsync(new SendFormRequest { Text = "a b&c=d+\u00fc", Count = 3, Tags = ["x", "y z"] });
        var request = Assert.Single(server.Requests);
        Assert.Equal("text=a%20b%26c%3Dd%2B%C3%BC&count=3&tags=x&tags=y%20z", request.Body);
        Assert.Equal("application/x-www-form-urlencoded", request.Headers["Content-Type"]);
    }

    [Fact]
    public async Task A_text_travels_as_UTF8_and_is_read_in_its_own_charset()
    {
        await using var server = await LoopbackServer.StartAsync(static async context =>
        {
            context.Response.ContentType = "text/plain; charset=iso-8859-1";
            await context.Response.Body.WriteAsync(Encoding.Latin1.GetBytes("gr\u00fcn"));
        });
        Assert.Equal("gr\u00fcn", await Client.Of<MediaClient>(server).SendTextAsync("\u20ac 5"));
        var request = Assert.Single(server.Requests);
        Assert.Equal(("\u20ac 5", "text/plain; charset=utf-8"), (request.Body, request.Headers["Content-Type"]));
    }

    [Fact]
    public async Task XML_is_raw_both_ways()
    {
        await using var server = await LoopbackServer.StartAsync(static async context =>
        {
            context.Response.ContentType = "application/xml";
            await context.Response.WriteAsync("<b/>");
        });
        using var body = new MemoryStream("<a/>"u8.ToArray());
        await using var answer = await Client.Of<MediaClient>(server).SendXmlAsync(body);
        Assert.Equal("<b/>", await new StreamReader(answer).ReadToEndAsync());
        var request = Assert.Single(server.Requests);
        Assert.Equal(("<a/>", "application/xml", "application/xml"), (request.Body, request.Headers["Content-Type"], request.Headers["Accept"]));
    }

    [Fact]
    public async Task An_operation_without_a_body_sends_none_and_takes_any_empty_answer()
    {
        await using var server = await LoopbackServer.StartAsync(static context => Task.CompletedTask);
        var client = Client.Of<MediaClient>(server);
        await client.SendNothingAsync();
        await client.SendMaybeAsync();
        await client.SendMaybeAsync(new SendMaybeRequest());
        Assert.Equal(["", "", "{}"], server.Requests.Select(static r => r.Body));
        Assert.Equal([false, false, true], server.Requests.Select(static r => r.Headers.ContainsKey("Content-Type")));
        // RFC 9110, section 8.6: a POST without content says so.
        Assert.Equal("0", server.Requests.First().Headers["Content-Length"]);
    }

    [Theory]
    [InlineData(200, """{"a":"x"}""", "x")]
    [InlineData(204, "", null)]
    public async Task An_answer_may_be_empty_where_the_document_says_so(int status, string json, string? expected)
    {
        await using var server = await LoopbackServer.StartAsync(context => status == 204 ? Client.Nothing(context) : Client.Json(json)(context));
        Assert.Equal(expected, (await Client.Of<MediaClient>(server).DeleteNothingAsync())?.A);
    }

    [Fact]
    public async Task HEAD_gives_the_headers()
    {
        await using var server = await LoopbackServer.StartAsync(static context =>
        {
            context.Response.Headers["X-Count"] = "7";
            context.Response.ContentLength = 1000;
            return Task.CompletedTask;
        });
        using var answer = await Client.Of<MediaClient>(server).AskHeadResponseAsync();
        Assert.True(answer.IsSuccess);
        Assert.Equal("7", answer.Headers["X-Count"]);
        Assert.Equal("HEAD", Assert.Single(server.Requests).Method);
    }

    [Fact]
    public async Task Cookies_header_arrays_header_objects_and_deep_objects_follow_their_style()
    {
        await using var server = await LoopbackServer.StartAsync(Client.Nothing);
        await Client.Of<MediaClient>(server).GetParametersAsync(
            session: "s 1;x", theme: "dark", xIds: [1, 2], xMap: new GetParametersXMap { A = 1, B = "c" }, range: new GetParametersRange { From = 1, To = "a b" });
        var request = Assert.Single(server.Requests);
        Assert.Equal("/parameters?range%5Bfrom%5D=1&range%5Bto%5D=a%20b", request.Target);
        Assert.Equal("session=s%201%3Bx; theme=dark", request.Headers["Cookie"]);
        Assert.Equal(("1,2", "a=1,b=c"), (request.Headers["X-Ids"], request.Headers["X-Map"]));
    }
}
