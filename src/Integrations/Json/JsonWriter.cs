using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Integrations.Json;

/// <summary>
/// Writes compact JSON into a <see cref="PooledBuffer"/>. Always passed by reference: a copy would overwrite what the original writes. The writer places
/// commas; it does not check that the calls make up a well-formed text, for emitted code makes them.
/// <para>
/// Names given as UTF-8 are written as they are (emitted code has escaped them); everything else is escaped as far as JSON demands, and
/// no further: the text is for a request's body, not for embedding in HTML. A surrogate without a partner is written as U+FFFD.
/// </para>
/// </summary>
public ref partial struct JsonWriter
{
    private const int ShortText = 256; // beyond it, the library's wider vectors win
    private const int LongText = 1024; // beyond it, room is made for the bytes a text has and not for the most it could have

    private readonly PooledBuffer _buffer;
    private Span<byte> _span;
    private int _position;
    private int _depth;
    private bool _comma; // whether what comes next in this object or array needs a comma before it

    /// <summary>Starts behind what the buffer holds.</summary>
    /// <param name="buffer">Where to write; not to be used otherwise until <see cref="Flush"/>.</param>
    public JsonWriter(PooledBuffer buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        _buffer = buffer;
        _span = buffer.GetSpan();
    }

    /// <summary>Hands what was written to the buffer; to be called once, at the end.</summary>
    public void Flush()
    {
        _buffer.Advance(_position);
        _span = _buffer.GetSpan();
        _position = 0;
    }

    /// <summary>Opens an object.</summary>
    /// <exception cref="JsonException">It would be the 65th level.</exception>
    public void StartObject() => Open((byte)'{');

    /// <summary>Closes an object.</summary>
    public void EndObject() => Close((byte)'}');

    /// <summary>Opens an array.</summary>
    /// <exception cref="JsonException">It would be the 65th level.</exception>
    public void StartArray() => Open((byte)'[');

    /// <summary>Closes an array.</summary>
    public void EndArray() => Close((byte)']');

    /// <summary>Writes a property's name; its value comes next.</summary>
    /// <param name="name">The name, unescaped.</param>
    public void Name(string name)
    {
        BeginValue(0);
        AppendString(name);
        Reserve(1);
        _span[_position++] = (byte)':';
        _comma = false;
    }

    /// <summary>Writes a property's name; its value comes next.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    public void Name(ReadOnlySpan<byte> name)
    {
        BeginProperty(name, 0);
        _comma = false;
    }

    /// <summary>Writes <c>null</c>.</summary>
    public void Null()
    {
        BeginValue(4);
        Append("null"u8);
    }

    /// <summary>Writes a property that is <c>null</c>.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    public void Null(ReadOnlySpan<byte> name)
    {
        BeginProperty(name, 4);
        Append("null"u8);
    }

    /// <summary>Writes a value that is JSON already, as it is.</summary>
    /// <param name="utf8">One JSON value in UTF-8; it is not checked.</param>
    public void Raw(ReadOnlySpan<byte> utf8)
    {
        BeginValue(utf8.Length);
        Append(utf8);
    }

    /// <summary>Writes the properties that a model's document does not name.</summary>
    /// <param name="extra">The properties; <c>null</c> writes none.</param>
    public void Extra(ExtraProperties? extra) => extra?.WriteTo(ref this);

    /// <summary>Writes each entry as a property of the object that is open.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <typeparam name="TCodec">The codec of the values.</typeparam>
    /// <param name="entries">The entries; <c>null</c> writes none.</param>
    public void Entries<T, TCodec>(Dictionary<string, T>? entries)
        where TCodec : struct, IJsonCodec<T>
    {
        if (entries is null)
        {
            return;
        }
        foreach (var (name, value) in entries)
        {
            Name(name);
            TCodec.Write(ref this, value);
        }
    }

    private void Open(byte bracket)
    {
        if (++_depth > JsonReader.MaxDepth)
        {
            throw new JsonException("The value cannot be written: it is nested more than 64 levels deep; it may contain itself.");
        }
        BeginValue(1);
        _span[_position++] = bracket;
        _comma = false;
    }

    private void Close(byte bracket)
    {
        Reserve(1);
        _span[_position++] = bracket;
        _depth--;
        _comma = true;
    }

    // Room for a value of so many bytes, and the comma.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void BeginValue(int length)
    {
        Reserve(length + 1);
        if (_comma)
        {
            _span[_position++] = (byte)',';
        }
        _comma = true;
    }

    // The comma, `"name":`, and room for a value of so many bytes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void BeginProperty(ReadOnlySpan<byte> name, int length)
    {
        Reserve(name.Length + length + 4);
        ref var target = ref Unsafe.Add(ref MemoryMarshal.GetReference(_span), _position);
        var written = 1;
        if (_comma)
        {
            target = (byte)',';
            target = ref Unsafe.Add(ref target, 1);
            written = 2;
        }
        target = (byte)'"';
        target = ref Unsafe.Add(ref target, 1);
        ref var source = ref MemoryMarshal.GetReference(name);
        if (name.Length is >= 8 and <= 16)
        {
            // Most names: two moves that may overlap, instead of a call.
            Unsafe.WriteUnaligned(ref target, Unsafe.ReadUnaligned<ulong>(ref source));
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, name.Length - 8), Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref source, name.Length - 8)));
        }
        else
        {
            Unsafe.CopyBlockUnaligned(ref target, ref source, (uint)name.Length);
        }
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, name.Length), BitConverter.IsLittleEndian ? (ushort)0x3A22 : (ushort)0x223A); // ":
        _position += written + name.Length + 2;
        _comma = true;
    }

    // What follows writes without further checks, so a length that overflowed must not pass.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reserve(int length)
    {
        if ((uint)(_span.Length - _position) < (uint)length)
        {
            Grow(length);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        _buffer.Advance(_position);
        _position = 0;
        _span = _buffer.GetSpan(length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_span[_position..]);
        _position += bytes.Length;
    }

    private void AppendString(ReadOnlySpan<char> value)
    {
        Reserve(checked((value.Length <= LongText ? value.Length * 3 : Encoding.UTF8.GetByteCount(value)) + 2));
        if (value.Length <= ShortText && TryAppendShort(value))
        {
            return;
        }
        _span[_position++] = (byte)'"';
        var plain = value.IndexOfAny(JsonEscape.SpecialCharacters);
        if (plain < 0)
        {
            AppendPlain(value);
        }
        else
        {
            AppendEscaped(value, plain);
        }
        _span[_position++] = (byte)'"';
    }

    // ASCII that needs no escape, which most texts are, is checked and narrowed in one pass; the room is there (AppendString).
    private bool TryAppendShort(ReadOnlySpan<char> value)
    {
        ref var source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(value));
        ref var target = ref Unsafe.Add(ref MemoryMarshal.GetReference(_span), _position);
        target = (byte)'"';
        target = ref Unsafe.Add(ref target, 1);
        nuint length = (uint)value.Length;
        if (length >= 8)
        {
            nuint i = 0;
            var last = length - 8;
            while (true)
            {
                var block = Vector128.LoadUnsafe(ref source, i);
                var bytes = Vector128.NarrowWithSaturation(block, block);
                // A character beyond ASCII has the high bit here, saturated or not.
                var special = Vector128.Equals(bytes, Vector128.Create((byte)'"'))
                    | Vector128.Equals(bytes, Vector128.Create((byte)'\\'))
                    | Vector128.LessThan(bytes, Vector128.Create((byte)' '))
                    | bytes;
                if ((special & Vector128.Create((byte)0x80)) != Vector128<byte>.Zero)
                {
                    return false;
                }
                Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, i), bytes.AsUInt64().ToScalar());
                if (i == last)
                {
                    break;
                }
                i = Math.Min(i + 8, last); // the last block overlaps the one before it
            }
        }
        else
        {
            for (nuint i = 0; i < length; i++)
            {
                var c = Unsafe.Add(ref source, i);
                if (c is < ' ' or >= 0x80 or '"' or '\\')
                {
                    return false;
                }
                Unsafe.Add(ref target, i) = (byte)c;
            }
        }
        Unsafe.Add(ref target, length) = (byte)'"';
        _position += value.Length + 2;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AppendPlain(ReadOnlySpan<char> value)
    {
        _ = Utf8.FromUtf16(value, _span[_position..], out _, out var length, replaceInvalidSequences: true, isFinalBlock: true);
        _position += length;
    }

    // At every step there is room for what remains, unescaped, and the closing quote.
    private void AppendEscaped(ReadOnlySpan<char> value, int plain)
    {
        while (plain >= 0)
        {
            AppendPlain(value[..plain]);
            var escape = JsonEscape.Of(value[plain]);
            value = value[(plain + 1)..];
            Reserve(checked((value.Length <= LongText ? value.Length * 3 : Encoding.UTF8.GetByteCount(value)) + escape.Length + 1));
            Append(escape);
            plain = value.IndexOfAny(JsonEscape.SpecialCharacters);
        }
        AppendPlain(value);
    }

    [DoesNotReturn]
    private static void ThrowNull(ReadOnlySpan<byte> name) =>
        throw new JsonException($"The value cannot be written: '{Encoding.UTF8.GetString(name)}' has no value, and may not be null.");

    internal static void ThrowIfNull([NotNull] object? value)
    {
        if (value is null)
        {
            ThrowNull("an item"u8);
        }
    }

    [DoesNotReturn]
    private static void ThrowNotFinite(ReadOnlySpan<byte> name) =>
        throw new JsonException($"The value cannot be written: '{Encoding.UTF8.GetString(name)}' is NaN or infinite, which JSON has no number for.");
}
