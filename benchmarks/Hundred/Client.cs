using Microsoft.Extensions.DependencyInjection;

namespace Integrations.Benchmarks.Hundred;

/// <summary>One of the clients, without its type.</summary>
/// <param name="Name">The integration's name.</param>
/// <param name="Make">Gets it from the host: a call that goes through its whole pipeline.</param>
internal sealed record Client(string Name, Func<IServiceProvider, Func<Task>> Make)
{
    public static Client Of<TClient>()
        where TClient : class, IIntegrationClient<TClient> => new(TClient.Definition.Name, static services =>
        {
            var client = services.GetRequiredService<TClient>();
            return async () =>
            {
                using var answer = await client.SendRawJsonAsync(HttpMethod.Get, "/things/7");
            };
        });
}
