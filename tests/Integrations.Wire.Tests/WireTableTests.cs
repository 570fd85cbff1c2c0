using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Integrations.Tests.Support;
using Integrations.Wire.Tests.Table;
using Microsoft.AspNetCore.Http;

namespace Integrations.Wire.Tests;

/// <summary>What generated clients often get wrong on the wire, each over a real connection. The names are those of the comparison's rows.</summary>
public sealed class WireTableTests
{
    [Fact]
    public async Task Unknown_enum_value()
    {
        await using var server = await LoopbackServer.StartAsync(Client.Json("""{"name":"a","state":"on-loan"}"""));
        var client = Client.Of<TableClient>(server);
        var thing = await client.GetThingAsync("a");
        Assert.Equal("on-loan", thing.State!.Value.Value);
        await client.CreateThingAsync(thing);
        Assert.Equal("""{"name":"a","state":"on-loan"}""", server.Requests.Last().Body);
    }

    [Fact]
    public async Task Enum_wire_name_sold_out()
    {
        await using var server = await LoopbackServer.StartAsync(Client.Json("""{"name":"a","state":"sold-out"}"""));
        var client = Client.Of<TableClient>(server);
        var thing = await client.CreateThingAsync(new Thing { Name = "a", State = State.SoldOut });
        Assert.Equal(State.SoldOut, thing.State);
        Assert.Equal("""{"name":"a","state":"sold-out"}""", Assert.Single(server.Requests).Body);
    }

    [Fact]
    public async Task Unknown_discriminator()
    {
        const string Json = """{"name":"a","pet":{"kind":"fish","fins":2}}""";
        await using var server = await LoopbackServer.StartAsync(Client.Json(Json));
        var client = Client.Of<TableClient>(server);
        var thing = await client.GetThingAsync("a");
        Assert.Equal(2, Assert.IsType<JsonElement>(thing.Pet!.Value).GetProperty("fins").GetInt32());
        await client.CreateThingAsync(thing);
        Assert.Equal(Json, server.Requests.Last().Body);
    }

    [Fact]
    public async Task A_known_discriminator()
    {
        await using var server = await LoopbackServer.StartAsync(Client.Json("""{"name":"a","pet":{"kind":"dog","barks":true}}"""));
        var client = Client.Of<TableClient>(server);
        Assert.True(Assert.IsType<Dog>((await client.GetThingAsync("a")).Pet!.Value).Barks);
        await client.CreateThingAsync(new Thing { Name = "b", Pet = new Cat { Kind = "cat", Lives = 9 } });
        Assert.Equal("""{"name":"b","pet":{"kind":"cat","lives":9}}""", server.Requests.Last().Body);
    }

    [Theory]
    [InlineData("7", "7")]
    [InlineData("\"7\"", "7")]
    public async Task String_or_integer_anyOf(string id, string text)
    {
        await using var server = await LoopbackServer.StartAsync(Client.Json($$"""{"name":"a","id":{{id}}}"""));
        var client = Client.Of<TableClient>(server);
        var thing = await client.GetThingAsync("a");
        Assert.Equal(text, Convert.ToString(thing.Id!.Value, CultureInfo.InvariantCulture));
        Assert.IsType(id[0] == '"' ? typeof(string) : typeof(long), thing.Id.Value);
        await client.CreateThingAsync(thing);
        Assert.Equal($$"""{"name":"a","id":{{id}}}""", server.Requests.Last().Body);
    }

    [Fact]
    public async Task Unset_optional_of_a_value_type()
    {
        await using var server = await LoopbackServer.StartAsync(static context => Client.Json(context.Request.Method == "GET" ? "[]" : """{"name":"a"}""")(context));
        var client = Client.Of<TableClient>(server);
        await client.CreateThingAsync(new Thing { Name = "a" });
        await client.ListThingsAsync();
        Assert.Equal(["""{"name":"a"}""", ""], server.Requests.Select(static r => r.Body));
        Assert.Equal("/things", server.Requests.Last().Target);
    }

