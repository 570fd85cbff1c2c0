using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Integrations.Json;

public ref partial struct JsonReader
{
    /// <summary>Enters an object.</summary>
    /// <param name="shape">The properties to expect.</param>
    /// <returns>The cursor to hand to <see cref="Next"/>.</returns>
    /// <exception cref="JsonException">The value is no object, or too deep.</exception>
    public JsonCursor StartObject(JsonShape shape)
    {
        _shape = shape;
        Enter((byte)'{', "an object");
        return new JsonCursor { Shape = shape };
    }

    /// <summary>Moves to the value of the next property and sets <see cref="JsonCursor.Index"/>; the value must then be read, kept or skipped.</summary>
    /// <param name="cursor">The cursor of this object.</param>
    /// <returns><c>false</c> at the object's end, which is then behind the reader.</returns>
    /// <exception cref="JsonException">The text is malformed.</exception>
    public bool Next(ref JsonCursor cursor)
    {
        var shape = cursor.Shape;
        if (!ReferenceEquals(_shape, shape))
        {
            _shape = shape; // a nested object left its own
        }
        var tables = shape.Built;
        var data = _data;
        var position = _position;
        var expected = cursor.Expected;
        int index;
        // Compact text in the order expected, which is what servers send: one comparison of `"name":` finds it.
        if ((uint)expected < (uint)tables.Predicted.Length
            && (uint)position < (uint)data.Length
            && data[position] == ','
            && data[(position + 1)..].StartsWith(tables.Predicted[expected])
            && data[position - 1] != '{')
        {
            _nameStart = position + 2;
            _position = SkipWhitespace(position + 1 + tables.Predicted[expected].Length);
            index = expected;
        }
        else
        {
            if (!NextName())
            {
                return false;
            }
            position = _position;
            if ((uint)expected < (uint)tables.Predicted.Length && data[position..].StartsWith(tables.Predicted[expected]))
            {
                _nameStart = position + 1;
                _position = SkipWhitespace(position + tables.Predicted[expected].Length);
                index = expected;
            }
            else
            {
                index = FindName(tables.Names);
                if (index < 0)
                {
                    cursor.Index = -1;
                    return true;
                }
            }
        }
        cursor.Index = index;
        cursor.Expected = index + 1;
        if (index < 64)
        {
            cursor.Seen |= 1UL << index;
        }
        else
        {
            cursor.MarkBeyond64(index);
        }
        return true;
    }

    /// <summary>Checks that no required property was missing.</summary>
    /// <param name="cursor">The cursor of this object, for which <see cref="Next"/> has returned <c>false</c>.</param>
    /// <exception cref="JsonException">A required property is missing; the message names it and the model.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void EndObject(ref JsonCursor cursor)
    {
        var tables = cursor.Shape.Built;
        if ((tables.Required & ~cursor.Seen) != 0 || tables.RequiredBeyond64 is not null)
        {
            EndObjectSlow(ref cursor, tables);
        }
    }

    /// <summary>The unescaped name of the property just read.</summary>
    /// <returns>The name.</returns>
    public readonly string PropertyName() => TextOf(_data[_nameStart..StringEnd(_nameStart, out var escaped)], escaped);

    /// <summary>Keeps the value of an unknown property as it stands.</summary>
    /// <param name="extra">Where to keep it; made on first use.</param>
    /// <exception cref="JsonException">The text is malformed.</exception>
    public void Keep(ref ExtraProperties? extra)
    {
        var name = PropertyName();
        var start = _position;
        Skip();
        (extra ??= new ExtraProperties()).Keep(name, _data[start.._position]);
    }

    /// <summary>Enters an object whose names are data (a map).</summary>
    /// <exception cref="JsonException">The value is no object, or too deep.</exception>
    public void StartMap() => Enter((byte)'{', "an object");

    /// <summary>Moves to the next entry of a map.</summary>
    /// <param name="key">The entry's unescaped name.</param>
    /// <returns><c>false</c> at the map's end, which is then behind the reader.</returns>
    /// <exception cref="JsonException">The text is malformed.</exception>
    public bool NextEntry(out string key)
    {
        if (!NextName())
        {
            key = "";
            return false;
        }
        var start = _position + 1;
        var end = StringEnd(start, out var escaped);
        key = TextOf(_data[start..end], escaped);
        _nameStart = start;
        AfterName(end + 1);
        return true;
    }

    /// <summary>Enters an array.</summary>
    /// <exception cref="JsonException">The value is no array, or too deep.</exception>
    public void StartArray() => Enter((byte)'[', "an array");

    /// <summary>Moves to the next item of an array.</summary>
    /// <returns><c>false</c> at the array's end, which is then behind the reader.</returns>
    /// <exception cref="JsonException">The text is malformed.</exception>
    public bool NextItem()
    {
        var data = _data;
        // No value ends with a bracket that opens: right after one, the first item comes.
        var first = data[_position - 1] == '[';
        var position = SkipWhitespace(_position);
        if ((uint)position < (uint)data.Length)
        {
            if (data[position] == ']')
            {
                _position = position + 1;
                _depth--;
                return false;
            }
            if (first)
            {
                _position = position;
                return true;
            }
            if (data[position] == ',')
            {
                position = SkipWhitespace(position + 1);
                if ((uint)position < (uint)data.Length && data[position] != ']')
                {
                    _position = position;
                    return true;
                }
            }
        }
        Throw(position, $"expected a comma, an item or the end of the array, found {Found(position)}");
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Enter(byte opening, string expected)
    {
        if ((uint)_position >= (uint)_data.Length || _data[_position] != opening)
        {
            ThrowExpected(expected);
        }
        if (++_depth > MaxDepth)
        {
            Throw(_position, "the text is nested more than 64 levels deep");
        }
        _position++;
    }

    // Moves to the opening quote of the next name; false behind the end of the object.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool NextName()
    {
        var data = _data;
        var first = data[_position - 1] == '{'; // as in NextItem
        var position = SkipWhitespace(_position);
        if ((uint)position < (uint)data.Length)
        {
            var b = data[position];
            if (b == ',' && !first)
            {
                position = SkipWhitespace(position + 1);
                if ((uint)position < (uint)data.Length && data[position] == '"')
                {
                    _position = position;
                    return true;
                }
            }
            else if (b == '}')
            {
                _position = position + 1;
                _depth--;
                return false;
            }
            else if (b == '"' && first)
            {
                _position = position;
                return true;
            }
        }
        Throw(position, $"expected a property or the end of the object, found {Found(position)}");
        return false;
    }

    private int FindName(NameTable names)
    {
        var start = _position + 1;
        var end = StringEnd(start, out var escaped);
        _nameStart = start;
        AfterName(end + 1);
        var name = _data[start..end];
        return escaped ? names.Find(Unescaped(name)) : names.Find(name);
    }

    private void AfterName(int position)
    {
        position = SkipWhitespace(position);
        if ((uint)position >= (uint)_data.Length || _data[position] != ':')
        {
            Throw(position, "expected a colon after the property's name");
        }
        _position = SkipWhitespace(position + 1);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void EndObjectSlow(ref JsonCursor cursor, JsonShape.Tables tables)
    {
        var missing = tables.Required & ~cursor.Seen;
        var from = 0;
        for (var i = 0; missing == 0 && i < (tables.RequiredBeyond64?.Length ?? 0); i++)
        {
            missing = tables.RequiredBeyond64![i] & ~(cursor.SeenBeyond64?[i] ?? 0);
            from = (i + 1) * 64;
        }
        if (missing != 0)
        {
            var name = cursor.Shape.NameOf(from + BitOperations.TrailingZeroCount(missing));
            Throw(_position - 1, $"the required property '{name}' is missing", wholeObject: true);
        }
    }
}
