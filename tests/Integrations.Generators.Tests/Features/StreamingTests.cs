using Microsoft.AspNetCore.Http;

namespace Integrations.Generators.Tests.Features;

public sealed class StreamingTests
{
    [Fact]
    public async Task Events_and_lines_are_read_as_they_come()
    {
        var run = Feature.Project("streaming.yaml", """
            log.Add((await client.ChatAsync(new ChatRequest())).Text!);
            await foreach (var piece in client.ChatStreamAsync(new ChatRequest { Stream = true }))
                log.Add("piece " + piece.Text);
            await foreach (var item in client.EventsAsync())
                log.Add($"{item.Event}/{item.Data}/{item.Id}");
            await foreach (var piece in client.TypedAsync())
                log.Add("typed " + piece.Text);
            await foreach (var piece in client.LinesAsync())
                log.Add("line " + piece.Text);
            await foreach (var number in client.ListedAsync())
                log.Add("listed " + number);
            await foreach (var piece in client.SequenceAsync())
                log.Add("text " + piece.Text);
            """).Run();
        var log = await Feature.LiveAsync(run, context => Send(context, (context.Request.Path.Value, context.Request.Headers.Accept.ToString()) switch
        {
            ("/chat", "text/event-stream") => ("text/event-stream", ["data: {\"te", "xt\":\"a\"}\n\nda", "ta: {\"text\":\"b\"}\n\n: ping\n\ndata: [DONE]\n\ndata: {\"text\":\"never\"}\n\n"]),
            ("/chat", "application/json") => ("application/json", ["{\"text\":\"whole\"}"]),
            ("/events", "text/event-stream") => ("text/event-stream; charset=utf-8", ["event: up\r\nid: 7\r\ndata: x\r\ndata: y\r\n\r\ndata: z\n\n"]),
            ("/typed", _) => ("text/event-stream", ["data: {\"text\":\"c\"}\n\n"]),
            ("/lines", "application/x-ndjson") => ("application/x-ndjson", ["{\"text\":\"d\"}\r\n\n{\"te", "xt\":\"e\"}\n{\"text\":\"f\"}"]),
            ("/listed", _) => ("application/jsonl", ["1\n2\n", "3"]),
            ("/sequence", _) => ("application/json-seq", ["\u001e{\n\"text\":\"g\"}\n\u001e{\"text\":", "\"h\"}\n"]),
            _ => ("text/plain", ["no"]),
        }));
        Assert.Equal(["whole", "piece a", "piece b", "up/x\ny/7", "message/z/", "typed c", "line d", "line e", "line f", "listed 1", "listed 2", "listed 3", "text g", "text h"], log);
    }

    [Fact]
    public async Task Errors_are_those_of_other_calls_and_an_early_break_lets_go()
    {
        var gone = new TaskCompletionSource();
        var run = Feature.Project("streaming.yaml", """
            try
            {
                await foreach (var piece in client.ChatStreamAsync(new ChatRequest()))
                    log.Add(piece.Text);
            }
            catch (ApiException<Problem> exception)
            {
                log.Add((int)exception.Status + " " + exception.Error.Message);
            }
            try
            {
                await foreach (var piece in client.TypedAsync())
                    log.Add(piece.Text);
            }
            catch (ApiException exception)
            {
                log.Add(exception.InnerException!.GetType().Name);
            }
            await foreach (var item in client.EventsAsync())
            {
                log.Add(item.Data);
                break;
            }
            """).Run();
        var log = await Feature.LiveAsync(run, async context =>
        {
            switch (context.Request.Path.Value)
            {
                case "/chat":
                    context.Response.StatusCode = 429;
                    await Send(context, ("application/json", ["{\"message\":\"slow\"}"]));
                    break;
                case "/typed":
                    await Send(context, ("text/event-stream", ["data: {\"text\":\"one\"}\n\ndata: {}\n\n"]));
                    break;
                default:
                    await Send(context, ("text/event-stream", ["data: first\n\n"]));
                    context.RequestAborted.Register(gone.SetResult);
                    await gone.Task.WaitAsync(TimeSpan.FromSeconds(20));
                    break;
            }
        });
        Assert.Equal(["429 slow", "one", "JsonException", "first"], log);
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(5));
    }

    private static async Task Send(HttpContext context, (string Type, string[] Pieces) answer)
    {
        context.Response.ContentType = answer.Type;
        foreach (var piece in answer.Pieces)
        {
            await context.Response.WriteAsync(piece);
            await context.Response.Body.FlushAsync();
        }
    }
}
