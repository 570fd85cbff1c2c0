using System.ComponentModel;

namespace Integrations.Http;

/// <summary>What a method that follows a link takes from an answer. What emitted code calls.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public static class LinkValue
{
    /// <summary>A value that the target of a link cannot do without.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="path">Where it stands in the answer.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">The answer does not have it.</exception>
    public static T Of<T>(T? value, string path)
        where T : class => value ?? throw Missing(path);

    /// <inheritdoc cref="Of{T}(T, string)"/>
    public static T Of<T>(T? value, string path)
        where T : struct => value ?? throw Missing(path);

    private static ArgumentException Missing(string path) =>
        new($"The answer has no '{path}', without which this link cannot be followed.");
}