    [Fact]
    public async Task Explicit_null_in_PATCH()
    {
        await using var server = await LoopbackServer.StartAsync(Client.Nothing);
        await Client.Of<TableClient>(server).ChangeThingAsync("a", new ThingChange { Note = null, Count = 5 });
        Assert.Equal("""{"note":null,"count":5}""", Assert.Single(server.Requests).Body);
    }

    [Fact]
    public async Task Map_of_typed_values()
    {
        await using var server = await LoopbackServer.StartAsync(Client.Json("""{"name":"a","prices":{"EUR":{"amount":3},"a b":{"amount":4,"more":[1]}}}"""));
        var client = Client.Of<TableClient>(server);
        var thing = await client.GetThingAsync("a");
        Assert.Equal(3, thing.Prices!["EUR"].Amount);
        await client.CreateThingAsync(thing);
        Assert.Equal("""{"name":"a","prices":{"EUR":{"amount":3},"a b":{"amount":4,"more":[1]}}}""", server.Requests.Last().Body);
    }

    [Fact]
    public async Task Date_in_query_or_body()
    {
        await using var server = await LoopbackServer.StartAsync(static context => Client.Json(context.Request.Method == "GET" ? "[]" : """{"name":"a"}""")(context));
        var client = Client.Of<TableClient>(server);
        var at = new DateTimeOffset(2020, 2, 29, 12, 30, 15, 250, TimeSpan.FromHours(-5));
        await client.CreateThingAsync(new Thing { Name = "a", Born = new DateOnly(2020, 2, 29), At = at });
        await client.ListThingsAsync(on: new DateOnly(2020, 2, 29));
        Assert.Equal("""{"name":"a","at":"2020-02-29T12:30:15.25-05:00","born":"2020-02-29"}""", server.Requests.First().Body);
        Assert.Equal("/things?on=2020-02-29", server.Requests.Last().Target);
    }

    [Fact]
    public async Task Path_value_with_a_slash_a_space_and_a_question_mark()
    {
        await using var server = await LoopbackServer.StartAsync(Client.Json("""{"name":"a"}"""));
        await Client.Of<TableClient>(server).GetThingAsync("a/b c?d");
        Assert.Equal("/things/a%2Fb%20c%3Fd", Assert.Single(server.Requests).Target);
    }

    [Fact]
    public async Task Array_of_enums_in_the_query()
    {
        await using var server = await LoopbackServer.StartAsync(Client.Json("[]"));
        await Client.Of<TableClient>(server).ListThingsAsync(states: [State.SoldOut, new State("x&y")]);
        Assert.Equal("/things?states=sold-out&states=x%26y", Assert.Single(server.Requests).Target);
    }

    [Fact]
    public async Task Header_parameters()
    {
        await using var server = await LoopbackServer.StartAsync(Client.Json("[]"));
        await Client.Of<TableClient>(server).ListThingsAsync(xLevel: 5, xSince: new DateOnly(2020, 2, 29));
        var headers = Assert.Single(server.Requests).Headers;
        Assert.Equal(("5", "2020-02-29"), (headers["X-Level"], headers["X-Since"]));
    }

    [Fact]
    public async Task Upload_and_download()
    {
        // Both are larger than what the sockets and the server hold, and neither end goes on before the other has moved.
        const int Megabyte = 1 << 20;
        var released = new SemaphoreSlim(0);
        long uploaded = 0;
        await using var server = await LoopbackServer.StartAsync(Client.Nothing, async context =>
        {
            if (context.Request.Method == "PUT")
            {
                var buffer = new byte[Megabyte];
                for (int read; (read = await context.Request.Body.ReadAsync(buffer)) > 0;)
                    Interlocked.Add(ref uploaded, read);
                context.Response.StatusCode = 204;
                return;
            }
            context.Response.ContentType = "application/octet-stream";
            await context.Response.Body.WriteAsync(new byte[] { 1 });
            await context.Response.Body.FlushAsync();
            await released.WaitAsync();
            for (var i = 0; i < 24; i++)
                await context.Response.Body.WriteAsync(new byte[Megabyte]);
        });
        var client = Client.Of<TableClient>(server, static o => o.MaxResponseBytes = Megabyte);
        using var source = new SteadyStream(24L * Megabyte);
        await client.UploadAsync(source);
        Assert.Equal(24L * Megabyte, uploaded);
        Assert.True(source.LargestRead <= 2 * Megabyte);

        await using var download = await client.DownloadAsync();
        Assert.Equal(1, download.ReadByte());
        released.Release();
        long total = 0;
        var target = new byte[Megabyte];
        for (int read; (read = await download.ReadAsync(target)) > 0;)
            total += read;
        Assert.Equal(24L * Megabyte, total);
    }

