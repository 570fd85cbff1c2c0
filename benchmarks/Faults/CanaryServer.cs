using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Integrations.Benchmarks.Faults;

/// <summary>A server that goes wrong in the way that is asked for, and says the secret wherever it can while doing so.</summary>
internal sealed class CanaryServer(WebApplication app) : IAsyncDisposable
{
    /// <summary>What it does next.</summary>
    public string Fault { get; set; } = "ok";

    /// <summary>What its token endpoint does next.</summary>
    public string TokenFault { get; set; } = "ok";

    /// <summary>Requests that carried the secret where credentials go: without any, the experiment proves nothing.</summary>
    public int Carried { get; private set; }

    public string Address => app.Urls.First();

    public static async Task<CanaryServer> StartAsync(string canary)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new CanaryServer(builder.Build());
        server.Run(canary);
        await server.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task StartAsync() => app.StartAsync();

    private void Run(string canary) => app.Run(async context =>
    {
        var sent = context.Request.QueryString + string.Join('\n', context.Request.Headers.Select(static header => header.Value.ToString()));
        var encoded = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(canary))[..^4];
        if (sent.Contains(canary, StringComparison.Ordinal) || sent.Contains(encoded, StringComparison.Ordinal) || sent.Contains("Basic ", StringComparison.Ordinal))
        {
            Carried++;
        }
        context.Response.Headers.Append("Set-Cookie", "session=" + canary);
        context.Response.Headers.Append("X-Echo", canary);
        await (context.Request.Path == "/token" ? TokenAsync(context, canary) : AnswerAsync(context, canary));
    });

    private Task TokenAsync(HttpContext context, string canary)
    {
        switch (TokenFault)
        {
            case "ok":
                return Write(context, 200, $$"""{"access_token":"{{canary}}-token","token_type":"Bearer","expires_in":60}""");
            case "redirect":
                context.Response.Headers.Location = "/elsewhere?secret=" + canary;
                context.Response.StatusCode = 302;
                return Task.CompletedTask;
            case "line breaks":
                return Write(context, 200, $$"""{"access_token":"{{canary}}\r\nX-Evil: 1","token_type":"Bearer"}""");
            case "no json":
                return Write(context, 200, $"<html>{canary}</html>", "text/html");
            case "cut":
                return Write(context, 200, $$"""{"access_token":"{{canary}}""");
            default:
                return Write(context, int.Parse(TokenFault, System.Globalization.CultureInfo.InvariantCulture), $$"""{"error":"invalid_client","error_description":"{{canary}}"}""");
        }
    }

    private async Task AnswerAsync(HttpContext context, string canary)
    {
        switch (Fault)
        {
            case "ok":
                await Write(context, 200, """{"id":7}""");
                break;
            case "another type":
                await Write(context, 200, $$"""{"id":"{{canary}}"}""");
                break;
            case "no json":
                await Write(context, 200, $"<html>{canary}</html>", "text/html");
                break;
            case "not closed":
                await Write(context, 200, $$"""{"id":7,"name":"{{canary}}""");
                break;
            case "cut":
                context.Response.ContentLength = 1000;
                await context.Response.WriteAsync($$"""{"name":"{{canary}}""");
                await context.Response.Body.FlushAsync();
                context.Abort();
                break;
            case "too large":
                await Write(context, 200, $$"""{"name":"{{canary}}{{new string('x', 200_000)}}"}""");
                break;
            case "redirect here" or "redirect elsewhere":
                context.Response.Headers.Location = (Fault == "redirect here" ? "" : "http://elsewhere.invalid") + "/items/7?secret=" + canary;
                context.Response.StatusCode = 302;
                break;
            case "slow":
                await Task.Delay(5000, context.RequestAborted);
                break;
            case "reset":
                context.Features.Get<IHttpRequestLifetimeFeature>()!.Abort();
                break;
            case "429 later":
                context.Response.Headers.RetryAfter = "3000";
                await Write(context, 429, canary, "text/plain");
                break;
            default:
                await Write(context, int.Parse(Fault, System.Globalization.CultureInfo.InvariantCulture), $$"""{"message":"{{canary}}"}""");
                break;
        }
    }

    private static Task Write(HttpContext context, int status, string body, string type = "application/json")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body);
    }
}
