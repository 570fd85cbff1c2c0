namespace Integrations;

/// <summary>A required call of <see cref="ParallelCalls"/> failed. The inner exception is its error.</summary>
public sealed class ParallelCallsException : Exception
{
    internal ParallelCallsException(string? call, Exception error, IReadOnlyDictionary<string, Exception> undoErrors, IReadOnlyList<string> unknown)
        : base(Text(call, undoErrors, unknown), error) => (Call, UndoErrors, Unknown) = (call, undoErrors, unknown);

    /// <summary>The name of the call that failed first; null where the caller cancelled.</summary>
    public string? Call { get; }

    /// <summary>What failed when it was undone, by the call's name: it needs looking after.</summary>
    public IReadOnlyDictionary<string, Exception> UndoErrors { get; }

    /// <summary>Calls that can be undone and were cut off on their way: they may or may not have acted.</summary>
    public IReadOnlyList<string> Unknown { get; }

    private static string Text(string? call, IReadOnlyDictionary<string, Exception> undoErrors, IReadOnlyList<string> unknown) =>
        (call is null ? "The calls were cancelled" : $"The required call '{call}' failed")
        + (undoErrors.Count > 0 ? $"; not undone: {string.Join(", ", undoErrors.Keys)}" : "")
        + (unknown.Count > 0 ? $"; not known whether done: {string.Join(", ", unknown)}" : "")
        + ".";
}