    [Fact]
    public async Task Server_Sent_Events()
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync(": hello\n\ndata: {\"name\":\ndata: \"a\"}\n\ndata: {\"na");
            await context.Response.Body.FlushAsync();
            await context.Response.WriteAsync("me\":\"b\"}\n\ndata: [DONE]\n\n");
        });
        var names = new List<string>();
        await foreach (var thing in Client.Of<TableClient>(server).WatchAsync())
            names.Add(thing.Name);
        Assert.Equal(["a", "b"], names);
        Assert.Equal("text/event-stream", Assert.Single(server.Requests).Headers["Accept"]);
    }

    [Fact]
    public async Task Security_of_the_document()
    {
        await using var server = await LoopbackServer.StartAsync(Client.Json("""{"name":"a"}"""));
        var client = Client.Of<TableClient>(server);
        await client.GetThingAsync("a");
        await client.OpenResponseAsync();
        Assert.Equal("Bearer " + Client.Token, server.Requests.First().Headers["Authorization"]);
        Assert.False(server.Requests.Last().Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task Retry_breaker_and_pause()
    {
        var answers = new Queue<int>([503, 200, 503, 500, 500]);
        await using var server = await LoopbackServer.StartAsync(context => Client.Json("""{"name":"a"}""", answers.Dequeue())(context));
        var client = Client.Of<TableClient>(server, static o => o.Policies.Add(new CircuitBreakerAttribute { MinimumThroughput = 4, FailureRatio = 0.5, BreakSeconds = 60 }));
        Assert.Equal("a", (await client.GetThingAsync("a")).Name);
        Assert.Equal(2, server.Requests.Count);
        // A POST that may have had an effect is not sent again.
        using (var failed = await client.CreateThingResponseAsync(new Thing { Name = "a" }))
            Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.Status);
        Assert.Equal(3, server.Requests.Count);
        using (var failed = await client.CreateThingResponseAsync(new Thing { Name = "a" }))
            Assert.Equal(HttpStatusCode.InternalServerError, failed.Status);
        await Assert.ThrowsAsync<ApiUnavailableException>(() => client.CreateThingAsync(new Thing { Name = "a" }));
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task Retry_After_holds_the_whole_client_back()
    {
        var first = true;
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            var throttled = first;
            first = false;
            if (throttled)
                context.Response.Headers.RetryAfter = "1";
            return Client.Json("""{"name":"a"}""", throttled ? 429 : 200)(context);
        });
        var client = Client.Of<TableClient>(server);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await client.GetThingAsync("a");
        Assert.Equal(2, server.Requests.Count);
        Assert.True(watch.Elapsed > TimeSpan.FromMilliseconds(900));
    }

    [Fact]
    public async Task Cancellation()
    {
        var gone = new TaskCompletionSource();
        var reached = new TaskCompletionSource();
        await using var server = await LoopbackServer.StartAsync(Client.Nothing, async context =>
        {
            context.RequestAborted.Register(gone.SetResult);
            reached.SetResult();
            await gone.Task;
        });
        using var cancellation = new CancellationTokenSource();
        var call = Client.Of<TableClient>(server).GetThingAsync("a", cancellation.Token);
        await reached.Task;
        await cancellation.CancelAsync();
        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(cancellation.Token, thrown.CancellationToken);
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Server_URL_with_a_quote_in_it()
    {
        // That this project compiles and does not end itself is the test: the document's address was text, not code.
        await using var server = await LoopbackServer.StartAsync(Client.Nothing);
        await Client.Of<TableClient>(server).OpenAsync();
        Assert.Equal("/open", Assert.Single(server.Requests).Target);
    }
}
