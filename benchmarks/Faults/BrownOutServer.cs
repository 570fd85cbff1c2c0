using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Integrations.Benchmarks.Faults;

/// <summary>A server in trouble: of its requests 30 % are answered 503, 10 % hang for 20 s, the rest is answered at once.</summary>
internal sealed class BrownOutServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, int> _posts = new();
    private int _requests;

    private BrownOutServer(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    public int Requests => _requests;

    /// <summary>POSTs that came more than once, by their request id.</summary>
    public int PostsTwice => _posts.Values.Count(static count => count > 1);

    public static async Task<BrownOutServer> StartAsync(int seed)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new BrownOutServer(builder.Build());
        var random = new Random(seed);
        server._app.Run(context => server.AnswerAsync(context, random));
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, Random random)
    {
        Interlocked.Increment(ref _requests);
        if (context.Request.Method == "POST")
        {
            _posts.AddOrUpdate(context.Request.Headers["X-Request-ID"].ToString(), 1, static (_, count) => count + 1);
        }
        double draw;
        lock (random)
        {
            draw = random.NextDouble();
        }
        if (draw < 0.3)
        {
            context.Response.StatusCode = 503;
            return;
        }
        if (draw < 0.4)
        {
            try
            {
                await Task.Delay(TimeSpan.FromSeconds(20), context.RequestAborted);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("""{"id":7,"name":"Kettle"}""");
    }
}
