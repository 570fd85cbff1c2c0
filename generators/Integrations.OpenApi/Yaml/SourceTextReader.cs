using Microsoft.CodeAnalysis.Text;

namespace Integrations.OpenApi.Yaml;

/// <summary>Reads a text in chunks, so that no string of the whole is made.</summary>
internal sealed class SourceTextReader(SourceText text) : TextReader
{
    private int position = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;

    public override int Peek() => position < text.Length ? text[position] : -1;

    public override int Read() => position < text.Length ? text[position++] : -1;

    public override int Read(char[] buffer, int index, int count)
    {
        var taken = Math.Min(count, text.Length - position);
        if (taken > 0) text.CopyTo(position, buffer, index, taken);
        position += taken;
        return taken;
    }
}
