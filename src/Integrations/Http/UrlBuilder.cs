using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Integrations.Http;

/// <summary>
/// Builds path and query of a request, escaping every value. Nothing may come between its construction and
/// <see cref="ApiRequest(OperationDescriptor, ref UrlBuilder)"/> but its own methods. What emitted code calls.
/// </summary>
public ref partial struct UrlBuilder
{
    private char[] _buffer;
    private int _length;
    private bool _hasQuery;

    /// <summary>Begins with a part of the path that is the document's own, already escaped.</summary>
    /// <param name="path">The part, which begins with <c>/</c>.</param>
    public UrlBuilder(string path)
    {
        _buffer = UrlBuffer.Rent();
        _length = 0;
        Literal(path);
    }

    /// <summary>Appends a part that is the document's own, already escaped.</summary>
    /// <param name="text">The part; some documents write fixed query parameters into their paths.</param>
    public void Literal(string text)
    {
        Raw(text);
        _hasQuery |= text.Contains('?');
    }

    internal char[] Take(out int length)
    {
        var buffer = _buffer ?? throw new InvalidOperationException("A UrlBuilder is for one request.");
        if (DotSegments.InPath(buffer.AsSpan(0, _length)))
        {
            throw new ArgumentException("The values of the path give a segment '.' or '..'.");
        }
        length = _length;
        _buffer = null!;
        return buffer;
    }

    /// <summary>Begins a query parameter: the separator, the name and <c>=</c>.</summary>
    private void Name(string escapedName)
    {
        Separator();
        Raw(escapedName);
        Raw('=');
    }

    private void Separator()
    {
        Raw(_hasQuery ? '&' : '?');
        _hasQuery = true;
    }

    private void Raw(char value)
    {
        if (_length == _buffer.Length)
        {
            Grow(1);
        }
        _buffer[_length++] = value;
    }

    private void Raw(scoped ReadOnlySpan<char> text)
    {
        if (text.Length > _buffer.Length - _length)
        {
            Grow(text.Length);
        }
        text.CopyTo(_buffer.AsSpan(_length));
        _length += text.Length;
    }

    private void Escaped(scoped ReadOnlySpan<char> text, bool allowReserved = false)
    {
        while (true)
        {
            var plain = UrlEscape.PlainLength(text, allowReserved);
            Raw(text[..plain]);
            if (plain == text.Length)
            {
                return;
            }
            text = text[plain..];
            if (allowReserved && UrlEscape.StartsWithTriplet(text))
            {
                Raw(text[..3]);
                text = text[3..];
                continue;
            }
            if (_buffer.Length - _length < 12)
            {
                Grow(12);
            }
            text = text[UrlEscape.EscapeFirst(text, _buffer.AsSpan(_length), out var written)..];
            _length += written;
        }
    }

    /// <summary>Appends what formats itself into unreserved characters only.</summary>
    private void Plain<T>(T value, ReadOnlySpan<char> format = default)
        where T : struct, ISpanFormattable
    {
        int written;
        while (!value.TryFormat(_buffer.AsSpan(_length), out written, format, CultureInfo.InvariantCulture))
        {
            Grow(32);
        }
        _length += written;
    }

    /// <summary>Appends what formats itself into at most 64 characters, some of which need an escape (<c>+</c>, <c>:</c>).</summary>
    private void Formatted<T>(T value, ReadOnlySpan<char> format = default)
        where T : struct, ISpanFormattable
    {
        Span<char> text = stackalloc char[64];
        value.TryFormat(text, out var written, format, CultureInfo.InvariantCulture);
        Escaped(text[..written]);
    }

    private void Grow(int needed)
    {
        var larger = new char[Math.Max(_buffer.Length * 2, checked(_length + needed))];
        _buffer.AsSpan(0, _length).CopyTo(larger);
        _buffer = larger;
    }

    [DoesNotReturn]
    private static void ThrowEmpty(string name) =>
        throw new ArgumentException("A value of the path must not be empty: the address would be another one.", name);

    [DoesNotReturn]
    private static void ThrowDotSegment(string name) =>
        throw new ArgumentException("A value of the path must not be or contain a segment '.' or '..': the address would be another one.", name);
}
