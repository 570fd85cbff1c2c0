using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Integrations.Benchmarks.Hundred;

/// <summary>All hundred vendors, in a process of its own: each line of its input is <c>good</c> or <c>bad</c>; when bad, five vendors fail and five hang.</summary>
internal static class Server
{
    public const string Command = "server";

    public static async Task<int> RunAsync()
    {
        var bad = false;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.Run(async context =>
        {
            // The path begins with the vendor's number.
            var vendor = int.Parse(context.Request.Path.Value!.Split('/')[1], System.Globalization.CultureInfo.InvariantCulture);
            if (Volatile.Read(ref bad) && vendor < 5)
            {
                context.Response.StatusCode = 503;
                return;
            }
            if (Volatile.Read(ref bad) && vendor < 10)
            {
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
                return;
            }
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("""{"id":7,"name":"Kettle"}""");
        });
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        while (await Console.In.ReadLineAsync() is { } line)
        {
            Volatile.Write(ref bad, line == "bad");
        }
        return 0;
    }
}
