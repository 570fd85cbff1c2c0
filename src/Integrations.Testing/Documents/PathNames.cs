using System.Text.RegularExpressions;

namespace Integrations.Testing.Documents;

/// <summary>The names of a path template's expressions, in order, each once.</summary>
internal sealed partial class PathNames(string path)
{
    /// <summary>The names.</summary>
    public IReadOnlyList<string> Names { get; } = [.. Expression().Matches(path.Split('#')[0]).Select(static m => m.Groups[1].Value).Distinct()];

    [GeneratedRegex(@"\{([^{}/]+)\}")]
    private static partial Regex Expression();
}
