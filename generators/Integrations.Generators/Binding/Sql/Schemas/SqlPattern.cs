namespace Integrations.Generators.Binding.Sql.Schemas;

/// <summary>Patterns of files: <c>*</c> stands for any part of a name, <c>**</c> for any folders.</summary>
internal static class SqlPattern
{
    /// <summary>Whether a path fits a pattern.</summary>
    public static bool IsMatch(string pattern, string path)
    {
        var (p, i) = (0, 0);
        // Where the last star stood, and how far it reaches: going back to it is all that is ever needed.
        var (star, reach, isDeep) = (-1, 0, false);
        while (i < path.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                isDeep = p + 1 < pattern.Length && pattern[p + 1] == '*';
                p += isDeep ? 2 : 1;
                if (isDeep && p < pattern.Length && pattern[p] == '/')
                    p++;
                (star, reach) = (p, i);
            }
            else if (p < pattern.Length && (pattern[p] == path[i] || (pattern[p] == '?' && path[i] != '/')))
            {
                p++;
                i++;
            }
            else if (star >= 0 && (isDeep || path[reach] != '/'))
            {
                (p, i) = (star, ++reach);
            }
            else
            {
                return false;
            }
        }
        while (p < pattern.Length && pattern[p] == '*')
            p++;
        return p == pattern.Length;
    }
}
