using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql;

/// <summary>Holds the names of migrations against each other: their order must be the one that everybody means.</summary>
internal static class MigrationOrder
{
    /// <summary>Two files of one version; numbers whose order as names is another than as numbers.</summary>
    /// <param name="files">The files, in order.</param>
    /// <param name="isSqlite">Whose they are.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static void Check(List<SqlFileModel> files, bool isSqlite, List<MigrationProblem> problems)
    {
        var names = files.Select(MigrationFiles.NameOf).ToList();
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < files.Count; i++)
        {
            var version = Key(MigrationFiles.VersionOf(names[i]));
            if (seen.TryGetValue(version, out var earlier))
                Report(files[i], names[i], $"has the version of '{earlier}'; give it one of its own");
            else
                seen.Add(version, names[i]);
            if (i > 0 && Key(MigrationFiles.VersionOf(names[i - 1])) is var before && IsNumber(version) && IsNumber(before) && Compare(version, before) < 0)
                Report(files[i], names[i], $"comes after '{names[i - 1]}' in the order of names, although its number is smaller; give all numbers the same count of digits");
        }

        void Report(SqlFileModel file, string name, string what) =>
            problems.Add(new MigrationProblem(SqlDescriptors.Migration.Id, isSqlite, new PlaceModel(file.Path, 0, 0, 0, 0, 0, 0), new([name, what])));
    }

    private static string Key(string version) => IsNumber(version) ? version.TrimStart('0') is { Length: > 0 } number ? number : "0" : version;

    private static bool IsNumber(string version) => version.All(static c => c is >= '0' and <= '9');

    private static int Compare(string left, string right) => left.Length != right.Length ? left.Length.CompareTo(right.Length) : string.CompareOrdinal(left, right);
}
