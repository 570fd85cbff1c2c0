using Spectre.Console;

namespace QuickStart.Tour;

/// <summary>A table that is redrawn in its place.</summary>
internal sealed class LiveBoard : Board
{
    private readonly Table _table = new Table().HorizontalBorder().BorderColor(Color.Grey).Caption(Legend);
    private LiveDisplayContext? _display;

    public LiveBoard()
    {
        for (var i = 0; i < Heads.Length; i++)
        {
            _table.AddColumn(new TableColumn($"[bold]{Heads[i]}[/]")
            {
                Alignment = i == 0 ? Justify.Left : Justify.Right,
                Padding = new Padding(0, 0, i == Heads.Length - 1 ? 0 : 1, 0),
                NoWrap = true,
            });
        }
    }

    /// <inheritdoc/>
    public override Task ShowAsync(Func<Task> run) => AnsiConsole.Live(_table).StartAsync(display =>
    {
        _display = display;
        return run();
    });

    /// <inheritdoc/>
    public override void Begin(Stretch stretch)
    {
        _table.AddRow([stretch.TheShop.EscapeMarkup(), .. Enumerable.Repeat("", Heads.Length - 2), "[grey]...[/]"]);
        _display?.Refresh();
    }

    /// <inheritdoc/>
    public override void Update(Stretch stretch, Tally tally) => Draw(tally, "[grey]...[/]");

    /// <inheritdoc/>
    public override void End(Stretch stretch, Tally tally) => Draw(tally, tally.Disappointments.Count == 0 ? "[green]yes[/]" : "[red]no[/]");

    private void Draw(Tally tally, string verdict)
    {
        var row = _table.Rows.Count - 1;
        var numbers = Numbers(tally);
        for (var i = 0; i < numbers.Length; i++)
            _table.UpdateCell(row, i + 1, Coloured(Heads[i + 1], numbers[i]));
        _table.UpdateCell(row, Heads.Length - 1, verdict);
        _display?.Refresh();
    }

    private static string Coloured(string head, string number) => (head, number) switch
    {
        (_, "0") => "[grey]0[/]",
        ("Answered", _) => $"[green]{number}[/]",
        ("Failed", _) => $"[red]{number}[/]",
        ("Refused" or "Retries", _) => $"[yellow]{number}[/]",
        _ => number,
    };
}
