namespace Integrations.OpenApi.Text;

/// <summary>JSON pointers (RFC 6901) in the fragment of a URI.</summary>
internal static class LocalPointer
{
    public static string Escape(string name) =>
        name.IndexOf('~') < 0 && name.IndexOf('/') < 0 ? name : name.Replace("~", "~0").Replace("/", "~1");

    public static string Unescape(string segment) =>
        segment.IndexOf('~') < 0 ? segment : segment.Replace("~1", "/").Replace("~0", "~");

    /// <summary>
    /// The one spelling of a local pointer, <c>#/a/b~1c</c>: percent-encoding is undone, so that two ways to write a reference are
    /// one key.
    /// </summary>
    public static string Canonical(string reference)
    {
        if (reference.IndexOf('%') < 0) return reference;
        return Uri.UnescapeDataString(reference);
    }

    /// <summary>The decoded names of a canonical pointer.</summary>
    public static string[] Segments(string canonical)
    {
        var parts = canonical.Substring(2).Split('/');
        for (var i = 0; i < parts.Length; i++) parts[i] = Unescape(parts[i]);
        return parts;
    }
}
