using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace QuickStart.MisbehavingShop;

/// <summary>
/// Somebody else's API: a web server on a free port of this machine, which does what <c>specs/storefront/shop.yaml</c> says whenever its mood
/// allows. It knows nothing of the client.
/// </summary>
internal sealed class ShopServer : IAsyncDisposable
{
    /// <summary>The token that opens the shop.</summary>
    public const string Token = "let-me-in";

    /// <summary>How late a late answer is.</summary>
    private static readonly TimeSpan s_late = TimeSpan.FromSeconds(5);

    private readonly WebApplication _app;
    private readonly bool _recovers;
    private Mood _mood = Moods.Healthy;

    private ShopServer(WebApplication app, bool recovers)
    {
        _app = app;
        _recovers = recovers;
    }

    /// <summary>Where it listens: the base address of the API.</summary>
    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/v1";

    /// <summary>What arrived since the mood last changed.</summary>
    public WireLog Wire { get; private set; } = new();

    /// <summary>What customers bought.</summary>
    public OrderBook Orders { get; } = new();

    /// <summary>Opens the shop.</summary>
    /// <param name="recovers">False for a shop that, once broken, stays so.</param>
    public static async Task<ShopServer> StartAsync(bool recovers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new ShopServer(builder.Build(), recovers);
        server._app.Use(server.MisbehaveAsync);
        server._app.MapShop(server.Orders);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Changes the mood and begins a new page of the log.</summary>
    public WireLog Begin(Mood mood)
    {
        if (_recovers || _mood != Moods.Broken)
            _mood = mood;
        return Wire = new WireLog();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task MisbehaveAsync(HttpContext context, RequestDelegate next)
    {
        var request = Wire.Add(context.Request.Headers["X-Request-ID"]);
        switch (_mood(request))
        {
            case Answer.Unavailable:
                await ShopProblem.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "The till is stuck.");
                break;
            case Answer.TooManyRequests:
                context.Response.Headers.RetryAfter = "1";
                await ShopProblem.WriteAsync(context, StatusCodes.Status429TooManyRequests, "One at a time, please.");
                break;
            case Answer.HangUp:
                context.Abort();
                break;
            case Answer.Late:
                context.Response.OnStarting(() => Task.Delay(s_late, context.RequestAborted));
                await next(context);
                break;
            default:
                await next(context);
                break;
        }
    }
}
