using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Integrations.Generators.Tests.Hostile;

/// <summary>
/// The form of emitted text, whatever the document: printable lines, no comments, directives or documentation elements but the emitter's own, no
/// identifier that reads otherwise than it is written, no literal but plain ones.
/// </summary>
internal static partial class OutputRules
{
    /// <summary>The compiler's limit for a name in metadata.</summary>
    private const int MostNameBytes = 1023;

    /// <summary>File systems allow 255 bytes, and emitted files may be written out.</summary>
    private const int MostHint = 200;

    private static readonly HashSet<string> s_elements = ["summary", "remarks", "param", "returns", "inheritdoc", "seealso", "c", "see"];

    private static readonly HashSet<string> s_directives =
        ["#nullable enable", "#nullable disable warnings", "#pragma warning disable CS0612, CS0618, CS1591"];

    public static void Check(IEnumerable<GeneratedSourceResult> sources, List<string> faults)
    {
        foreach (var source in sources)
        {
            if (source.HintName.Length > MostHint || !source.HintName.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-'))
                faults.Add("hint name: " + source.HintName);
            Characters(source, faults);
            var root = source.SyntaxTree.GetRoot();
            foreach (var diagnostic in source.SyntaxTree.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).Take(5))
                faults.Add(source.HintName + " does not parse: " + diagnostic);
            foreach (var token in root.DescendantTokens())
                Token(token, faults);
            foreach (var trivia in root.DescendantTrivia())
                Trivia(trivia, faults);
        }
    }

    private static void Characters(GeneratedSourceResult source, List<string> faults)
    {
        var text = source.SourceText.ToString();
        foreach (var c in text)
        {
            if (c is '\n' or (>= ' ' and < '\x7f'))
                continue;
            if (char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                faults.Add($"{source.HintName} holds U+{(int)c:X4}");
                return;
            }
        }
    }

    private static void Token(SyntaxToken token, List<string> faults)
    {
        switch (token.Kind())
        {
            case SyntaxKind.IdentifierToken:
                if (token.Text != token.ValueText && token.Text != "@" + token.ValueText)
                    faults.Add("an identifier reads otherwise than it is written: " + token.Text);
                if (Encoding.UTF8.GetByteCount(token.ValueText) > MostNameBytes)
                    faults.Add("an identifier of " + Encoding.UTF8.GetByteCount(token.ValueText) + " bytes");
                break;
            case SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken:
                if (token.Text[0] != '"')
                    faults.Add("a literal that is not a plain one: " + token.Text);
                break;
            case SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.InterpolatedStringStartToken
                or SyntaxKind.InterpolatedVerbatimStringStartToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.BadToken:
                faults.Add("a token of a kind that is never emitted: " + token.Kind() + " " + token.Text);
                break;
        }
    }

    private static void Trivia(SyntaxTrivia trivia, List<string> faults)
    {
        switch (trivia.Kind())
        {
            case SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia:
                break;
            case SyntaxKind.SingleLineCommentTrivia:
                if (!Comment().IsMatch(trivia.ToString()))
                    faults.Add("a comment: " + trivia);
                break;
            case SyntaxKind.NullableDirectiveTrivia or SyntaxKind.PragmaWarningDirectiveTrivia:
                if (!s_directives.Contains(trivia.ToString().Trim()))
                    faults.Add("a directive: " + trivia);
                break;
            case SyntaxKind.SingleLineDocumentationCommentTrivia:
                Documentation(trivia, faults);
                break;
            default:
                faults.Add("trivia of a kind that is never emitted: " + trivia.Kind() + " " + trivia);
                break;
        }
    }

    private static void Documentation(SyntaxTrivia trivia, List<string> faults)
    {
        foreach (var node in trivia.GetStructure()!.DescendantNodes())
        {
            switch (node)
            {
                case XmlElementStartTagSyntax start when !s_elements.Contains(start.Name.ToString()):
                    faults.Add("a documentation element: " + start);
                    break;
                case XmlEmptyElementSyntax empty when !s_elements.Contains(empty.Name.ToString()):
                    faults.Add("a documentation element: " + empty);
                    break;
                case XmlCommentSyntax or XmlCDataSectionSyntax or XmlProcessingInstructionSyntax:
                    faults.Add("documentation that is never emitted: " + node);
                    break;
            }
        }
    }

    [GeneratedRegex(@"^// (<auto-generated/>|Written by Integrations from [^\r\n]*; changes are lost\.)$")]
    private static partial Regex Comment();
}
