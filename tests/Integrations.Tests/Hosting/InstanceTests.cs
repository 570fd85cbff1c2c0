using Golden;
using Golden.Storefront;
using Integrations.Http;
using Integrations.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Integrations.Tests.Hosting;

public sealed class InstanceTests : IDisposable
{
    private readonly StubHandler _handler = new(_ => StubHandler.Json(Support.Storefront.Product));

    public void Dispose() => _handler.Dispose();

    /// <summary>Each line of the settings is overridden by the next; code comes last.</summary>
    [Theory]
    [InlineData(0, "https://storefront.example.com/v1")]
    [InlineData(1, "https://1.example.com")]
    [InlineData(2, "https://2.example.com")]
    [InlineData(3, "https://3.example.com")]
    [InlineData(4, "https://4.example.com")]
    [InlineData(5, "https://5.example.com")]
    public async Task The_address_of_an_instance_is_the_nearest_that_is_said(int count, string expected)
    {
        string[] keys = ["ConnectionStrings:Storefront", "Integrations:Storefront:BaseAddress", "ConnectionStrings:acme", "Integrations:Storefront:acme:BaseAddress"];
        var settings = keys.Take(count).Select((key, i) => (key, value: $"https://{i + 1}.example.com")).ToDictionary(pair => pair.key, pair => (string?)pair.value);
        settings["Integrations:Storefront:Auth:Token"] = "t";
        using var host = Host(settings, options => options.BaseAddress = count == 5 ? expected : null);
        await Acme(host).Products.GetAsync(7);
        Assert.Equal(expected + "/products/7", Assert.Single(_handler.Requests).RequestUri!.OriginalString);
    }

    [Fact]
    public async Task Attribute_configuration_of_the_client_of_the_instance_and_code_win_in_this_order()
    {
        using var host = Host(
            new()
            {
                ["Integrations:Storefront:Auth:Token"] = "all",
                ["Integrations:Storefront:Timeout:TotalSeconds"] = "21",
                ["Integrations:Storefront:Timeout:AttemptSeconds"] = "7",
                ["Integrations:Storefront:Retry:MaxAttempts"] = "4",
                ["Integrations:Storefront:acme:Retry:MaxAttempts"] = "5",
                ["Integrations:Storefront:acme:Timeout:AttemptSeconds"] = "6",
                ["Integrations:Storefront:acme:Operations:products/get:Retry:MaxAttempts"] = "2",
            },
            options => options.Policies.Add(new TimeoutAttribute { AttemptSeconds = 5 }));
        var (acme, all) = (Api(Acme(host)).Settings.Policies, Api(host.Services.GetRequiredService<StorefrontClient>()).Settings.Policies);
        Assert.Equal((21, 5, 5, 10), (acme.Client.Timeout.Total.TotalSeconds, acme.Client.Timeout.Attempt.TotalSeconds, acme.Client.Retry.MaxAttempts, acme.Client.Breaker.MinimumThroughput));
        Assert.Equal((21, 7, 4), (all.Client.Timeout.Total.TotalSeconds, all.Client.Timeout.Attempt.TotalSeconds, all.Client.Retry.MaxAttempts));
        Assert.Equal(2, Assert.Single(acme.Operations).Value.Retry.MaxAttempts);
        Assert.Empty(all.Operations);
        await Acme(host).Products.GetAsync(7);
        Assert.Equal("Bearer all", Assert.Single(_handler.Requests).Headers.NonValidated["Authorization"].ToString());
    }

    [Fact]
    public async Task A_wrong_value_is_told_with_the_path_where_it_stands()
    {
        using var host = Host(new()
        {
            ["Integrations:Storefront:Auth:Token"] = "t",
            ["Integrations:Storefront:Retry:MaxAttempts"] = "0",
            ["Integrations:Storefront:acme:Timeout:TotalSeconds"] = "0",
            ["ConnectionStrings:acme"] = "nowhere",
        });
        var exception = await Assert.ThrowsAsync<IntegrationConfigurationException>(() => host.StartAsync());
        Assert.Equal(["ConnectionStrings:acme is not", "Integrations:Storefront:Retry:MaxAttempts must", "Integrations:Storefront:Retry:MaxAttempts must", "Integrations:Storefront:acme:Timeout:TotalSeconds must"],
            exception.Problems.Order(StringComparer.Ordinal).Select(problem => string.Join(' ', problem.Split(' ').Take(problem.StartsWith("Conn", StringComparison.Ordinal) ? 3 : 2))));
    }

