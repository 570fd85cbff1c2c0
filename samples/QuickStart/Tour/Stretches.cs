using QuickStart.MisbehavingShop;
using QuickStart.Shop;

namespace QuickStart.Tour;

/// <summary>The calls that the client makes in each stretch, and what is expected of them.</summary>
internal sealed class Stretches(ShopClient shop, ShopServer server)
{
    private const int AfterTheBreak = 2_300; // milliseconds; [CircuitBreaker(BreakSeconds = 2)]

    public IReadOnlyList<Stretch> All =>
    [
        new("is well", Moods.Healthy, HealthyAsync),
        new("fails 1 time in 6", Moods.Flaky, FlakyAsync),
        new("says 429, wait 1 s", Moods.Throttling, ThrottledAsync),
        new("is often late", Moods.Slow, SlowAsync),
        new("is down", Moods.Broken, BrokenAsync),
        new("is still down", Moods.Broken, HalfOpenAsync),
        new("is well again", Moods.Healthy, RecoveredAsync),
    ];

    /// <summary>Typed all through: a filter, three states of a note, a union, an error that carries a value.</summary>
    private async Task HealthyAsync(Tally tally)
    {
        await tally.CallAsync(() => shop.Status.GetAsync()); // needs no token, so it gets none
        var products = await tally.CallAsync(() => shop.Products.ListAsync(state: ProductState.InStock, tags: ["kitchen"]));
        tally.Expect("the mug is the one product for the kitchen", products is [{ Sku: "mug", Price: 9.50m }]);

        var cheaper = await tally.CallAsync(() => shop.Products.UpdateAsync("mug", new ProductPatch { Price = 8.00m }));
        tally.Expect("a note that the patch does not mention stays", cheaper?.Note.Value == "Handmade");
        var bare = await tally.CallAsync(() => shop.Products.UpdateAsync("mug", new ProductPatch { Note = null }));
        tally.Expect("a note that the patch sets to null is gone", bare is { Price: 8.00m, Note: { IsSet: true, Value: null } });

        var order = await tally.CallAsync(() => shop.Orders.PlaceAsync(Order("first", "mug", 2, new TransferPayment { Iban = "XX00 0000 0000" })));
        tally.Expect("the order says how it is paid", order is { Total: 16.00m, Payment.Value: TransferPayment });
        var tooMany = await tally.CallAsync(() => shop.Orders.PlaceResponseAsync(Order("too many", "lamp", 100, new CardPayment { CardToken = "tok_1" })));
        tally.Expect("a refusal says how many are left", tooMany?.Error is OutOfStock { Left: 3 });

        tally.Expect("every call is answered", tally.Answered == tally.Calls);
        tally.Expect("every call is one request", tally.Wire.Requests == tally.Calls);
    }

    /// <summary>A read that fails is tried again after a moment.</summary>
    private async Task FlakyAsync(Tally tally)
    {
        for (var i = 0; i < 25; i++)
            await tally.CallAsync(() => shop.Products.GetAsync("mug"));
        tally.Expect("every call is answered", tally.Answered == 25);
        tally.Expect("every 503 costs one retry", tally.Wire is { Requests: 29, Retries: 4 });
    }

    /// <summary>
    /// A 429 says that nothing was done, so that even an order may be sent again; and it speaks to the whole client: nobody sends before the time is up.
    /// </summary>
    private async Task ThrottledAsync(Tally tally)
    {
        var order = tally.CallAsync(() => shop.Orders.PlaceAsync(Order("throttled", "mug", 1, new CardPayment { CardToken = "tok_2" })));
        await Task.Delay(300);
        var others = Enumerable.Range(0, 3).Select(_ => tally.CallAsync(() => shop.Products.GetAsync("mug")));
        await Task.WhenAll([order, .. others]);
        tally.Expect("every call is answered", tally.Answered == 4);
        tally.Expect("only the order is sent again", tally.Wire is { Requests: 5, Retries: 1 });
        tally.Expect("the order is taken once", server.Orders.Taken("throttled") == 1);
        tally.Expect("nothing is sent for a second", tally.Wire.LongestSilence > TimeSpan.FromSeconds(0.9));
    }

    /// <summary>A read that takes too long is tried again; an order is not, for nobody knows whether it was taken.</summary>
    private async Task SlowAsync(Tally tally)
    {
        for (var i = 0; i < 2; i++)
            await tally.CallAsync(() => shop.Products.GetAsync("lamp"));
        tally.Expect("every read is answered", tally.Answered == 2);
        await tally.CallAsync(() => shop.Orders.PlaceAsync(Order("late", "mug", 1, new CardPayment { CardToken = "tok_3" })));
        tally.Expect("the order is given up", tally.Failed == 1);
        tally.Expect("the order is sent once, and the shop has it", tally.Wire is { Requests: 5, Retries: 2 } && server.Orders.Taken("late") == 1);
    }

    /// <summary>What fails all the time is left in peace: the breaker opens, and calls are refused without a request.</summary>
    private async Task BrokenAsync(Tally tally)
    {
        await tally.CallAsync(() => shop.Orders.PlaceAsync(Order("unavailable", "mug", 1, new CardPayment { CardToken = "tok_4" })));
        await tally.CallAsync(() => shop.Orders.PlaceAsync(Order("hung up", "mug", 1, new CardPayment { CardToken = "tok_5" })));
        tally.Expect("an order that failed is not sent again", tally is { Failed: 2, Wire.Requests: 2 });
        while (tally is { Refused: 0, Calls: < 60 })
            await tally.CallAsync(() => shop.Products.GetAsync("mug"));
        var requests = tally.Wire.Requests;
        for (var i = 0; i < 10; i++)
            await tally.CallAsync(() => shop.Products.GetAsync("mug"));
        tally.Expect("the breaker opens", tally.Refused == 11);
        tally.Expect("nothing reaches the shop while it is open", tally.Wire.Requests == requests);
    }

    /// <summary>After the break one request may try. The shop is still broken, so the door shuts again.</summary>
    private async Task HalfOpenAsync(Tally tally)
    {
        await Task.Delay(AfterTheBreak);
        for (var i = 0; i < 5; i++)
            await tally.CallAsync(() => shop.Products.GetAsync("mug"));
        tally.Expect("one request tries, the rest is refused", tally is { Answered: 0, Wire.Requests: 1 } && tally.Refused >= 4);
    }

    /// <summary>After the next break the one request succeeds, and everybody may pass.</summary>
    private async Task RecoveredAsync(Tally tally)
    {
        await Task.Delay(AfterTheBreak);
        for (var i = 0; i < 10; i++)
            await tally.CallAsync(() => shop.Products.GetAsync("mug"));
        tally.Expect("every call is answered", tally.Answered == 10);
        tally.Expect("every call is one request", tally.Wire.Requests == 10);
    }

    private static NewOrder Order(string reference, string sku, int quantity, Payment payment) => new()
    {
        Reference = reference,
        Lines = [new OrderLine { Sku = sku, Quantity = quantity }],
        Payment = payment,
    };
}
