using System.Buffers;

namespace Integrations.Http;

/// <summary>
/// What may be a header (RFC 9110, section 5.6.2 and 5.5): our own check, before anything is written. System.Net.Http's refuses legal values,
/// and without it writes CR and LF to the wire.
/// </summary>
internal static class HeaderRules
{
    private static readonly SearchValues<char> s_token =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    // RFC 6265, section 4.1.1: cookie-octet.
    private static readonly SearchValues<char> s_cookie =
        SearchValues.Create("!#$&'()*+-./0123456789:<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    public static bool IsToken(string name) => name.Length > 0 && !name.AsSpan().ContainsAnyExcept(s_token);

    public static bool IsValue(string value) => !value.AsSpan().ContainsAny('\r', '\n', '\0');

    /// <exception cref="ArgumentException">The name is no token, or the value has CR, LF or NUL. The message does not say the value.</exception>
    public static void Check(string name, string value)
    {
        if (!IsToken(name))
        {
            throw new ArgumentException("A header's name must be a token (RFC 9110, section 5.6.2).", nameof(name));
        }
        if (!IsValue(value))
        {
            throw new ArgumentException($"The value of the header '{name}' must not contain CR, LF or NUL.", nameof(value));
        }
    }

    /// <summary>A cookie's pair; what is no cookie-octet is percent-encoded.</summary>
    public static string Cookie(string name, string value)
    {
        if (!IsToken(name))
        {
            throw new ArgumentException("A cookie's name must be a token (RFC 6265, section 4.1.1).", nameof(name));
        }
        return name + "=" + (value.AsSpan().ContainsAnyExcept(s_cookie) ? Uri.EscapeDataString(value) : value);
    }
}
