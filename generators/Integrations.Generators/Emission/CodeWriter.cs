using System.Text;

namespace Integrations.Generators.Emission;

/// <summary>
/// The one way by which text reaches emitted code: lines with indentation, always <c>\n</c>. Text of a document goes through
/// <see cref="CSharpText"/> for its position (identifier, literal, doc comment) before it comes here.
/// </summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new(4096);
    private int _indent;

    /// <summary>Writes lines, each indented; an empty line stays empty.</summary>
    public CodeWriter Line(string text = "")
    {
        if (text.Length > 0)
            _text.Append(' ', _indent * 4).Append(text);
        _text.Append('\n');
        return this;
    }

    /// <summary>Writes a raw string of several lines, each indented.</summary>
    public CodeWriter Lines(string text)
    {
        var start = 0;
        while (start <= text.Length)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            Line(text.Substring(start, end - start).TrimEnd('\r'));
            start = end + 1;
        }
        return this;
    }

    /// <summary>Opens a block with a brace.</summary>
    public CodeWriter Open(string? header = null)
    {
        if (header is not null)
            Line(header);
        Line("{");
        _indent++;
        return this;
    }

    /// <summary>Closes a block.</summary>
    public CodeWriter Close(string end = "}")
    {
        _indent--;
        return Line(end);
    }

    /// <summary>Indents what follows.</summary>
    public void Indent() => _indent++;

    /// <summary>Ends <see cref="Indent"/>.</summary>
    public void Outdent() => _indent--;

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
