using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Integrations.Generators.Models;

namespace Integrations.Generators.Emission;

/// <summary>Hint names of client files: ASCII, the same in every run, unique ignoring case.</summary>
internal static class ClientHints
{
    private const string Ending = ".g.cs";

    /// <summary>The full names that differ from another only in case: their files get a hash.</summary>
    public static EquatableArray<string> Alike(ImmutableArray<ClientDeclaration> declarations) => Alike(declarations.Select(static d => d.FullName));

    /// <inheritdoc cref="Alike(ImmutableArray{ClientDeclaration})"/>
    public static EquatableArray<string> Alike(IEnumerable<string> fullNames)
    {
        var groups = new SortedDictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var fullName in fullNames)
        {
            if (!groups.TryGetValue(fullName, out var names))
                groups.Add(fullName, names = []);
            if (!names.Contains(fullName))
                names.Add(fullName);
        }
        var alike = new List<string>();
        foreach (var group in groups)
        {
            if (group.Value.Count > 1)
                alike.AddRange(group.Value);
        }
        alike.Sort(StringComparer.Ordinal);
        return EquatableArray.From(alike);
    }

    /// <summary>The hint name of a client: its full name, what is not ASCII as its code.</summary>
    public static string Of(string fullName, EquatableArray<string> alike)
    {
        var text = new StringBuilder("Client.", fullName.Length + 16);
        foreach (var c in fullName)
        {
            if (c is '.' or '_' or (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z'))
                text.Append(c);
            else
                text.Append('-').Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }
        var hint = text.Append(Ending).ToString();
        foreach (var name in alike)
        {
            if (string.Equals(name, fullName, StringComparison.Ordinal))
                return WithHash(hint, fullName);
        }
        return hint;
    }

    /// <summary>A hint name made different from one that looks the same, by a hash of what tells them apart.</summary>
    public static string WithHash(string hint, string distinct)
    {
        // FNV-1a: string.GetHashCode differs from run to run.
        var hash = 2166136261u;
        foreach (var c in distinct)
            hash = unchecked((hash ^ c) * 16777619u);
        var stem = hint.EndsWith(Ending, StringComparison.Ordinal) ? hint.Substring(0, hint.Length - Ending.Length) : hint;
        return stem + "-" + hash.ToString("x8", CultureInfo.InvariantCulture) + Ending;
    }
}
