using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Integrations.Endpoints;

/// <summary>Answers of the health endpoints.</summary>
internal static class HealthEndpoints
{
    public static Task LiveAsync(HttpContext context) => WriteAsync(context, StatusCodes.Status200OK, new("live"), HealthJson.Default.HealthWord);

    public static Task ReadyAsync(HttpContext context, IIntegrationCatalog catalog) => IsReady(catalog.Integrations)
        ? WriteAsync(context, StatusCodes.Status200OK, new("ready"), HealthJson.Default.HealthWord)
        : WriteAsync(context, StatusCodes.Status503ServiceUnavailable, new("unready"), HealthJson.Default.HealthWord);

    /// <summary>Every integration, to those who may know.</summary>
    public static Task DetailAsync(HttpContext context, IIntegrationCatalog catalog, bool everyone)
    {
        if (!everyone && context.User.Identity is not { IsAuthenticated: true })
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        var integrations = catalog.Integrations;
        return WriteAsync(context, StatusCodes.Status200OK, HealthDetail.Of(integrations, IsReady(integrations)), HealthJson.Default.HealthDetail);
    }

    /// <summary>What is not required may fail: a vendor's outage must not empty the load balancer.</summary>
    private static bool IsReady(IReadOnlyList<IntegrationInfo> integrations) =>
        !integrations.Any(static integration => integration is { Required: true, Status: IntegrationStatus.Unhealthy });

    private static Task WriteAsync<T>(HttpContext context, int status, T value, JsonTypeInfo<T> type)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.Headers.CacheControl = "no-store";
        response.ContentType = "application/json; charset=utf-8";
        var body = JsonSerializer.SerializeToUtf8Bytes(value, type);
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
