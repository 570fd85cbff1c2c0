using System.ComponentModel;

namespace Integrations;

/// <summary>A variable of the servers that a document names.</summary>
/// <param name="name">Its name.</param>
/// <param name="default">Its default; empty where there is none, so that configuration must say it.</param>
/// <param name="values">What it may be; none for anything.</param>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public sealed class ServerVariable(string name, string @default, params string[] values)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Its default; empty where there is none.</summary>
    public string Default { get; } = @default;

    /// <summary>What it may be; empty for anything.</summary>
    public IReadOnlyList<string> Values { get; } = values;
}
