namespace QuickStart.Tour;

/// <summary>A line for each stretch when it is over, without colours or cursor movements.</summary>
internal sealed class PlainBoard : Board
{
    private static readonly int[] s_widths = [-10, -44, 5, 8, 6, 7, 11, 7, 6, 11];

    /// <inheritdoc/>
    public override Task ShowAsync(Func<Task> run)
    {
        Write(Heads);
        return run();
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
        Write([stretch.Name, stretch.Story, .. Numbers(tally), tally.Disappointments.Count == 0 ? "yes" : "NO"]);

    /// <summary>A negative width is one that is filled up on the right.</summary>
    private static void Write(string[] cells) =>
        Console.WriteLine(string.Join("  ", cells.Zip(s_widths, static (cell, width) => width < 0 ? cell.PadRight(-width) : cell.PadLeft(width))).TrimEnd());
}
