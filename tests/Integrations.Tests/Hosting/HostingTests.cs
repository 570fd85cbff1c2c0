using Golden;
using Golden.Storefront;
using Integrations.Hosting;
using Integrations.Http;
using Integrations.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Integrations.Tests.Hosting;

public sealed class HostingTests
{
    [Fact]
    public async Task A_host_gives_the_client_and_its_groups()
    {
        var handler = new StubHandler(_ => StubHandler.Json(Support.Storefront.Product));
        using var host = Host(new() { ["Integrations:Storefront:Auth:Token"] = "token" }, integrations => integrations.Configure<StorefrontClient>(options => options.PrimaryHandler = handler));
        await host.StartAsync();
        var products = host.Services.GetRequiredService<IProductsOperations>();
        Assert.Same(host.Services.GetRequiredService<StorefrontClient>().Products, products);
        Assert.Equal(7, (await products.GetAsync(7)).Id);
        Assert.Equal("https://storefront.example.com/v1/products/7", Assert.Single(handler.Requests).RequestUri!.OriginalString);
        await host.StopAsync();
    }

    [Fact]
    public void Registering_twice_is_registering_once()
    {
        var services = new ServiceCollection();
        var configuration = new ConfigurationBuilder().Build();
        services.AddIntegrations(configuration);
        var count = services.Count;
        services.AddIntegrations(configuration);
        Assert.Equal(count, services.Count);
    }

    [Fact]
    public void A_fake_that_is_registered_stays()
    {
        var services = new ServiceCollection();
        var fake = new ProductsOperations(null!);
        services.AddSingleton<IProductsOperations>(fake);
        services.AddIntegrations(new ConfigurationBuilder().Build());
        using var provider = services.BuildServiceProvider();
        Assert.Same(fake, provider.GetRequiredService<IProductsOperations>());
    }

