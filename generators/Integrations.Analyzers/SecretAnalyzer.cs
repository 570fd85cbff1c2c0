using System.Collections.Immutable;
using Integrations.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Integrations.Analyzers;

/// <summary>
/// Reports secrets in source (INT1011): in the arguments of auth attributes, in <c>options.Settings["Auth:..."]</c>, and in properties of
/// the runtime whose names say that they hold one.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretAnalyzer : DiagnosticAnalyzer
{
    private static readonly string[] Names = ["Token", "Password", "Key", "Secret", "ClientSecret", "AccessToken", "RefreshToken", "ApiKey"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [AnalyzerDescriptors.Secret];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(WellKnownNames.OpenApiClientAttribute) is null)
                return;
            start.RegisterSyntaxNodeAction(Attribute, SyntaxKind.Attribute);
            start.RegisterOperationAction(Assignment, OperationKind.SimpleAssignment);
        });
    }

    private static void Attribute(SyntaxNodeAnalysisContext context)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (attribute.ArgumentList is not { } list
            || context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type is not INamedTypeSymbol type
            || AttributeKinds.Of(type) != AttributeKind.Auth)
        {
            return;
        }
        foreach (var argument in list.Arguments)
        {
            if (context.SemanticModel.GetConstantValue(argument.Expression, context.CancellationToken).Value is string text && Credential.IsLike(text))
                context.ReportDiagnostic(Diagnostic.Create(AnalyzerDescriptors.Secret, argument.Expression.GetLocation(), "[" + attribute.Name + "]"));
        }
    }

    private static void Assignment(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IPropertyReferenceOperation target
            || assignment.Value.ConstantValue.Value is not string text
            || What(target) is not { } what
            || !Credential.IsLike(text))
        {
            return;
        }
        context.ReportDiagnostic(Diagnostic.Create(AnalyzerDescriptors.Secret, assignment.Value.Syntax.GetLocation(), "'" + what + "'"));
    }

    private static string? What(IPropertyReferenceOperation target)
    {
        if (!target.Property.IsIndexer)
            return IsOurs(target.Property.ContainingType) && Names.Contains(target.Property.Name) ? target.Property.Name : null;
        if (target.Instance is not IPropertyReferenceOperation { Property: { Name: "Settings", ContainingType: { } owner } } || !IsOurs(owner))
            return null;
        return target.Arguments.Length == 1 && target.Arguments[0].Value.ConstantValue.Value is string key && key.StartsWith("Auth:", StringComparison.OrdinalIgnoreCase)
            ? key
            : null;
    }

    private static bool IsOurs(INamedTypeSymbol type)
    {
        var ns = type.ContainingNamespace;
        while (ns is { ContainingNamespace: { IsGlobalNamespace: false } outer })
            ns = outer;
        return ns is { Name: WellKnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true };
    }
}
