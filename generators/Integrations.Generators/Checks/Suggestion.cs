using Integrations.Generators.Documents;

namespace Integrations.Generators.Checks;

/// <summary>What somebody may have meant, as the part of a message.</summary>
internal static class Suggestion
{
    private const int Most = 3;

    /// <summary><c> (did you mean 'a' or 'b'?)</c>, or empty.</summary>
    public static string Of(IReadOnlyList<string> names)
    {
        if (names.Count == 0)
            return "";
        var quoted = new string[Math.Min(Most, names.Count)];
        for (var i = 0; i < quoted.Length; i++)
            quoted[i] = "'" + names[i] + "'";
        return " (did you mean " + string.Join(" or ", quoted) + "?)";
    }

    /// <summary>The documents of the project that may have been meant.</summary>
    public static List<string> NearestDocuments(string written, IReadOnlyList<ProjectFile> files)
    {
        var paths = new List<string>();
        foreach (var file in files)
        {
            if (IsDocument(file.RelativePath))
                paths.Add(file.RelativePath);
        }
        return Nearest(written, paths);
    }

    /// <summary>The names that differ little from what was written, the nearest first.</summary>
    public static List<string> Nearest(string written, IEnumerable<string> names)
    {
        var near = new List<KeyValuePair<int, string>>();
        foreach (var name in names)
        {
            var distance = SameFile(written, name) ? 0 : Distance(written.ToUpperInvariant(), name.ToUpperInvariant());
            if (distance <= Math.Max(3, written.Length / 3))
                near.Add(new KeyValuePair<int, string>(distance, name));
        }
        near.Sort(static (left, right) => left.Key != right.Key ? left.Key.CompareTo(right.Key) : string.CompareOrdinal(left.Value, right.Value));
        var result = new List<string>();
        foreach (var pair in near)
        {
            if (result.Count < Most && !result.Contains(pair.Value))
                result.Add(pair.Value);
        }
        return result;
    }

    private static bool IsDocument(string path) =>
        path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    // The right name in the wrong folder is the commonest mistake, however far apart the folders are.
    private static bool SameFile(string left, string right) =>
        string.Equals(left.Substring(left.LastIndexOf('/') + 1), right.Substring(right.LastIndexOf('/') + 1), StringComparison.OrdinalIgnoreCase);

    /// <summary>How many letters must be changed, added or removed to make one of the other.</summary>
    public static int Distance(string left, string right)
    {
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
            previous[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
            (previous, current) = (current, previous);
        }
        return previous[right.Length];
    }
}
