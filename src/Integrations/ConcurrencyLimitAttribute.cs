namespace Integrations;

/// <summary>
/// How many calls may run at once. A call holds its place with all its attempts and the waits between them; one whose result is a stream until its
/// headers are there. A call that gets no place throws <see cref="ApiUnavailableException"/>.
/// </summary>
/// <remarks>With <see cref="PolicyAttribute.Operation"/> the operation has a limit of its own in place of the client's.</remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ConcurrencyLimitAttribute : PolicyAttribute
{
    /// <summary>A limit whose number is the client's or configuration's.</summary>
    public ConcurrencyLimitAttribute()
    {
    }

    /// <summary>A limit of so many calls.</summary>
    /// <param name="calls">How many calls at once; 1 to 1000000.</param>
    public ConcurrencyLimitAttribute(int calls) => Count = calls;

    internal bool? On { get; private set; }

    internal int? Count { get; private set; }

    internal int? Waiting { get; private set; }

    /// <summary>Whether there is a limit. Configuration: <c>ConcurrencyLimit:Enabled</c>.</summary>
    /// <value>Default: true.</value>
    public bool Enabled { get => On ?? true; set => On = value; }

    /// <summary>How many calls at once. Configuration: <c>ConcurrencyLimit:Calls</c>.</summary>
    /// <value>Default: 100. Range: 1 to 1000000.</value>
    public int Calls { get => Count ?? 100; set => Count = value; }

    /// <summary>How many calls may wait for a place at once, first come first served, each until its total timeout. Configuration: <c>ConcurrencyLimit:Queue</c>.</summary>
    /// <value>Default: 0, so that a call without a place fails at once. Range: 0 to 1000000.</value>
    public int Queue { get => Waiting ?? 0; set => Waiting = value; }
}
