using Integrations.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Integrations.Wire.Tests;

/// <summary>A client of the document that has what clients often get wrong.</summary>
[OpenApiClient("specs/wire-table.yaml", Namespace = "Integrations.Wire.Tests.Table")]
[BearerAuth]
public sealed partial class TableClient;

/// <summary>A client of the document of less usual media.</summary>
[OpenApiClient("specs/media.yaml", Namespace = "Integrations.Wire.Tests.Media")]
public sealed partial class MediaClient;

internal static class Client
{
    public const string Token = "a-token";

    /// <summary>A client of a server, as a program makes it.</summary>
    public static TClient Of<TClient>(LoopbackServer server, Action<ClientOptions>? configure = null)
        where TClient : class, IIntegrationClient<TClient> => IntegrationClient.Create<TClient>(options =>
        {
            options.BaseAddress = server.Address;
            options.Settings["Auth:Token"] = Token;
            configure?.Invoke(options);
        });

    /// <summary>Answers with a JSON text.</summary>
    public static RequestDelegate Json(string json, int status = 200) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    };

    /// <summary>Answers with no content.</summary>
    public static Task Nothing(HttpContext context)
    {
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    }
}
