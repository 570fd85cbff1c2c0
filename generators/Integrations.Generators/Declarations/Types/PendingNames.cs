using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Integrations.Generators.Declarations.Types;

/// <summary>The names in a member's type that do not bind, in the order in which they are written, which is that of the type's parts.</summary>
internal static class PendingNames
{
    public static List<PendingUse> Of(ISymbol member, UserTypeScope scope)
    {
        var uses = new List<PendingUse>();
        foreach (var reference in member.DeclaringSyntaxReferences)
        {
            var type = reference.GetSyntax(scope.CancellationToken) switch
            {
                PropertyDeclarationSyntax property => property.Type,
                ParameterSyntax parameter => parameter.Type,
                VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax field } => field.Type,
                _ => null,
            };
            if (type is null)
                continue;
            var model = scope.Compilation.GetSemanticModel(reference.SyntaxTree);
            foreach (var node in type.DescendantNodesAndSelf(static n => n is not (QualifiedNameSyntax or AliasQualifiedNameSyntax)))
            {
                if (node is NameSyntax and not GenericNameSyntax && model.GetTypeInfo(node, scope.CancellationToken).Type is { TypeKind: TypeKind.Error })
                    uses.Add(new PendingUse(UsingNames.Of((NameSyntax)node, scope.Compilation, scope.CancellationToken), NameOf(member), DeclarationProblems.Place(node.GetLocation())));
            }
            break;
        }
        return uses;
    }

    /// <summary>A member with its type, as messages name it.</summary>
    public static string NameOf(ISymbol member) => member.ContainingType is { } owner ? owner.Name + "." + member.Name : member.Name;
}
