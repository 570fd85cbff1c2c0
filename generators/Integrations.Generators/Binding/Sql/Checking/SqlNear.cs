namespace Integrations.Generators.Binding.Sql.Checking;

/// <summary>What a misspelt name may have meant.</summary>
internal static class SqlNear
{
    /// <summary>What a message says of names: the nearest, else the first few.</summary>
    public static string Hint(string name, IEnumerable<string> names)
    {
        var all = names.Distinct().OrderBy(static n => n, StringComparer.Ordinal).ToList();
        var nearest = all.Select(n => (Name: n, Distance: Distance(name, n))).Where(p => p.Distance <= Math.Max(1, name.Length / 3)).OrderBy(static p => p.Distance).FirstOrDefault().Name;
        if (nearest is not null)
            return $"; did you mean '{nearest}'?";
        return all.Count == 0 ? "" : $"; there are {string.Join(", ", all.Take(12))}{(all.Count > 12 ? ", ..." : "")}";
    }

    private static int Distance(string left, string right)
    {
        // Names of tables and columns are short; others cannot be near.
        if (left.Length > 64 || right.Length > 64)
            return int.MaxValue;
        var row = new int[right.Length + 1];
        for (var j = 0; j < row.Length; j++)
            row[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var next = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], next);
            }
        }
        return row[right.Length];
    }
}