    [Fact]
    public async Task An_instances_own_secret_file_is_not_hidden_by_a_token_for_all()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, "own");
            using var host = Host(new() { ["Integrations:Storefront:Auth:Token"] = "all", ["Integrations:Storefront:acme:Auth:TokenFile"] = file });
            await host.StartAsync();
            await Acme(host).Products.GetAsync(7);
            Assert.Equal("Bearer own", Assert.Single(_handler.Requests).Headers.NonValidated["Authorization"].ToString());
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Parts_are_keyed_too_and_instances_break_by_themselves()
    {
        var failing = new StubHandler(_ => StubHandler.Status(System.Net.HttpStatusCode.InternalServerError));
        using var host = Host(new() { ["Integrations:Storefront:Auth:Token"] = "t" }, options => options.PrimaryHandler = failing);
        var products = host.Services.GetRequiredKeyedService<IProductsOperations>("acme");
        Assert.Same(Acme(host).Products, products);
        for (var i = 0; i < 10; i++)
        {
            using var response = await products.CreateResponseAsync(Support.Storefront.NewProduct());
        }
        var exception = await Assert.ThrowsAsync<ApiUnavailableException>(() => products.CreateAsync(Support.Storefront.NewProduct()));
        Assert.Equal("Storefront:acme", exception.Integration);
        Assert.Equal([true, false], host.Services.GetRequiredService<IIntegrationCatalog>().Integrations.Select(info => info.IsAvailable));
        Assert.Equal(HealthStatus.Degraded, (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["Storefront:acme"].Status);
    }

    [Fact]
    public async Task With_instances_only_nothing_is_asked_of_the_client_without_a_key()
    {
        using var host = HostingTests.Host(
            new() { ["Integrations:Storefront:acme:Auth:Token"] = "t" },
            integrations => integrations.AddKeyedClient<StorefrontClient>("acme", options => options.PrimaryHandler = _handler).RemoveClient<StorefrontClient>());
        await host.StartAsync();
        await Acme(host).Products.GetAsync(7);
        Assert.Null(host.Services.GetService<StorefrontClient>());
        Assert.Equal("acme", Assert.Single(host.Services.GetRequiredService<IIntegrationCatalog>().Integrations).Instance);
        Assert.Equal("Storefront:acme", Assert.Single((await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries).Key);
    }

    [Theory]
    [InlineData("retry", "settings")]
    [InlineData("Auth", "settings")]
    [InlineData("a:b", "colon")]
    [InlineData("a__b", "underscores")]
    [InlineData(" ", "white")]
    public void A_name_that_is_no_section_of_its_own_is_refused(string name, string why)
    {
        var integrations = IntegrationsBuilder.For(new ServiceCollection(), new ConfigurationBuilder().Build());
        Assert.Contains(why, Assert.Throws<ArgumentException>(() => integrations.AddKeyedClient<StorefrontClient>(name)).Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_connection_string_that_two_integrations_would_share_is_an_error()
    {
        using var host = HostingTests.Host(
            new() { ["Integrations:Storefront:Auth:Token"] = "t", ["ConnectionStrings:acme"] = "https://a.example.com" },
            integrations => integrations.AddKeyedClient<StorefrontClient>("acme").AddKeyedClient<LazyClient>("acme"));
        Assert.Contains("ConnectionStrings:acme would be the address of Storefront:acme and Lazy:acme", (await Assert.ThrowsAsync<IntegrationConfigurationException>(() => host.StartAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Registering_makes_nothing_of_a_client_not_even_its_table_of_operations()
    {
        var services = new ServiceCollection();
        IntegrationsBuilder.For(services, new ConfigurationBuilder().Build()).AddClient<UntouchedClient>().AddKeyedClient<UntouchedClient>("acme");
        using var provider = services.BuildServiceProvider();
        Assert.False(UntouchedClient.IsTouched);
    }

    [Fact]
    public async Task An_instance_is_found_by_its_whole_name_and_is_probed_by_itself()
    {
        using var host = Host(new()
        {
            ["Integrations:Storefront:Auth:Token"] = "t",
            ["Integrations:Storefront:acme:HealthCheck:Operation"] = "GET /zen",
        });
        await host.StartAsync();
        var catalog = host.Services.GetRequiredService<IIntegrationCatalog>();
        Assert.Same(Acme(host), catalog.FindClient<StorefrontClient>("storefront:ACME"));
        Assert.Null(catalog.Find("acme"));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (catalog.Find("storefront:ACME")!.Status != IntegrationStatus.Healthy)
        {
            await Task.Delay(10, patience.Token);
        }
        Assert.All(_handler.Requests, request => Assert.EndsWith("/zen", request.RequestUri!.AbsolutePath, StringComparison.Ordinal));
        Assert.Equal(("acme", IntegrationStatus.Unknown), (catalog.Find("Storefront:acme")!.Instance, catalog.Find("Storefront")!.Status));
    }

    private IHost Host(Dictionary<string, string?> settings, Action<ClientOptions>? acme = null) => HostingTests.Host(settings, integrations => integrations
        .Configure<StorefrontClient>(options => options.PrimaryHandler = _handler)
        .AddKeyedClient<StorefrontClient>("acme", options =>
        {
            options.PrimaryHandler = _handler;
            acme?.Invoke(options);
        }));

    private static StorefrontClient Acme(IHost host) => host.Services.GetRequiredKeyedService<StorefrontClient>("acme");

    private static ApiClient Api<TClient>(TClient client)
        where TClient : class, IIntegrationClient<TClient> => client.Api;

    private sealed class LazyClient : IIntegrationClient<LazyClient>
    {
        static IntegrationDefinition IIntegrationClient<LazyClient>.Definition { get; } = new("Lazy");

        ApiClient IIntegrationClient<LazyClient>.Api => throw new NotSupportedException();

        static LazyClient IIntegrationClient<LazyClient>.Create(ApiClient api, IServiceProvider services) => new();
    }

    private sealed class UntouchedClient : IIntegrationClient<UntouchedClient>
    {
        public static bool IsTouched { get; private set; }

        static IntegrationDefinition IIntegrationClient<UntouchedClient>.Definition => Touch();

        ApiClient IIntegrationClient<UntouchedClient>.Api => throw new NotSupportedException();

        static UntouchedClient IIntegrationClient<UntouchedClient>.Create(ApiClient api, IServiceProvider services) => new();

        private static IntegrationDefinition Touch()
        {
            IsTouched = true;
            return new("Untouched");
        }
    }
}
