using System.Globalization;

namespace QuickStart.Tour;

/// <summary>Shows the stretches as they go.</summary>
internal abstract class Board
{
    /// <summary>The heads of the columns.</summary>
    protected static readonly string[] Heads = ["Stretch", "The shop", "Calls", "Answered", "Failed", "Refused", "On the wire", "Retries", "Time", "As expected"];

    /// <summary>A table that is redrawn on a terminal; plain lines where the output goes to a file, a pipe or a build log.</summary>
    public static Board Create() => Console.IsOutputRedirected || IsSet("CI") || IsSet("NO_COLOR") || Environment.GetEnvironmentVariable("TERM") == "dumb"
        ? new PlainBoard()
        : new LiveBoard();

    /// <summary>Shows the board for as long as something runs.</summary>
    public abstract Task ShowAsync(Func<Task> run);

    /// <summary>A stretch begins.</summary>
    public abstract void Begin(Stretch stretch);

    /// <summary>Something happened in the stretch that runs.</summary>
    public abstract void Update(Stretch stretch, Tally tally);

    /// <summary>A stretch is over.</summary>
    public abstract void End(Stretch stretch, Tally tally);

    /// <summary>The numbers of a row: all columns but the first two and the last one.</summary>
    protected static string[] Numbers(Tally tally) =>
    [
        Text(tally.Calls), Text(tally.Answered), Text(tally.Failed), Text(tally.Refused), Text(tally.Wire.Attempts), Text(tally.Wire.Retries),
        tally.Elapsed.TotalSeconds.ToString("0.0 s", CultureInfo.InvariantCulture),
    ];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
