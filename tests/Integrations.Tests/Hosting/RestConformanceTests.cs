using Golden;
using Integrations.Tests.Conformance;
using Integrations.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Integrations.Tests.Hosting;

/// <summary>A client of a REST API, over a real server.</summary>
public sealed class RestConformanceTests : IntegrationConformance<StorefrontClient>, IAsyncLifetime
{
    private LoopbackServer _server = null!;

    protected override string Name => "Storefront";

    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["BaseAddress"] = _server.Address, ["Auth:Token"] = "token" };

    protected override IReadOnlyList<string> Required => ["Auth:Token"];

    protected override int Received => _server.Requests.Count;

    public async Task InitializeAsync() => _server = await LoopbackServer.StartAsync(async context =>
    {
        if (!context.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.Ordinal) || context.Request.Path == "/products/404")
        {
            context.Response.StatusCode = 404;
        }
        else if (context.Request.Path == "/products/8")
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }
        else
        {
            await context.Response.WriteAsync(Support.Storefront.Product);
        }
    });

    public async Task DisposeAsync() => await _server.DisposeAsync();

    protected override IReadOnlyDictionary<string, string> Secrets(string text) => new Dictionary<string, string> { ["Auth:Token"] = text };

    protected override void Register(IntegrationsBuilder integrations, string? instance)
    {
        if (instance is null)
        {
            integrations.AddModule<GoldenIntegrationModule>();
        }
        else
        {
            integrations.AddKeyedClient<StorefrontClient>(instance);
        }
    }

    protected override Task UseAsync(StorefrontClient client, CancellationToken cancellationToken) => client.Products.GetAsync(7, cancellationToken: cancellationToken);

    protected override Task FailAsync(StorefrontClient client) => client.Products.GetAsync(404);

    protected override Task HangAsync(StorefrontClient client, CancellationToken cancellationToken) => client.Products.GetAsync(8, cancellationToken: cancellationToken);
}
