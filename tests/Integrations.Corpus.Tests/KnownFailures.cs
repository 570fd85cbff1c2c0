namespace Integrations.Corpus.Tests;

/// <summary>What fails because the document itself is wrong, with the place where it is. Nothing stands here for a fault of ours.</summary>
internal static class KnownFailures
{
    /// <summary>Documents that cannot become a whole client.</summary>
    public static IReadOnlyDictionary<string, string> Documents { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Operations that cannot be called as their document says.</summary>
    public static IReadOnlyDictionary<string, string> Calls { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
