using Integrations.Generators.Documents;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Declarations;

/// <summary>Reads what the user wrote on a class with <c>[OpenApiClient]</c>.</summary>
internal static class DeclarationReader
{
    /// <summary>The declaration; null where no part can be emitted, which the analyzer reports.</summary>
    public static ClientDeclaration? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        if (ClassShape.Obstacle(type) is not null || !ClassShape.IsPartial(type, cancellationToken))
            return null;

        AttributeData? integration = null;
        var auth = new List<string>();
        var policies = new List<string>();
        var pagination = new List<PaginationDeclaration>();
        foreach (var attribute in AttributeOrder.Of(type))
        {
            switch (AttributeKinds.Of(attribute.AttributeClass))
            {
                case AttributeKind.OpenApiClient: integration ??= attribute; break;
                case AttributeKind.Auth: Add(auth, attribute); break;
                case AttributeKind.Policy: Add(policies, attribute); break;
                case AttributeKind.Pagination when PaginationReader.Read(attribute) is { } pages: pagination.Add(pages); break;
            }
        }

        // The attribute on a second part is the compiler's to report; the class is still one.
        if (integration is null || !IsOn(integration, context.TargetNode))
            return null;
        var arguments = ClientArguments.Read(integration);
        var patterns = new List<string>(arguments.Operations.Length);
        foreach (var pattern in arguments.Operations)
        {
            if (!string.IsNullOrWhiteSpace(pattern))
                patterns.Add(pattern);
        }
        return new ClientDeclaration(
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
            type.Name,
            type.DeclaredAccessibility == Accessibility.Public ? "public" : "internal",
            type.IsSealed,
            IntegrationNames.Of(type.Name, arguments.Name),
            DocumentPath.Normalize(arguments.Document ?? ""),
            EquatableArray.From(patterns),
            arguments.Namespace is { } ns && IntegrationNames.IsNamespace(ns) ? ns : null,
            ConstructorReader.Read(type, cancellationToken),
            EquatableArray.From(auth),
            EquatableArray.From(policies),
            EquatableArray.From(pagination));
    }

    private static void Add(List<string> expressions, AttributeData attribute)
    {
        if (AttributeExpression.Write(attribute) is { } expression)
            expressions.Add(expression);
    }

    private static bool IsOn(AttributeData attribute, SyntaxNode node) =>
        attribute.ApplicationSyntaxReference is { } reference
        && reference.SyntaxTree == node.SyntaxTree
        && node.FullSpan.Contains(reference.Span);
}