    [Fact]
    public async Task Start_up_lists_everything_that_is_missing_or_wrong_at_once_and_no_value()
    {
        using var host = Host(
            new()
            {
                ["Integrations:Storefront:BaseAddress"] = "canary",
                ["Integrations:Storefront:Timeout:TotalSeconds"] = "canary",
                ["Integrations:Storefront:Retry:MaxAttempts"] = "11",
                ["Integrations:Storefront:CircuitBreaker:MinimumThroughput"] = "2.5",
                ["Integrations:Storefront:Required"] = "canary",
            },
            integrations => integrations.AddClient<OtherClient>());
        var exception = await Assert.ThrowsAsync<IntegrationConfigurationException>(() => host.StartAsync());
        Assert.Equal(7, exception.Problems.Count);
        foreach (var path in new[] { "Storefront:BaseAddress", "Storefront:Timeout:TotalSeconds", "Storefront:Retry:MaxAttempts", "Storefront:CircuitBreaker:MinimumThroughput", "Storefront:Required", "Storefront:Auth:Token", "Other:BaseAddress" })
        {
            Assert.Contains("Integrations:" + path, exception.Message, StringComparison.Ordinal);
        }
        Assert.Contains("Integrations__Storefront__Auth__Token", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_is_switched_off_lets_the_program_start_and_says_so_when_it_is_used()
    {
        using var host = Host(new() { ["Integrations:Storefront:Enabled"] = "false" });
        await host.StartAsync();
        var client = host.Services.GetRequiredService<StorefrontClient>();
        var exception = await Assert.ThrowsAsync<IntegrationDisabledException>(() => client.Products.GetAsync(7));
        Assert.Contains("Integrations:Storefront:Enabled", exception.Message, StringComparison.Ordinal);
        await host.StopAsync();
    }

    [Fact]
    public async Task Without_a_host_the_first_use_says_what_is_missing()
    {
        var services = new ServiceCollection();
        services.AddIntegrations(new ConfigurationBuilder().Build());
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<StorefrontClient>();
        var exception = await Assert.ThrowsAsync<IntegrationConfigurationException>(() => client.Products.GetAsync(7));
        Assert.Contains("Integrations:Storefront:Auth:Token", exception.Message, StringComparison.Ordinal);
        Assert.Throws<IntegrationConfigurationException>(() => IntegrationClient.Create<StorefrontClient>());
    }

    [Theory]
    [InlineData("Integrations:Storefront:BaseAddress", "https://a.example.com/")]
    [InlineData("ConnectionStrings:Storefront", "https://a.example.com")]
    public async Task The_address_comes_from_the_section_or_the_connection_string(string key, string value)
    {
        var handler = new StubHandler(_ => StubHandler.Json(Support.Storefront.Product));
        using var host = Host(new() { [key] = value, ["Integrations:Storefront:Auth:Token"] = "t" }, integrations => integrations.Configure<StorefrontClient>(options => options.PrimaryHandler = handler));
        await host.Services.GetRequiredService<StorefrontClient>().Products.GetAsync(7);
        Assert.Equal("https://a.example.com/products/7", Assert.Single(handler.Requests).RequestUri!.OriginalString);
    }

    [Theory]
    [InlineData("https://a.example.com/?key=canary")]
    [InlineData("https://user:canary@a.example.com")]
    [InlineData("ftp://canary.example.com")]
    [InlineData("/canary")]
    public void An_address_that_is_none_is_refused_and_not_told(string address)
    {
        var exception = Assert.Throws<IntegrationConfigurationException>(() => Support.Storefront.Over(new StubHandler(_ => null!), configure: options => options.BaseAddress = address));
        Assert.DoesNotContain("canary", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_clients_of_one_name_are_an_error()
    {
        using var host = Host(new() { ["Integrations:Storefront:Auth:Token"] = "t" }, integrations => integrations.AddClient<SecondStorefrontClient>());
        var exception = await Assert.ThrowsAsync<IntegrationConfigurationException>(() => host.StartAsync());
        Assert.Contains(typeof(SecondStorefrontClient).FullName!, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_for_an_operation_that_does_not_exist_is_an_error()
    {
        var exception = Assert.Throws<IntegrationConfigurationException>(() =>
            Support.Storefront.Over(new StubHandler(_ => null!), configure: options => options.Policies.Add(new RetryAttribute { MaxAttempts = 1, Operation = "GET /nothing" })));
        Assert.Contains("GET /nothing", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_wins_over_configuration_which_wins_over_attributes()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [new("Integrations:Storefront:Timeout:TotalSeconds", "12"), new("Integrations:Storefront:Timeout:AttemptSeconds", "6"), new("Integrations:Storefront:Retry:MaxAttempts", "2"), new("Integrations:Storefront:Auth:Token", "t")]).Build();
        var options = new ClientOptions { Configuration = configuration };
        options.Policies.Add(new TimeoutAttribute { TotalSeconds = 13 });
        options.Policies.Add(new TimeoutAttribute { TotalSeconds = 14, Operation = "products/get" });
        var api = ClientFactory.Create(Definition<StorefrontClient>(), options, new ServiceCollection().BuildServiceProvider(), out _);
        Assert.Equal((13, 6, 2), (api.Settings.Policies.Client.Timeout.Total.TotalSeconds, api.Settings.Policies.Client.Timeout.Attempt.TotalSeconds, api.Settings.Policies.Client.Retry.MaxAttempts));
        var own = Assert.Single(api.Settings.Policies.Operations).Value;
        Assert.Equal((14, 6, 2), (own.Timeout.Total.TotalSeconds, own.Timeout.Attempt.TotalSeconds, own.Retry.MaxAttempts));
    }

    [Fact]
    public async Task Handlers_run_around_the_transport_in_their_order_and_after_authentication()
    {
        var order = new List<string>();
        var client = Support.Storefront.Over(new StubHandler(_ => StubHandler.Json(Support.Storefront.Product)), configure: options => options
            .AddHandler(_ => new Noting("outer", order))
            .AddHandler(_ => new Noting("inner", order)));
        await client.Products.GetAsync(7);
        Assert.Equal(["outer Bearer token", "inner Bearer token"], order);
    }

    [Fact]
    public async Task The_catalog_lists_operations_and_what_calls_saw()
    {
        var handler = new StubHandler(_ => StubHandler.Status(System.Net.HttpStatusCode.NotFound));
        using var host = Host(new() { ["Integrations:Storefront:Auth:Token"] = "t" }, integrations => integrations.Configure<StorefrontClient>(options => options.PrimaryHandler = handler));
        using var response = await host.Services.GetRequiredService<StorefrontClient>().Products.GetResponseAsync(7);
        var info = Assert.Single(host.Services.GetRequiredService<IIntegrationCatalog>().Integrations);
        Assert.Equal(("Storefront", 5, true), (info.Definition.Name, info.Definition.Operations.Count, info.IsAvailable));
        Assert.NotNull(info.LastSuccess);
    }

    internal static IHost Host(Dictionary<string, string?> settings, Action<IntegrationsBuilder>? configure = null)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.AddIntegrations(configure);
        return builder.Build();
    }

    private static IntegrationDefinition Definition<TClient>()
        where TClient : class, IIntegrationClient<TClient> => TClient.Definition;

    private sealed class Noting(string name, List<string> order) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            order.Add(name + " " + request.Headers.NonValidated["Authorization"]);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class OtherClient : IIntegrationClient<OtherClient>
    {
        static IntegrationDefinition IIntegrationClient<OtherClient>.Definition { get; } = new("Other");

        ApiClient IIntegrationClient<OtherClient>.Api => throw new NotSupportedException();

        static OtherClient IIntegrationClient<OtherClient>.Create(ApiClient api, IServiceProvider services) => new();
    }

    private sealed class SecondStorefrontClient : IIntegrationClient<SecondStorefrontClient>
    {
        static IntegrationDefinition IIntegrationClient<SecondStorefrontClient>.Definition { get; } = new("storefront") { BaseAddress = "https://a" };

        ApiClient IIntegrationClient<SecondStorefrontClient>.Api => throw new NotSupportedException();

        static SecondStorefrontClient IIntegrationClient<SecondStorefrontClient>.Create(ApiClient api, IServiceProvider services) => new();
    }
}
