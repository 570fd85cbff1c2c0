using Integrations.Generators.Checks;
using Integrations.Generators.Documents;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Declarations;

/// <summary>Reads what the user wrote on a class with <c>[OpenApiClient]</c>.</summary>
internal static class DeclarationReader
{
    /// <summary>
    /// What is emitted for a class (null where no part can be), and what is checked of it. Nothing where the attribute on another node counts:
    /// a second part with one is the compiler's to report, and the class is still one.
    /// </summary>
    public static (ClientDeclaration? Declaration, CheckModel Check)? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var attributes = AttributeOrder.Of(type);
        AttributeData? client = null;
        foreach (var attribute in attributes)
        {
            if (AttributeKinds.Of(attribute.AttributeClass) == AttributeKind.OpenApiClient)
                client ??= attribute;
        }
        if (type.TypeKind != TypeKind.Class || client is null || !IsOn(client, context.TargetNode))
            return null;
        var obstacle = ClassShape.Obstacle(type);
        var isPartial = obstacle is null && ClassShape.IsPartial(type, cancellationToken);
        var arguments = ClientArguments.Read(client);
        return (
            isPartial ? Emitted(type, arguments, attributes, context.SemanticModel.Compilation, cancellationToken) : null,
            CheckReader.Read(type, client, obstacle, isPartial, arguments, attributes, cancellationToken));
    }

    private static ClientDeclaration Emitted(INamedTypeSymbol type, ClientArguments arguments, AttributeData[] attributes, Compilation compilation, CancellationToken cancellationToken)
    {
        var auth = new List<string>();
        var policies = new List<string>();
        var servers = new List<string>();
        var pagination = new List<PaginationDeclaration>();
        var fallbacks = new List<FallbackDeclaration>();
        string? healthCheck = null;
        foreach (var attribute in attributes)
        {
            switch (AttributeKinds.Of(attribute.AttributeClass))
            {
                case AttributeKind.Auth: Add(auth, attribute); break;
                case AttributeKind.Policy: Add(policies, attribute); break;
                case AttributeKind.Server: Add(servers, attribute); break;
                case AttributeKind.HealthCheck: healthCheck = AttributeExpression.Write(attribute); break;
                case AttributeKind.Fallback when FallbackReader.Read(attribute, type, compilation, cancellationToken) is { } fallback: fallbacks.Add(fallback); break;
                case AttributeKind.Pagination when PaginationReader.Read(attribute) is { } pages: pagination.Add(pages); break;
            }
        }
        var patterns = new List<string>(arguments.Operations.Length);
        foreach (var pattern in arguments.Operations)
        {
            if (!string.IsNullOrWhiteSpace(pattern))
                patterns.Add(pattern);
        }
        return new ClientDeclaration(
            SymbolNames.Of(type.ContainingNamespace),
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
            EquatableArray.From(pagination),
            EquatableArray.From(servers),
            healthCheck,
            arguments.Required,
            EquatableArray.From(fallbacks));
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
