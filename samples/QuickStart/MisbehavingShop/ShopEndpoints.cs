using System.Text.Json.Nodes;

namespace QuickStart.MisbehavingShop;

/// <summary>The operations of <c>specs/storefront/shop.yaml</c>.</summary>
internal static class ShopEndpoints
{
    private const int LampsLeft = 3;

    /// <summary>Maps them all below <c>/v1</c>.</summary>
    public static void MapShop(this IEndpointRouteBuilder app, OrderBook orders)
    {
        var shelf = new Shelf();
        var open = app.MapGroup("/v1");
        open.MapGet("/status", Status);

        var locked = open.MapGroup("").AddEndpointFilter(CheckTokenAsync);
        locked.MapGet("/products", (string? state, string[] tags, int? limit) => Json(shelf.List(state, tags, limit ?? 20)));
        locked.MapGet("/products/{sku}", (string sku) => shelf.Find(sku) is { } product ? Json(product) : NoSuch("product", sku));
        locked.MapPatch("/products/{sku}", async (string sku, HttpRequest request) =>
            shelf.Find(sku) is { } product ? Json(shelf.Patch(product, await BodyAsync(request))) : NoSuch("product", sku));
        locked.MapPost("/orders", async (HttpRequest request) => Place(await BodyAsync(request), shelf, orders));
        locked.MapGet("/orders/{id}", (string id) => orders.Find(id) is { } order ? Json(order) : NoSuch("order", id));
        locked.MapDelete("/orders/{id}", (string id) => orders.Cancel(id) ? Results.NoContent() : NoSuch("order", id));
    }

    /// <summary>Open to anybody; a token here would be one that the client has leaked, so the shop complains.</summary>
    private static IResult Status(HttpRequest request) => request.Headers.Authorization.Count == 0
        ? Json(new JsonObject { ["open"] = true, ["message"] = null })
        : ShopProblem.Result(StatusCodes.Status400BadRequest, "Keep your token to yourself.");

    private static IResult Place(JsonObject wanted, Shelf shelf, OrderBook orders)
    {
        var total = 0m;
        foreach (var line in wanted["lines"]!.AsArray())
        {
            var sku = (string)line!["sku"]!;
            var quantity = (int)line["quantity"]!;
            if (shelf.Find(sku) is not { } product)
                return NoSuch("product", sku);
            if (sku == "lamp" && quantity > LampsLeft)
                return Json(new JsonObject { ["sku"] = sku, ["left"] = LampsLeft }, StatusCodes.Status409Conflict);
            total += quantity * (decimal)product["price"]!;
        }
        return Json(orders.Place(wanted, total), StatusCodes.Status201Created);
    }

    private static async ValueTask<object?> CheckTokenAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Request.Headers.Authorization == "Bearer " + ShopServer.Token
            ? await next(context)
            : ShopProblem.Result(StatusCodes.Status401Unauthorized, "Who are you?");

    private static async Task<JsonObject> BodyAsync(HttpRequest request) =>
        (await JsonNode.ParseAsync(request.Body))!.AsObject();

    private static IResult NoSuch(string what, string name) =>
        ShopProblem.Result(StatusCodes.Status404NotFound, $"There is no {what} '{name}'.");

    private static IResult Json(JsonNode value, int status = StatusCodes.Status200OK) =>
        Results.Text(value.ToJsonString(), "application/json", statusCode: status);
}
