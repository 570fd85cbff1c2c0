using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Integrations.Json;

public ref partial struct JsonReader
{
    /// <summary>Reads a value and forgets it; it is checked all the same.</summary>
    /// <exception cref="JsonException">The text is malformed, or too deep.</exception>
    public void Skip()
    {
        // One bit a level says whether it is an object: 64 levels are a ulong.
        ulong objects = 0;
        var outer = _depth;
        while (true)
        {
            SkipToken(ref objects);
            while (true)
            {
                if (_depth == outer)
                {
                    return;
                }
                if ((objects & 1) != 0 ? SkipName() : NextItem())
                {
                    break;
                }
                objects >>= 1; // that level is closed
            }
        }
    }

    /// <summary>Reads any value.</summary>
    /// <returns>The value, independent of the reader's text.</returns>
    /// <exception cref="JsonException">The text is malformed, or too deep.</exception>
    public JsonElement Element()
    {
        var start = _position;
        Skip();
        return JsonElement.Parse(WellFormed(_data[start.._position]));
    }

    /// <summary>Reads any value or <c>null</c>.</summary>
    /// <returns>The value, independent of the reader's text, or <c>null</c>.</returns>
    /// <exception cref="JsonException">The text is malformed, or too deep.</exception>
    public JsonElement? ElementOrNull() => TryNull() ? null : Element();

    /// <summary>The same text in proper UTF-8: what is written back must not carry broken bytes on.</summary>
    internal static ReadOnlySpan<byte> WellFormed(ReadOnlySpan<byte> raw) =>
        Utf8.IsValid(raw) ? raw : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(raw));

    private void SkipToken(ref ulong objects)
    {
        switch (Peek())
        {
            case JsonValueKind.String:
                _position = StringEnd(_position + 1, out _) + 1;
                break;
            case JsonValueKind.Number:
                _position = NumberEnd(_position);
                break;
            case JsonValueKind.True:
                Literal("true"u8);
                break;
            case JsonValueKind.False:
                Literal("false"u8);
                break;
            case JsonValueKind.Null:
                Literal("null"u8);
                break;
            case JsonValueKind.Object:
                Enter((byte)'{', "");
                objects = (objects << 1) | 1;
                break;
            case JsonValueKind.Array:
                Enter((byte)'[', "");
                objects <<= 1;
                break;
            default:
                ThrowExpected("a value");
                break;
        }
    }

    private bool SkipName()
    {
        if (!NextName())
        {
            return false;
        }
        AfterName(StringEnd(_position + 1, out _) + 1);
        return true;
    }
}
