using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Integrations.Json;

/// <summary>
/// Reads JSON text (RFC 8259) that lies in one piece in memory. The reader always stands at the first byte of a value, and each
/// method that reads leaves it after the value; <see cref="Next"/> and <see cref="NextItem"/> move it to the next one.
/// <para>
/// Text that is malformed, nested more than 64 levels deep, or not what the method asks for is refused with a
/// <see cref="JsonException"/> that gives the path, the line and the position, and never any of the text's values. Bytes of a string that
/// are not UTF-8, and escaped surrogates without a partner, are read as U+FFFD: one broken character in a vendor's text does not
/// lose the response.
/// </para>
/// </summary>
public ref partial struct JsonReader
{
    internal const int MaxDepth = 64;

    private readonly ReadOnlySpan<byte> _data;
    private int _position;
    private int _depth;
    private int _nameStart; // of the property just read: the byte after its opening quote
    private int _trying;    // how many TryModel/TryValue calls are under way: their failures need no path
    private JsonShape? _shape;

    /// <summary>Starts at the first value of the text.</summary>
    /// <param name="utf8">The whole JSON text in UTF-8, without a byte order mark.</param>
    public JsonReader(ReadOnlySpan<byte> utf8)
    {
        _data = utf8;
        _position = SkipWhitespace(0);
    }

    /// <summary>The kind of the value that the reader stands before, judged by its first byte; <see cref="JsonValueKind.Undefined"/> where no value starts.</summary>
    /// <returns>The kind.</returns>
    public readonly JsonValueKind Peek()
    {
        if ((uint)_position >= (uint)_data.Length)
        {
            return JsonValueKind.Undefined;
        }
        return _data[_position] switch
        {
            (byte)'"' => JsonValueKind.String,
            (byte)'{' => JsonValueKind.Object,
            (byte)'[' => JsonValueKind.Array,
            (byte)'t' => JsonValueKind.True,
            (byte)'f' => JsonValueKind.False,
            (byte)'n' => JsonValueKind.Null,
            (byte)'-' or (>= (byte)'0' and <= (byte)'9') => JsonValueKind.Number,
            _ => JsonValueKind.Undefined,
        };
    }

    /// <summary>Reads <c>null</c>.</summary>
    /// <exception cref="JsonException">The value is not <c>null</c>.</exception>
    public void Null()
    {
        if (!TryNull())
        {
            ThrowExpected("null");
        }
    }

    /// <summary>Reads <c>null</c> if the reader stands before it.</summary>
    /// <returns>Whether it was <c>null</c>; otherwise nothing is read.</returns>
    /// <exception cref="JsonException">The text is malformed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryNull()
    {
        if ((uint)_position < (uint)_data.Length && _data[_position] == (byte)'n')
        {
            Literal("null"u8);
            return true;
        }
        return false;
    }

    /// <summary>Checks that nothing but white space follows.</summary>
    /// <exception cref="JsonException">Something follows.</exception>
    public void End()
    {
        _position = SkipWhitespace(_position);
        if (_position < _data.Length)
        {
            Throw(_position, "there is text after the end of the value");
        }
    }

    private void Literal(ReadOnlySpan<byte> literal)
    {
        if (!_data[_position..].StartsWith(literal))
        {
            Throw(_position, "a literal is malformed");
        }
        _position += literal.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int SkipWhitespace(int position)
    {
        // Compact text has none: one comparison, and out.
        if ((uint)position < (uint)_data.Length && _data[position] > ' ')
        {
            return position;
        }
        return SkipWhitespaceSlow(position);
    }

    private readonly int SkipWhitespaceSlow(int position)
    {
        var data = _data;
        while ((uint)position < (uint)data.Length && data[position] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            position++;
        }
        return position;
    }

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void ThrowExpected(string expected) => Throw(_position, $"expected {expected}, found {Found(_position)}");

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void Throw(int position, string problem, bool wholeObject = false) =>
        throw JsonError.Create(_data, position, problem, _shape?.Model, wholeObject, withPath: _trying == 0);

    // What stands there, by its kind alone: the value may be a secret.
    private readonly string Found(int position)
    {
        if ((uint)position >= (uint)_data.Length)
        {
            return "the end of the text";
        }
        return _data[position] switch
        {
            (byte)'"' => "a string",
            (byte)'{' => "an object",
            (byte)'[' => "an array",
            (byte)'t' or (byte)'f' => "a boolean",
            (byte)'n' => "null",
            (byte)'-' or (>= (byte)'0' and <= (byte)'9') => "a number",
            (byte)'}' => "the end of an object",
            (byte)']' => "the end of an array",
            (byte)',' => "a comma",
            _ => "what is no JSON value",
        };
    }
}
