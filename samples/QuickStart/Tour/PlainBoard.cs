namespace QuickStart.Tour;

/// <summary>A line for each stretch when it is over, without colours or cursor movements.</summary>
internal sealed class PlainBoard : Board
{
    private const int FirstWidth = 18;

    /// <inheritdoc/>
    public override async Task ShowAsync(Func<Task> run)
    {
        Write(Heads);
        await run();
        Console.WriteLine(Legend);
    }

    /// <inheritdoc/>
    public override void Begin(Stretch stretch)
    {
    }

    /// <inheritdoc/>
    public override void Update(Stretch stretch, Tally tally)
    {
    }

    /// <inheritdoc/>
    public override void End(Stretch stretch, Tally tally) =>
        Write([stretch.TheShop, .. Numbers(tally), tally.Disappointments.Count == 0 ? "yes" : "NO"]);

    private static void Write(string[] cells) => Console.WriteLine(string.Join(
        "  ",
        cells.Select(static (cell, i) => i == 0 ? cell.PadRight(FirstWidth) : cell.PadLeft(Math.Max(Heads[i].Length, 3)))));
}
