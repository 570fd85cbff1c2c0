using System.Buffers.Text;
using System.Text.Json;

namespace Integrations.Json;

public ref partial struct JsonWriter
{
    /// <summary>Writes a property that is a string.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonException">The value is <c>null</c>.</exception>
    public void String(ReadOnlySpan<byte> name, string value)
    {
        if (value is null)
        {
            ThrowNull(name);
        }
        BeginProperty(name, 0);
        AppendString(value);
    }

    /// <summary>Writes a property that is a string; <c>null</c> writes nothing.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void StringOrSkip(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            String(name, value);
        }
    }

    /// <summary>Writes a property that is a string or <c>null</c>.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void StringOrNull(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            String(name, value);
        }
        else
        {
            Null(name);
        }
    }

    /// <summary>Writes a string.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonException">The value is <c>null</c>.</exception>
    public void StringValue(string value)
    {
        if (value is null)
        {
            ThrowNull("an item"u8);
        }
        BeginValue(0);
        AppendString(value);
    }

    /// <summary>Writes a property that is a boolean.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void Boolean(ReadOnlySpan<byte> name, bool value)
    {
        BeginProperty(name, 5);
        AppendBoolean(value);
    }

    /// <summary>Writes a property that is a boolean; <c>null</c> writes nothing.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void BooleanOrSkip(ReadOnlySpan<byte> name, bool? value)
    {
        if (value is not null)
        {
            Boolean(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a property that is a boolean or <c>null</c>.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void BooleanOrNull(ReadOnlySpan<byte> name, bool? value)
    {
        if (value is not null)
        {
            Boolean(name, value.GetValueOrDefault());
        }
        else
        {
            Null(name);
        }
    }

    /// <summary>Writes a boolean.</summary>
    /// <param name="value">The value.</param>
    public void BooleanValue(bool value)
    {
        BeginValue(5);
        AppendBoolean(value);
    }

    /// <summary>Writes a property that is a GUID (hyphens, no braces).</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void Guid(ReadOnlySpan<byte> name, Guid value)
    {
        BeginProperty(name, 38);
        AppendGuid(value);
    }

    /// <summary>Writes a property that is a GUID (hyphens, no braces); <c>null</c> writes nothing.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void GuidOrSkip(ReadOnlySpan<byte> name, Guid? value)
    {
        if (value is not null)
        {
            Guid(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a property that is a GUID (hyphens, no braces) or <c>null</c>.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void GuidOrNull(ReadOnlySpan<byte> name, Guid? value)
    {
        if (value is not null)
        {
            Guid(name, value.GetValueOrDefault());
        }
        else
        {
            Null(name);
        }
    }

    /// <summary>Writes a GUID (hyphens, no braces).</summary>
    /// <param name="value">The value.</param>
    public void GuidValue(Guid value)
    {
        BeginValue(38);
        AppendGuid(value);
    }

    /// <summary>Writes a property that is bytes in base64.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonException">The value is <c>null</c>.</exception>
    public void Bytes(ReadOnlySpan<byte> name, byte[] value)
    {
        if (value is null)
        {
            ThrowNull(name);
        }
        BeginProperty(name, checked(Base64.GetMaxEncodedToUtf8Length(value.Length) + 2));
        AppendBytes(value);
    }

    /// <summary>Writes a property that is bytes in base64; <c>null</c> writes nothing.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void BytesOrSkip(ReadOnlySpan<byte> name, byte[]? value)
    {
        if (value is not null)
        {
            Bytes(name, value);
        }
    }

    /// <summary>Writes a property that is bytes in base64 or <c>null</c>.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void BytesOrNull(ReadOnlySpan<byte> name, byte[]? value)
    {
        if (value is not null)
        {
            Bytes(name, value);
        }
        else
        {
            Null(name);
        }
    }

    /// <summary>Writes bytes in base64.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="JsonException">The value is <c>null</c>.</exception>
    public void BytesValue(byte[] value)
    {
        if (value is null)
        {
            ThrowNull("an item"u8);
        }
        BeginValue(checked(Base64.GetMaxEncodedToUtf8Length(value.Length) + 2));
        AppendBytes(value);
    }

    /// <summary>Writes a property that is any JSON value, as its text stands.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void Element(ReadOnlySpan<byte> name, JsonElement value)
    {
        BeginProperty(name, 0);
        AppendElement(value);
    }

    /// <summary>Writes a property that is any JSON value, as its text stands; <c>null</c> writes nothing.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void ElementOrSkip(ReadOnlySpan<byte> name, JsonElement? value)
    {
        if (value is not null)
        {
            Element(name, value.GetValueOrDefault());
        }
    }

    /// <summary>Writes a property that is any JSON value, as its text stands or <c>null</c>.</summary>
    /// <param name="name">The name in UTF-8, escaped.</param>
    /// <param name="value">The value.</param>
    public void ElementOrNull(ReadOnlySpan<byte> name, JsonElement? value)
    {
        if (value is not null)
        {
            Element(name, value.GetValueOrDefault());
        }
        else
        {
            Null(name);
        }
    }

    /// <summary>Writes any JSON value, as its text stands.</summary>
    /// <param name="value">The value.</param>
    public void Element(JsonElement value)
    {
        BeginValue(0);
        AppendElement(value);
    }

    private void AppendBoolean(bool value) => Append(value ? "true"u8 : "false"u8);

    private void AppendGuid(Guid value)
    {
        _span[_position++] = (byte)'"';
        _ = Utf8Formatter.TryFormat(value, _span[_position..], out var written);
        _position += written;
        _span[_position++] = (byte)'"';
    }

    private void AppendBytes(byte[] value)
    {
        _span[_position++] = (byte)'"';
        _ = Base64.EncodeToUtf8(value, _span[_position..], out _, out var written);
        _position += written;
        _span[_position++] = (byte)'"';
    }

    private void AppendElement(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            throw new JsonException("The value cannot be written: a JsonElement is default, which is no JSON.");
        }
        var raw = System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(value);
        Reserve(raw.Length);
        Append(raw);
    }
}
