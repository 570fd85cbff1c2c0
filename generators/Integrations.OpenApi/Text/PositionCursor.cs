using Integrations.OpenApi.Model;

namespace Integrations.OpenApi.Text;

/// <summary>Turns byte offsets into lines and columns of the text that the user sees.</summary>
internal abstract class PositionCursor
{
    public abstract SpecLocation At(int offset);
}

/// <summary>Positions in JSON: walks forward from a known place, so that asking in document order costs one pass.</summary>
internal sealed class JsonCursor(byte[] bytes, int offset, SpecLocation start) : PositionCursor
{
    private int position = offset;
    private int line = start.Line;
    private int column = start.Column;

    public override SpecLocation At(int offset)
    {
        if (offset < position)
        {
            position = 0;
            line = column = 0;
        }

        while (true)
        {
            var newline = bytes.AsSpan(position, offset - position).IndexOf((byte)'\n');
            if (newline < 0) break;
            position += newline + 1;
            line++;
            column = 0;
        }

        for (; position < offset; position++)
        {
            var b = bytes[position];
            // UTF-16 units: one per lead byte, two where the character needs four bytes.
            if ((b & 0xC0) != 0x80) column += b >= 0xF0 ? 2 : 1;
        }

        return new SpecLocation(line, column);
    }
}
