using Golden;
using Integrations.Tests.Hosting;
using Integrations.Tests.Support;
using Microsoft.Extensions.Hosting;

namespace Integrations.Tests.Health;

/// <summary>A program with the golden client over a stub and a clock, for tests of health.</summary>
internal static class Watched
{
    public static IHost Host(TimeProvider clock, Func<int, HttpResponseMessage> answer, Dictionary<string, string?> settings) =>
        Host(clock, new StubHandler((index, _, _) => Task.Run(() => answer(index))), settings);

    public static IHost Host(TimeProvider clock, HttpMessageHandler handler, Dictionary<string, string?> settings)
    {
        settings.TryAdd("Integrations:Storefront:Auth:Token", "t");
        return HostingTests.Host(settings, integrations => integrations.Configure<StorefrontClient>(options =>
            (options.PrimaryHandler, options.TimeProvider, options.Random) = (handler, clock, () => 0)));
    }

    /// <summary>Calls that are not retried, whatever they come to.</summary>
    public static async Task PostAsync(StorefrontClient client, int times)
    {
        for (var i = 0; i < times; i++)
        {
            try
            {
                using var response = await client.Products.CreateResponseAsync(Storefront.NewProduct());
            }
            catch (IntegrationException)
            {
            }
        }
    }
}
