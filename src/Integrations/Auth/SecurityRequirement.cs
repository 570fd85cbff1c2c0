namespace Integrations.Auth;

/// <summary>
/// What a document says that an operation needs, as descriptors have it: <c>oauth read write + key | basic</c> is the scheme <c>oauth</c> with two scopes
/// and <c>key</c>, or <c>basic</c>. An empty alternative is none at all.
/// </summary>
internal static class SecurityRequirement
{
    /// <summary>The alternatives, each with all that it takes.</summary>
    public static IReadOnlyList<IReadOnlyList<SchemeUse>> Parse(string text)
    {
        var alternatives = new List<IReadOnlyList<SchemeUse>>();
        foreach (var alternative in text.Split(" | "))
        {
            var uses = new List<SchemeUse>();
            foreach (var use in alternative.Split(" + ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                var words = use.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                uses.Add(new SchemeUse(words[0], words[1..]));
            }
            alternatives.Add(uses);
        }
        return alternatives;
    }
}

/// <summary>A scheme that an operation needs.</summary>
/// <param name="Scheme">Its name.</param>
/// <param name="Scopes">The scopes that the operation needs.</param>
internal sealed record SchemeUse(string Scheme, IReadOnlyList<string> Scopes);
