using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Declarations;

/// <summary>What <c>[OpenApiClient]</c> says, as written; nothing is checked here.</summary>
/// <param name="Document">The document, or null where it is missing or null.</param>
/// <param name="Operations">The patterns; empty for all. A null among them is an empty text.</param>
/// <param name="Name"><c>Name</c>, or null.</param>
/// <param name="Namespace"><c>Namespace</c>, or null.</param>
/// <param name="Required"><c>Required</c>.</param>
internal readonly record struct ClientArguments(string? Document, string[] Operations, string? Name, string? Namespace, bool Required)
{
    /// <summary>Reads an attribute.</summary>
    public static ClientArguments Read(AttributeData attribute)
    {
        var document = attribute.ConstructorArguments.Length > 0 ? Text(attribute.ConstructorArguments[0]) : null;
        string[] operations = [];
        string? name = null;
        string? ns = null;
        var required = false;
        foreach (var argument in attribute.NamedArguments)
        {
            switch (argument.Key)
            {
                case "Operations": operations = Texts(argument.Value); break;
                case "Name": name = Text(argument.Value); break;
                case "Namespace": ns = Text(argument.Value); break;
                case "Required": required = argument.Value is { Kind: TypedConstantKind.Primitive, Value: true }; break;
            }
        }
        return new ClientArguments(document, operations, name, ns, required);
    }

    private static string? Text(TypedConstant constant) =>
        constant.Kind == TypedConstantKind.Primitive ? constant.Value as string : null;

    private static string[] Texts(TypedConstant constant)
    {
        if (constant.Kind != TypedConstantKind.Array || constant.IsNull)
            return [];
        var values = constant.Values;
        var texts = new string[values.Length];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = Text(values[i]) ?? "";
        return texts;
    }
}
