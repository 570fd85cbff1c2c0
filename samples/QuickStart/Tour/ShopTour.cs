using System.Diagnostics;
using System.Globalization;
using QuickStart.MisbehavingShop;

namespace QuickStart.Tour;

/// <summary>Leads the client through every mood of the shop, and says whether all went as expected.</summary>
internal sealed class ShopTour(ShopClient client, ShopServer shop)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(18);

    /// <summary>Runs all stretches.</summary>
    /// <returns>The exit code of the program: 0 when all went as expected.</returns>
    public async Task<int> RunAsync()
    {
        var clock = Stopwatch.StartNew();
        var tallies = new List<Tally>();
        var disappointments = new List<string>();
        var board = Board.Create();
        try
        {
            await board.ShowAsync(RunStretchesAsync).WaitAsync(s_limit);
        }
        catch (TimeoutException)
        {
            disappointments.Add($"The tour takes no longer than {s_limit.TotalSeconds} seconds.");
        }
        if (shop.Orders.Duplicates > 0)
            disappointments.Add("No order is taken twice.");

        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{tallies.Sum(t => t.Calls)} calls, {tallies.Sum(t => t.Wire.Requests)} requests, {shop.Orders.Duplicates} orders taken twice, {clock.Elapsed.TotalSeconds:0.0} seconds."));
        Console.WriteLine(disappointments.Count == 0 ? "All as expected." : "Not as expected:");
        foreach (var disappointment in disappointments)
            Console.WriteLine("  " + disappointment);
        return disappointments.Count == 0 ? 0 : 1;

        async Task RunStretchesAsync()
        {
            await client.Status.GetAsync(); // the first call of a program is slow, and not what the table is about
            foreach (var stretch in new Stretches(client, shop).All)
            {
                board.Begin(stretch);
                var tally = new Tally(shop.Begin(stretch.Mood), tally => board.Update(stretch, tally));
                tallies.Add(tally);
                await stretch.RunAsync(tally);
                board.End(stretch, tally);
                disappointments.AddRange(tally.Disappointments.Select(what => $"The shop {stretch.TheShop}: {what}"));
            }
        }
    }
}
