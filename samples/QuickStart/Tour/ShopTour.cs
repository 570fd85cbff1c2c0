using System.Diagnostics;
using System.Globalization;
using QuickStart.MisbehavingShop;
using QuickStart.Notebook;

namespace QuickStart.Tour;

/// <summary>Leads the client through every mood of the shop, and says whether all went as expected.</summary>
internal sealed class ShopTour(ShopClient client, ShopServer shop, TourNotebook notebook)
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
        var startedAt = TimeProvider.System.GetUtcNow();
        await WithNotebookAsync(notebook.OpenAsync);
        Console.WriteLine();
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

        var (calls, requests, asExpected) = (tallies.Sum(t => t.Calls), tallies.Sum(t => t.Wire.Requests), disappointments.Count == 0);
        Console.WriteLine();
        await WithNotebookAsync(() => notebook.KeepAsync(new TourRun(Guid.NewGuid(), startedAt, calls, requests, asExpected)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{calls} calls, {requests} requests, {shop.Orders.Duplicates} orders taken twice, {clock.Elapsed.TotalSeconds:0.0} seconds."));
        Console.WriteLine(disappointments.Count == 0 ? "All as expected." : "Not as expected:");
        foreach (var disappointment in disappointments)
            Console.WriteLine("  " + disappointment);
        return disappointments.Count == 0 ? 0 : 1;

        async Task WithNotebookAsync(Func<Task<string>> work)
        {
            try
            {
                Console.WriteLine(await work());
            }
            catch (SqlException exception)
            {
                disappointments.Add("The notebook is at hand: " + exception.Message);
            }
        }

        async Task RunStretchesAsync()
        {
            await client.Status.GetAsync(); // the first call of a program is slow, and not what the table is about
            foreach (var stretch in new Stretches(client, shop).All)
            {
                board.Begin(stretch);
                var tally = new Tally(shop.Begin(stretch.Mood), notebook, tally => board.Update(stretch, tally));
                tallies.Add(tally);
                await stretch.RunAsync(tally);
                board.End(stretch, tally);
                disappointments.AddRange(tally.Disappointments.Select(what => $"The shop {stretch.TheShop}: {what}"));
            }
        }
    }
}
