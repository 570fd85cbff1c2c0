using Integrations.Generators.Models;

namespace Integrations.Generators.Checks;

/// <summary>From an offset in the value of a string literal to its place in the source, for all forms of literals.</summary>
internal static class LiteralPlace
{
    /// <summary>The place of a part of a literal's value; that of the whole expression where it is no single literal.</summary>
    /// <param name="literal">The source of the literal, and where it begins.</param>
    /// <param name="start">Offset in its value.</param>
    /// <param name="length">Length in its value; 0 means all of it.</param>
    public static PlaceModel Of(PlacedText literal, int start, int length)
    {
        if (length <= 0 || Offsets(literal.Text) is not { } offsets || start + length >= offsets.Count)
            return literal.Place;
        var (from, to) = (offsets[start], offsets[start + length]);
        var (line, column) = Position(literal, from);
        var (endLine, endColumn) = Position(literal, to);
        return new PlaceModel(literal.Place.Path, literal.Place.Start + from, to - from, line, column, endLine, endColumn);
    }

    /// <summary>The offset in the source of each character of the value, and of its end.</summary>
    private static List<int>? Offsets(string source)
    {
        var quotes = 0;
        while (quotes < source.Length && source[quotes] == '"')
            quotes++;
        if (quotes >= 3)
            return Raw(source, quotes);
        if (source.StartsWith("@\"", StringComparison.Ordinal))
            return Plain(source, 2, verbatim: true);
        return quotes is 1 ? Plain(source, 1, verbatim: false) : null;
    }

    private static List<int> Plain(string source, int at, bool verbatim)
    {
        var offsets = new List<int>(source.Length);
        for (; at < source.Length - 1; at++)
        {
            offsets.Add(at);
            if (verbatim)
            {
                if (source[at] == '"')
                    at++;
            }
            else if (source[at] == '\\')
            {
                at++;
                at += source[at] switch { 'u' => 4, 'U' => 8, _ => 0 };
            }
        }
        offsets.Add(source.Length - 1);
        return offsets;
    }

    private static List<int>? Raw(string source, int quotes)
    {
        var offsets = new List<int>(source.Length);
        var end = source.Length - quotes;
        var first = source.IndexOf('\n');
        if (first < 0)
        {
            for (var i = quotes; i <= end; i++)
                offsets.Add(i);
            return offsets;
        }
        // The blanks before the closing quotes are no part of any line, nor is the last line break.
        var last = source.LastIndexOf('\n', end - 1);
        var indent = end - last - 1;
        var contentEnd = last > 0 && source[last - 1] == '\r' ? last - 1 : last;
        var line = first + 1;
        while (line <= contentEnd)
        {
            var next = source.IndexOf('\n', line);
            var stop = next < 0 || next >= last ? contentEnd : next + 1;
            var from = line;
            for (var i = 0; i < indent && from < stop && source[from] is ' ' or '\t'; i++)
                from++;
            for (var i = from; i < stop; i++)
                offsets.Add(i);
            if (next < 0 || next >= last)
                break;
            line = next + 1;
        }
        offsets.Add(contentEnd);
        return offsets;
    }

    private static (int Line, int Column) Position(PlacedText literal, int offset)
    {
        var (line, column) = (literal.Place.Line, literal.Place.Column);
        for (var i = 0; i < offset; i++)
        {
            if (literal.Text[i] == '\n')
                (line, column) = (line + 1, 0);
            else
                column++;
        }
        return (line, column);
    }
}
