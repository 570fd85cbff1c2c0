using Microsoft.CodeAnalysis.Text;

namespace Integrations.OpenApi.Yaml;

/// <summary>
/// Reads a text in chunks, so that no string of the whole is made. On the way it empties blank lines at the beginning of block
/// scalars: with more spaces than the text below them YamlDotNet refuses the document, which OpenAI's and Figma's would only
/// show after most of it had been parsed.
/// </summary>
internal sealed class SourceTextReader(SourceText text) : TextReader
{
    private readonly char[] buffer = new char[4096];
    private int position = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
    private int next;
    private int filled;
    private bool afterHeader;

    public override int Peek() => next < filled || Fill() ? buffer[next] : -1;

    public override int Read() => next < filled || Fill() ? buffer[next++] : -1;

    public override int Read(char[] buffer, int index, int count)
    {
        var taken = 0;
        for (int c; taken < count && (c = Read()) >= 0; taken++) buffer[index + taken] = (char)c;
        return taken;
    }

    /// <summary>Takes the text up to the end of the line, or as much of it as there is room for.</summary>
    private bool Fill()
    {
        next = 0;
        if (afterHeader) SkipBlanks();
        filled = Math.Min(buffer.Length, text.Length - position);
        if (filled <= 0) return false;
        text.CopyTo(position, buffer, 0, filled);
        var end = Array.IndexOf(buffer, '\n', 0, filled);
        if (end >= 0)
        {
            filled = end + 1;
            afterHeader = (afterHeader && end == 0) || IsHeader(end);
        }

        position += filled;
        return true;
    }

    private void SkipBlanks()
    {
        var end = position;
        while (end < text.Length && text[end] is ' ' or '\r') end++;
        if (end < text.Length && text[end] == '\n') position = end;
    }

    /// <summary>Whether the line in the buffer ends as a block scalar's header does: <c>key: |-</c>, but not <c>|2</c>.</summary>
    private bool IsHeader(int end)
    {
        var at = end - 1;
        while (at >= 0 && buffer[at] is ' ' or '\r') at--;
        if (at >= 0 && buffer[at] is '+' or '-') at--;
        return at > 0 && buffer[at] is '|' or '>' && buffer[at - 1] == ' ';
    }
}
