using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Integrations.AspNetCore.Tests;

/// <summary>The client.</summary>
[OpenApiClient("specs/shop.yaml", Required = true)]
[CircuitBreaker(MinimumThroughput = 2)]
[Retry(MaxAttempts = 1)]
public sealed partial class ShopClient;

/// <summary>Another, which the program can do without.</summary>
[OpenApiClient("specs/shop.yaml")]
[CircuitBreaker(MinimumThroughput = 2)]
[Retry(MaxAttempts = 1)]
public sealed partial class OtherClient;

/// <summary>A real program on the loopback interface, whose integrations talk to a stub.</summary>
internal sealed class Program : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Program(WebApplication app) => _app = app;

    public HttpStatusCode Answer { get; set; } = HttpStatusCode.OK;

    public HttpClient Http { get; } = new();

    public IServiceProvider Services => _app.Services;

    public static async Task<Program> StartAsync(Action<IntegrationsEndpointOptions>? configure = null, Action<WebApplication>? more = null, Dictionary<string, string?>? settings = null, HttpStatusCode answer = HttpStatusCode.OK)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.Services.AddAuthentication("Name").AddScheme<AuthenticationSchemeOptions, NameHandler>("Name", null);
        builder.Services.AddAuthorizationBuilder().AddPolicy("operators", policy => policy.RequireUserName("operator"));
        Program program = null!;
        builder.AddIntegrations(integrations =>
        {
            integrations.Configure<ShopClient>(options => options.PrimaryHandler = new Stub(() => program.Answer));
            integrations.Configure<OtherClient>(options => options.PrimaryHandler = new Stub(() => program.Answer));
        });
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapIntegrations(configure);
        more?.Invoke(app);
        program = new Program(app) { Answer = answer };
        await app.StartAsync();
        program.Http.BaseAddress = new(app.Urls.First());
        return program;
    }

    /// <summary>Calls until the breaker of a client opens.</summary>
    public async Task BreakAsync<TClient>()
        where TClient : class, IIntegrationClient<TClient>
    {
        Answer = HttpStatusCode.InternalServerError;
        for (var i = 0; i < 2; i++)
        {
            try
            {
                using var response = await Services.GetRequiredService<TClient>().SendRawAsync(HttpMethod.Get, "/x");
            }
            catch (ApiUnavailableException)
            {
                return;
            }
        }
    }

    public async Task<(HttpStatusCode Status, string Body)> GetAsync(string path, string? user = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (user is not null)
        {
            request.Headers.Add("X-User", user);
        }
        using var response = await Http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    private sealed class Stub(Func<HttpStatusCode> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(answer()));
    }

    private sealed class NameHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
            Request.Headers["X-User"].ToString() is { Length: > 0 } name
                ? AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, name)], "Name")), "Name"))
                : AuthenticateResult.NoResult());
    }
}
