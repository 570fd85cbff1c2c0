namespace Integrations.OpenApi.Files;

/// <summary>Paths of files of a project, in one form: <c>/</c> as separator, no <c>.</c>, no inner <c>..</c>.</summary>
public static class FilePath
{
    /// <summary><c>.\specs\a.json</c> and <c>./specs//a.json</c> become <c>specs/a.json</c>; a leading <c>..</c> stays.</summary>
    public static string Normalize(string path)
    {
        path = path.Trim().Replace('\\', '/');
        if (path.IndexOf('.') < 0 && path.IndexOf("//", StringComparison.Ordinal) < 0) return path;
        var rooted = path.Length > 0 && path[0] == '/';
        var parts = new List<string>();
        foreach (var part in path.Split('/'))
        {
            if (part.Length == 0 || part == ".") continue;
            if (part == ".." && parts.Count > 0 && parts[parts.Count - 1] != "..") parts.RemoveAt(parts.Count - 1);
            else parts.Add(part);
        }

        return (rooted ? "/" : "") + string.Join("/", parts);
    }

    /// <summary>
    /// The file that a reference in another file means, or null where it is no relative path: an address, a drive, a share, a path from
    /// the root of a disk. Those are never followed, whatever the project has.
    /// </summary>
    /// <param name="from">The file that refers, relative to the project.</param>
    /// <param name="reference">The reference without its fragment, as written.</param>
    internal static string? Resolve(string from, string reference)
    {
        var path = (reference.IndexOf('%') < 0 ? reference : Uri.UnescapeDataString(reference)).Replace('\\', '/').Trim();
        if (path.Length == 0 || path[0] == '/' || HasScheme(path)) return null;
        var folder = from.LastIndexOf('/');
        return Normalize(folder < 0 ? path : from.Substring(0, folder + 1) + path);
    }

    // `C:` is a scheme too.
    private static bool HasScheme(string path)
    {
        var colon = path.IndexOf(':');
        if (colon <= 0) return false;
        for (var i = 0; i < colon; i++)
            if (!char.IsLetterOrDigit(path[i]) && path[i] is not ('+' or '-' or '.')) return false;
        return true;
    }
}
