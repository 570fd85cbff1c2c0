using Golden;
using Golden.Storefront;
using Microsoft.Extensions.Time.Testing;

namespace Integrations.Tests.Support;

/// <summary>Makes golden clients.</summary>
internal static class Storefront
{
    public const string Product = """{"id":7,"name":"Kettle","state":"in-stock"}""";

    /// <summary>After which a test that waits fails instead of hanging; no test that passes comes near it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static StorefrontClient Over(HttpMessageHandler handler, TimeProvider? time = null, Action<ClientOptions>? configure = null) =>
        IntegrationClient.Create<StorefrontClient>(options =>
        {
            options.PrimaryHandler = handler;
            options.TimeProvider = time;
            options.Settings["Auth:Token"] = "token";
            options.Random = () => 0;
            configure?.Invoke(options);
        });

    public static StorefrontClient At(LoopbackServer server, Action<ClientOptions>? configure = null) =>
        IntegrationClient.Create<StorefrontClient>(options =>
        {
            options.BaseAddress = server.Address + "/v1";
            options.Settings["Auth:Token"] = "token";
            options.Random = () => 0;
            configure?.Invoke(options);
        });

    public static Product NewProduct() => new() { Id = 7, Name = "Kettle", State = ProductState.InStock };

    public static FakeTimeProvider Clock() => new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
}
