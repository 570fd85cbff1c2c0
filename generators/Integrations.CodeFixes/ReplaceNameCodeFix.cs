using System.Collections.Immutable;
using System.Composition;
using Integrations.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Integrations.CodeFixes;

/// <summary>Writes the nearest name in the place of one that means nothing: a document (INT1002), a pattern (INT1004), an operation (INT1008).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplaceNameCodeFix)), Shared]
public sealed class ReplaceNameCodeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [FixNames.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(FixNames.Remedy, out var remedy) || remedy is null || Literal(root, diagnostic) is not { } literal)
                continue;
            var name = literal.Token.ValueText.StartsWith("!", StringComparison.Ordinal) && !remedy.StartsWith("!", StringComparison.Ordinal) ? "!" + remedy : remedy;
            var right = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name)).WithTriviaFrom(literal);
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Write \"{name}\"",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root!.ReplaceNode(literal, right))),
                    nameof(ReplaceNameCodeFix)),
                diagnostic);
        }
    }

    // A name that is not written here but in a constant elsewhere is not ours to change.
    private static LiteralExpressionSyntax? Literal(SyntaxNode? root, Diagnostic diagnostic)
    {
        var node = root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return node is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression) ? literal : null;
    }
}
