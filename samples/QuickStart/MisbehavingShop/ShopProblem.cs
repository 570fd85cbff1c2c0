using System.Text.Json.Nodes;

namespace QuickStart.MisbehavingShop;

/// <summary>Errors as RFC 9457 writes them.</summary>
internal static class ShopProblem
{
    /// <summary>A result for an endpoint.</summary>
    public static IResult Result(int status, string title) =>
        Results.Text(Body(status, title).ToJsonString(), "application/problem+json", statusCode: status);

    /// <summary>The same, written to a response at once.</summary>
    public static Task WriteAsync(HttpContext context, int status, string title) => Result(status, title).ExecuteAsync(context);

    private static JsonObject Body(int status, string title) => new() { ["title"] = title, ["status"] = status };
}
