namespace Integrations.Http;

/// <summary>Makes addresses from text that is escaped already, so that nothing resolves or unescapes it on the way to the wire.</summary>
internal static class RequestUri
{
    private static readonly UriCreationOptions s_asWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public static Uri Create(string text) => new(text, s_asWritten);

    public static bool SameOrigin(Uri left, Uri right) =>
        left.Port == right.Port
        && left.Scheme == right.Scheme
        && left.IdnHost.Equals(right.IdnHost, StringComparison.OrdinalIgnoreCase);
}
