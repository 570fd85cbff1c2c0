using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;

namespace Integrations;

/// <summary>The headers of an answer, the content's included, as they were received.</summary>
public readonly partial struct ApiHeaders : IEnumerable<KeyValuePair<string, string>>
{
    private readonly HttpResponseHeaders? _response;
    private readonly HttpContentHeaders? _content;

    internal ApiHeaders(HttpResponseMessage response)
    {
        _response = response.Headers;
        _content = response.Content.Headers;
    }

    /// <summary>The value of a header (several values joined by <c>", "</c>), or null.</summary>
    /// <param name="name">The name; case does not matter.</param>
    public string? this[string name] => TryGetValue(name, out var value) ? value : null;

    /// <summary>Looks for a header.</summary>
    /// <param name="name">The name; case does not matter.</param>
    /// <param name="value">Its value; several values are joined by <c>", "</c>.</param>
    /// <returns>Whether it was received.</returns>
    public bool TryGetValue(string name, [NotNullWhen(true)] out string? value)
    {
        if ((_response is not null && _response.NonValidated.TryGetValues(name, out var values))
            || (_content is not null && _content.NonValidated.TryGetValues(name, out values)))
        {
            value = values.ToString();
            return true;
        }
        value = null;
        return false;
    }

    /// <summary>Every value of a header, one by one as received (such as <c>Set-Cookie</c>).</summary>
    /// <param name="name">The name; case does not matter.</param>
    /// <returns>The values; none where it was not received.</returns>
    public IEnumerable<string> GetValues(string name) =>
        (_response is not null && _response.NonValidated.TryGetValues(name, out var values))
        || (_content is not null && _content.NonValidated.TryGetValues(name, out values))
            ? [.. values]
            : [];

    /// <summary>Every header with its values joined.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
    {
        if (_response is not null)
        {
            foreach (var (name, values) in _response.NonValidated)
            {
                yield return new(name, values.ToString());
            }
        }
        if (_content is not null)
        {
            foreach (var (name, values) in _content.NonValidated)
            {
                yield return new(name, values.ToString());
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
