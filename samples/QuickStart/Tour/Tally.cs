using QuickStart.MisbehavingShop;
using QuickStart.Notebook;

namespace QuickStart.Tour;

/// <summary>Counts what becomes of the calls of one stretch, as a caller sees them.</summary>
internal sealed class Tally(WireLog wire, TourNotebook notebook, Action<Tally> changed)
{
    private readonly Lock _lock = new();
    private readonly List<string> _disappointments = [];

    /// <summary>What arrived at the shop.</summary>
    public WireLog Wire => wire;

    /// <summary>Calls that the program made.</summary>
    public int Calls { get; private set; }

    /// <summary>Calls that the shop answered, be it with an error that its document states.</summary>
    public int Answered { get; private set; }

    /// <summary>Calls that were given up after all that may be tried.</summary>
    public int Failed { get; private set; }

    /// <summary>Calls that the circuit breaker refused at once.</summary>
    public int Refused { get; private set; }

    /// <summary>The expectations that were not met.</summary>
    public IReadOnlyList<string> Disappointments => _disappointments;

    /// <summary>Makes a call and counts what becomes of it.</summary>
    /// <returns>What it gave; null where it gave nothing.</returns>
    public async Task<T?> CallAsync<T>(Func<Task<T>> call) where T : class
    {
        T? value = null;
        await CallAsync(async () => { value = await call(); });
        notebook.Note(value);
        return value;
    }

    /// <inheritdoc cref="CallAsync{T}"/>
    public async Task CallAsync(Func<Task> call)
    {
        Count(() => Calls++);
        try
        {
            await call();
            Count(() => Answered++);
        }
        catch (ApiUnavailableException)
        {
            Count(() => Refused++);
        }
        catch (IntegrationException)
        {
            Count(() => Failed++);
        }
    }

    /// <summary>Remembers what should have been and was not.</summary>
    public void Expect(string what, bool met)
    {
        if (!met)
            _disappointments.Add($"{what} ({Calls} calls, {wire.Requests} requests, {wire.Retries} retries, {Answered} answered, {Failed} failed, {Refused} refused)");
    }

    private void Count(Action add)
    {
        lock (_lock)
        {
            add();
            changed(this);
        }
    }
}
