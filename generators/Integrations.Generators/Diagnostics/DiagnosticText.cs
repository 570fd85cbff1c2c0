using System.Globalization;
using System.Text;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Integrations.Generators.Diagnostics;

/// <summary>Makes Roslyn's diagnostics. Whatever a message says of a document, a file or a declaration passes through here.</summary>
internal static class DiagnosticText
{
    /// <summary>Characters of an argument; a pointer of a document may have any number.</summary>
    private const int MostCharacters = 1000;

    /// <summary>Roslyn's diagnostic.</summary>
    public static Diagnostic Create(DiagnosticDescriptor descriptor, PlaceModel place, IEnumerable<string> arguments) =>
        Diagnostic.Create(descriptor, Location(place), [.. arguments.Select(Plain)]);

    /// <summary>Roslyn's location: by path and span, for a tree would keep a compilation alive in a cache.</summary>
    private static Location Location(PlaceModel place) => Microsoft.CodeAnalysis.Location.Create(
        place.Path,
        new TextSpan(place.Start, place.Length),
        new LinePositionSpan(new LinePosition(place.Line, place.Column), new LinePosition(place.EndLine, place.EndColumn)));

    /// <summary>
    /// One line of plain text, of bounded length: line breaks of a document or statement could pass for messages of the build's own, its control characters are
    /// commands to a terminal, and its format characters show what is not there.
    /// </summary>
    private static string Plain(string message)
    {
        var text = new StringBuilder(Math.Min(message.Length, MostCharacters) + 16);
        for (var i = 0; i < message.Length; i++)
        {
            if (text.Length >= MostCharacters)
                return text.Append(" …").ToString();
            var c = message[i];
            if (char.IsHighSurrogate(c) && i + 1 < message.Length && char.IsLowSurrogate(message[i + 1]))
                text.Append(c).Append(message[++i]);
            else if (char.IsControl(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                text.Append(c);
        }
        return text.ToString();
    }
}
