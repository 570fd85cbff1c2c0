using System.Globalization;

namespace QuickStart.Tour;

/// <summary>Shows the stretches as they go, in 80 columns.</summary>
internal abstract class Board
{
    /// <summary>What the columns mean.</summary>
    protected const string Legend = "Requests reached the shop; refused calls did not (circuit breaker open).";

    /// <summary>The heads of the columns.</summary>
    protected static readonly string[] Heads = ["The shop", "Calls", "Requests", "Retries", "Answered", "Failed", "Refused", "OK"];

    /// <summary>A table that is redrawn on a terminal; plain lines where the output goes to a file, a pipe or a build log.</summary>
    public static Board Create() => Console.IsOutputRedirected || IsSet("CI") || IsSet("NO_COLOR") || Environment.GetEnvironmentVariable("TERM") == "dumb"
        ? new PlainBoard()
        : new LiveBoard();

    /// <summary>Shows the board for as long as something runs.</summary>
    public abstract Task ShowAsync(Func<Task> run);

    /// <summary>A stretch begins.</summary>
    public abstract void Begin(Stretch stretch);

    /// <summary>Something happened in the stretch that began last.</summary>
    public abstract void Update(Stretch stretch, Tally tally);

    /// <summary>The stretch is over.</summary>
    public abstract void End(Stretch stretch, Tally tally);

    /// <summary>The numbers of a row: all columns but the first and the last one.</summary>
    protected static string[] Numbers(Tally tally) =>
        [.. new[] { tally.Calls, tally.Wire.Requests, tally.Wire.Retries, tally.Answered, tally.Failed, tally.Refused }
            .Select(static number => number.ToString(CultureInfo.InvariantCulture))];

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
