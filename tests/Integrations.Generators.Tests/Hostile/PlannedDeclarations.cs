using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Integrations.Generators.Tests.Hostile;

/// <summary>
/// What the bound models say is declared, to be compared with what the emitted text, parsed again, declares: nothing else may be in it, and
/// nothing may be missing.
/// </summary>
internal sealed class PlannedDeclarations
{
    private readonly SortedSet<string> _planned = new(StringComparer.Ordinal);

    /// <summary>How much it is.</summary>
    public string Summary => $"{_planned.Count(static d => !d.Contains("::", StringComparison.Ordinal)):N0} types, {_planned.Count(static d => d.Contains("::", StringComparison.Ordinal)):N0} members";

    /// <summary>Plans the types of a file.</summary>
    public void Add(DocumentFileModel file)
    {
        lock (_planned)
        {
            foreach (var schema in file.Schemas)
                Schema(schema);
            foreach (var group in file.Groups)
            {
                Type(group.InterfaceName, "With");
                Type(group.ClassName, "_api", ".ctor", "With", "." + "With");
                foreach (var operation in group.Operations)
                    Operation(group.InterfaceName, group.ClassName, operation);
            }
        }
    }

    /// <summary>Plans the members of a client.</summary>
    public void Add(ClientModel? client, ClientDeclaration declaration)
    {
        lock (_planned)
        {
            Type(declaration.ClassName, "_api", ".ctor", "Operations", "With", ".Api", ".Definition", ".Create");
            if (client is null)
                return;
            foreach (var group in client.Groups)
                Type(declaration.ClassName, group.PropertyName);
            if (client.InterfaceName is not { } flat)
                return;
            Type(flat, "With");
            Type(declaration.ClassName, ".With");
            foreach (var operation in client.FlatOperations)
                Operation(flat, declaration.ClassName, operation);
        }
    }

    /// <summary>Tells what is declared and was not planned, and the reverse.</summary>
    public void Compare(IEnumerable<GeneratedSourceResult> sources, List<string> faults)
    {
        var declared = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            var root = (CompilationUnitSyntax)source.SyntaxTree.GetRoot();
            foreach (var node in root.DescendantNodes(static n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
                Declared(node, declared);
            foreach (var node in root.DescendantNodes().Where(static n => n is (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or GlobalStatementSyntax or UsingDirectiveSyntax or ExternAliasDirectiveSyntax) && !IsPageSelector(n)))
                declared.Add("code of a kind that is never emitted: " + node);
            if (root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().Count() > 1 || root.AttributeLists.Count > 0)
                declared.Add("a namespace or an attribute of the assembly in " + source.HintName);
        }
        foreach (var extra in declared.Except(_planned, StringComparer.Ordinal).Take(10))
            faults.Add("declared, but never planned: " + extra);
        foreach (var missing in _planned.Except(declared, StringComparer.Ordinal).Take(10))
            faults.Add("planned, but not declared: " + missing);
    }

    private static void Declared(SyntaxNode node, SortedSet<string> declared)
    {
        var type = string.Join('.', node.Ancestors().OfType<TypeDeclarationSyntax>().Reverse().Select(static t => t.Identifier.ValueText));
        switch (node)
        {
            case TypeDeclarationSyntax it: declared.Add(type.Length == 0 ? it.Identifier.ValueText : type + "." + it.Identifier.ValueText); break;
            case PropertyDeclarationSyntax it: Add((it.ExplicitInterfaceSpecifier is null ? "" : ".") + it.Identifier.ValueText); break;
            case MethodDeclarationSyntax it: Add((it.ExplicitInterfaceSpecifier is null ? "" : ".") + it.Identifier.ValueText); break;
            case FieldDeclarationSyntax it:
                foreach (var variable in it.Declaration.Variables) Add(variable.Identifier.ValueText);
                break;
            case ConstructorDeclarationSyntax: Add(".ctor"); break;
            case ConversionOperatorDeclarationSyntax: Add("implicit"); break;
            case BaseNamespaceDeclarationSyntax: break;
            case MemberDeclarationSyntax: Add(node.Kind() + " " + node); break;
        }

        void Add(string member) => declared.Add(type + "::" + member);
    }

    /// <summary>The one kind of lambda that is emitted: what a page has, told to the runtime's walk.</summary>
    private static bool IsPageSelector(SyntaxNode node) =>
        node is SimpleLambdaExpressionSyntax { Parameter.Identifier.ValueText: "page", Block: null } lambda
        && lambda.Modifiers.Any(SyntaxKind.StaticKeyword)
        && lambda.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Identifier.ValueText.EndsWith("AllAsync", StringComparison.Ordinal) == true;

    private void Type(string type, params ReadOnlySpan<string> members)
    {
        _planned.Add(type);
        foreach (var member in members)
            _planned.Add(type + "::" + member.TrimStart('@'));
    }

    private void Schema(SchemaModel schema)
    {
        switch (schema)
        {
            case ObjectModel model:
                Type(model.Name, "Shape", ".Read", ".Write");
                if (model.Base is null)
                    Type(model.Name, "_extra", "AdditionalProperties");
                if (model.Properties.Any(static p => (p.Presence is Presence.Required or Presence.RequiredNullable && p.Initializer is null) || (p.Inherited && p.Initializer is not null)))
                    Type(model.Name, ".ctor");
                foreach (var property in model.Properties.Where(static p => !p.Inherited))
                    Type(model.Name, property.Name);
                break;
            case MultipartModel model:
                Type(model.Name, ".Write");
                foreach (var part in model.Parts)
                    Type(model.Name, part.Property.Name);
                break;
            case EnumModel model:
                Type(model.Name, ".From", "ToString");
                if (!model.Integer)
                    Type(model.Name, "s_known", ".Known");
                Type(model.Name + ".Values");
                foreach (var value in model.Values)
                {
                    Type(model.Name, value.Name);
                    Type(model.Name + ".Values", value.Name);
                }
                break;
            case UnionModel model:
                Type(model.Name, ".ctor", "Value", "implicit", ".Read", ".Write", "ToString");
                break;
            case TupleModel model:
                Type(model.Name, "_count", "_rest", "Rest", ".Read", ".Write");
                foreach (var item in model.Items)
                    Type(model.Name, item.Name);
                break;
            case HeadersModel model:
                Type(model.Name, "_headers", ".ctor");
                foreach (var header in model.Headers)
                    Type(model.Name, header.Name);
                break;
            case WebhooksModel model:
                Type(model.Name, "All");
                break;
            default:
                throw new InvalidOperationException("A kind of type that nothing is planned for: " + schema.GetType().Name);
        }
    }

    private void Operation(string contract, string owner, OperationModel operation)
    {
        string[] methods = operation.Response.IsItems
            ? [operation.Name + "Async"]
            : [operation.Name + "Async", operation.Name + "ResponseAsync", .. operation.Links.Select(static l => l.Name + "Async")];
        if (operation.Pagination is not null)
            methods = [.. methods, operation.Name + "AllAsync"];
        Type(contract, methods);
        Type(owner, methods);
        Type(owner, operation.Name + "Request");
        if (!operation.Variant)
            Type(owner, operation.FieldName);
    }
}
