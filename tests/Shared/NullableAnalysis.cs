using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Integrations.Tests.Shared;

/// <summary>
/// Emitted code turns the compiler's null analysis of its bodies off, because every user would pay for it at every build. The tests pay once: they compile
/// the same text with the analysis on. CS8618 stays off: readers fill new instances and check what is required.
/// </summary>
internal static class NullableAnalysis
{
    private const string Off = "#nullable disable warnings";

    private const string On = "#pragma warning disable CS8618";

    /// <summary>The same program, all of whose emitted files are analysed.</summary>
    public static Compilation WithNullableAnalysis(this Compilation compilation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            var text = tree.GetText();
            var head = text.ToString(new TextSpan(0, Math.Min(text.Length, 1000)));
            var at = head.IndexOf(Off, StringComparison.Ordinal);
            if (at < 0)
                continue;
            var analysed = SourceText.From(text.Replace(at, Off.Length, On).ToString(), Encoding.UTF8);
            compilation = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(analysed, (CSharpParseOptions)tree.Options, tree.FilePath));
        }
        return compilation;
    }
}
