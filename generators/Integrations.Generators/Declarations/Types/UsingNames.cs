using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Integrations.Generators.Declarations.Types;

/// <summary>What a name that does not bind may mean, by C#'s lookup: the namespaces around it and the usings of each.</summary>
internal static class UsingNames
{
    /// <summary>The name as it is written.</summary>
    public static string Text(NameSyntax name)
    {
        var text = name.WithoutTrivia().ToString();
        return text.StartsWith("global::", StringComparison.Ordinal) ? text.Substring("global::".Length) : text;
    }

    /// <summary>The target of the alias that a simple name is, or null.</summary>
    public static string? Alias(NameSyntax name)
    {
        if (name is not IdentifierNameSyntax { Identifier.ValueText: var text })
            return null;
        foreach (var ancestor in name.Ancestors())
        {
            foreach (var directive in Usings(ancestor))
            {
                if (directive.Alias?.Name.Identifier.ValueText == text && directive.Name is { } target)
                    return Text(target);
            }
        }
        return null;
    }

    /// <summary>The name with the namespaces that it may be in, nearest first.</summary>
    public static PendingType Of(NameSyntax name, Compilation compilation, CancellationToken cancellationToken)
    {
        var first = name;
        while (first is QualifiedNameSyntax qualified)
            first = qualified.Left;
        var text = Text(name);
        if (Alias(first) is { } target)
            text = target + text.Substring(Text(first).Length);
        var scopes = new List<string>();
        if (name.ToString().StartsWith("global::", StringComparison.Ordinal))
            return new PendingType(text, new([""]));
        foreach (var ancestor in name.Ancestors())
        {
            switch (ancestor)
            {
                case BaseNamespaceDeclarationSyntax declaration:
                    var full = FullName(declaration);
                    var outer = full;
                    scopes.Add(full);
                    AddUsings(scopes, declaration.Usings, full);
                    // namespace A.B stands in A too; the rest is added by the declarations around it.
                    for (var parts = declaration.Name.ToString().Count(static c => c == '.'); parts > 0; parts--)
                        scopes.Add(outer = outer.Substring(0, outer.LastIndexOf('.')));
                    break;
                case CompilationUnitSyntax unit:
                    scopes.Add("");
                    AddUsings(scopes, Everywhere(unit, compilation, cancellationToken), "");
                    break;
            }
        }
        return new PendingType(text, EquatableArray.From(scopes));
    }

    private static SyntaxList<UsingDirectiveSyntax> Usings(SyntaxNode node) => node switch
    {
        BaseNamespaceDeclarationSyntax ns => ns.Usings,
        CompilationUnitSyntax unit => unit.Usings,
        _ => default,
    };

    private static string FullName(BaseNamespaceDeclarationSyntax declaration)
    {
        var text = declaration.Name.ToString();
        foreach (var ancestor in declaration.Ancestors())
        {
            if (ancestor is BaseNamespaceDeclarationSyntax outer)
                text = outer.Name + "." + text;
        }
        return text;
    }

    // Those of one place are one step of the lookup. A using may be written from the namespace that it stands in.
    private static void AddUsings(List<string> scopes, IEnumerable<UsingDirectiveSyntax> usings, string ns)
    {
        var targets = new List<string>();
        foreach (var directive in usings)
        {
            if (directive.Alias is not null || directive.StaticKeyword != default || directive.Name is not { } name)
                continue;
            targets.Add(Text(name));
            for (var outer = ns; outer.Length > 0; outer = outer.LastIndexOf('.') is var dot and >= 0 ? outer.Substring(0, dot) : "")
                targets.Add(outer + "." + Text(name));
        }
        if (targets.Count > 0)
            scopes.Add(string.Join(";", targets));
    }

    private static IEnumerable<UsingDirectiveSyntax> Everywhere(CompilationUnitSyntax unit, Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (var directive in unit.Usings)
            yield return directive;
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (tree == unit.SyntaxTree || tree.GetRoot(cancellationToken) is not CompilationUnitSyntax other)
                continue;
            foreach (var directive in other.Usings)
            {
                if (directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword))
                    yield return directive;
            }
        }
    }
}
