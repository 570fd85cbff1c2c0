using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Integrations.Generators.Reports;

/// <summary>
/// The public surface of emitted files, a line each: <c>MyApp.GitHub.Issue.Title : required string</c>. It is read from the emitted text, so it cannot
/// say anything else than what is emitted.
/// </summary>
internal static class ApiListing
{
    /// <summary>The lines, sorted, each once.</summary>
    public static List<string> Of(IEnumerable<string> files, CancellationToken cancellationToken)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(file, new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.None), cancellationToken: cancellationToken).GetRoot(cancellationToken);
            Members(root.Members, "", isInterface: false, lines);
        }
        return [.. lines];
    }

    private static void Members(SyntaxList<MemberDeclarationSyntax> members, string prefix, bool isInterface, SortedSet<string> lines)
    {
        foreach (var member in members)
        {
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax ns:
                    Members(ns.Members, prefix + ns.Name + ".", isInterface: false, lines);
                    break;
                case TypeDeclarationSyntax type when IsPublic(type.Modifiers, isInterface) || type.Modifiers.Any(SyntaxKind.PartialKeyword):
                    Type(type, prefix, lines);
                    break;
                case not TypeDeclarationSyntax when IsPublic(member.Modifiers, isInterface):
                    Member(member, prefix, lines);
                    break;
            }
        }
    }

    // A client's emitted part bears no modifier: the user's part says whether it is public, and its members are listed in any case.
    private static void Type(TypeDeclarationSyntax type, string prefix, SortedSet<string> lines)
    {
        var name = prefix + type.Identifier.ValueText;
        if (type.Modifiers.Any(SyntaxKind.InternalKeyword) || type.Modifiers.Any(SyntaxKind.PrivateKeyword))
            return;
        var kind = type is RecordDeclarationSyntax record ? ("record " + record.ClassOrStructKeyword.ValueText).TrimEnd() : type.Keyword.ValueText;
        var modifiers = string.Concat(type.Modifiers
            .Where(static modifier => modifier.IsKind(SyntaxKind.AbstractKeyword) || modifier.IsKind(SyntaxKind.SealedKeyword) || modifier.IsKind(SyntaxKind.StaticKeyword))
            .Select(static modifier => modifier.ValueText + " "));
        lines.Add(name + " : " + modifiers + kind + Bases(type.BaseList));
        foreach (var parameter in type.ParameterList?.Parameters ?? default)
            lines.Add(name + "." + parameter.Identifier.ValueText + " : " + Text(parameter.Type!));
        Members(type.Members, name + ".", type is InterfaceDeclarationSyntax, lines);
    }

    private static void Member(MemberDeclarationSyntax member, string prefix, SortedSet<string> lines)
    {
        switch (member)
        {
            case PropertyDeclarationSyntax property when property.ExplicitInterfaceSpecifier is null:
                var isStatic = property.Modifiers.Any(SyntaxKind.StaticKeyword) ? "static " : "";
                var required = property.Modifiers.Any(SyntaxKind.RequiredKeyword) ? "required " : "";
                lines.Add(prefix + property.Identifier.ValueText + " : " + isStatic + required + Text(property.Type) + (Sets(property) ? "" : ", read only"));
                break;
            case MethodDeclarationSyntax method when method.ExplicitInterfaceSpecifier is null:
                lines.Add(prefix + method.Identifier.ValueText + Text(method.ParameterList) + " : " + Text(method.ReturnType));
                break;
            case ConstructorDeclarationSyntax constructor:
                lines.Add(prefix + constructor.Identifier.ValueText + Text(constructor.ParameterList));
                break;
            case FieldDeclarationSyntax field:
                foreach (var variable in field.Declaration.Variables)
                    lines.Add(prefix + variable.Identifier.ValueText + " : " + Text(field.Declaration.Type) + (variable.Initializer is { } value && field.Modifiers.Any(SyntaxKind.ConstKeyword) ? " = " + Text(value.Value) : ""));
                break;
            case ConversionOperatorDeclarationSyntax conversion:
                lines.Add(prefix + "operator " + Text(conversion.Type) + Text(conversion.ParameterList));
                break;
            case OperatorDeclarationSyntax @operator:
                lines.Add(prefix + "operator " + @operator.OperatorToken.ValueText + Text(@operator.ParameterList) + " : " + Text(@operator.ReturnType));
                break;
            case IndexerDeclarationSyntax indexer:
                lines.Add(prefix + "this" + Text(indexer.ParameterList) + " : " + Text(indexer.Type));
                break;
        }
    }

    private static bool IsPublic(SyntaxTokenList modifiers, bool isInterface) => isInterface || modifiers.Any(SyntaxKind.PublicKeyword);

    private static bool Sets(PropertyDeclarationSyntax property) =>
        property.AccessorList?.Accessors.Any(static accessor =>
            (accessor.IsKind(SyntaxKind.SetAccessorDeclaration) || accessor.IsKind(SyntaxKind.InitAccessorDeclaration)) && accessor.Modifiers.Count == 0) == true;

    private static string Bases(BaseListSyntax? bases)
    {
        if (bases is null)
            return "";
        return ", " + string.Join(", ", bases.Types.Select(static type => Text(type.Type)));
    }

    /// <summary>As it is written, on one line, without what only the compiler needs.</summary>
    private static string Text(SyntaxNode node)
    {
        var text = new StringBuilder(node.ToString())
            .Replace("global::System.Collections.Generic.", "")
            .Replace("global::System.Threading.Tasks.", "")
            .Replace("global::System.Threading.", "")
            .Replace("global::", "");
        return text.Replace("\r", "").Replace("\n", " ").ToString();
    }
}
