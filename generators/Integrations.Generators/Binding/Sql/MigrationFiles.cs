using Integrations.Generators.Documents;
using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql;

/// <summary>Which files are the migrations of an engine, and in which order.</summary>
internal static class MigrationFiles
{
    /// <summary>The files of a pattern in the ordinal order of their names. A file that both patterns mean is the one's that says more of its name.</summary>
    /// <param name="pattern">The engine's pattern.</param>
    /// <param name="other">The other engine's; null where there is none of its own.</param>
    /// <param name="files">The <c>.sql</c> files of the project.</param>
    public static List<SqlFileModel> Find(string pattern, string? other, EquatableArray<SqlFileModel> files)
    {
        pattern = DocumentPath.Normalize(pattern.Trim());
        other = other is null ? null : DocumentPath.Normalize(other.Trim());
        if (other == pattern)
            other = null;
        var found = new List<SqlFileModel>();
        foreach (var file in files)
        {
            if (Matches(file.RelativePath, pattern)
                && !(other is not null && Said(other) > Said(pattern) && Matches(file.RelativePath, other))
                && !found.Any(f => string.Equals(f.Path, file.Path, StringComparison.Ordinal)))
            {
                found.Add(file);
            }
        }
        found.Sort(static (left, right) => string.CompareOrdinal(NameOf(left), NameOf(right)) is var order and not 0 ? order : string.CompareOrdinal(left.Path, right.Path));
        return found;
    }

    /// <summary>The name of a file without its folder.</summary>
    public static string NameOf(SqlFileModel file) => file.RelativePath.Substring(file.RelativePath.LastIndexOf('/') + 1);

    /// <summary>The part of a name before the first <c>_</c> or <c>-</c>, else all of it.</summary>
    public static string VersionOf(string name)
    {
        var stem = name.Substring(0, name.Length - ".sql".Length);
        var end = stem.IndexOfAny(['_', '-']);
        return end <= 0 ? stem : stem.Substring(0, end);
    }

    private static int Said(string pattern) => pattern.Count(static c => c != '*');

    private static bool Matches(string path, string pattern)
    {
        var folder = pattern.LastIndexOf('/') + 1;
        return path.LastIndexOf('/') + 1 == folder && string.CompareOrdinal(path, 0, pattern, 0, folder) == 0 && MatchesName(path, folder, pattern, folder);
    }

    // Where a part does not fit, the last * takes one more character: never more than the product of both lengths.
    private static bool MatchesName(string name, int at, string pattern, int next)
    {
        var (star, from) = (-1, 0);
        while (at < name.Length)
        {
            if (next < pattern.Length && pattern[next] == '*')
            {
                (star, from) = (next++, at);
            }
            else if (next < pattern.Length && pattern[next] == name[at])
            {
                next++;
                at++;
            }
            else if (star >= 0)
            {
                next = star + 1;
                at = ++from;
            }
            else
            {
                return false;
            }
        }
        while (next < pattern.Length && pattern[next] == '*')
            next++;
        return next == pattern.Length;
    }
}
