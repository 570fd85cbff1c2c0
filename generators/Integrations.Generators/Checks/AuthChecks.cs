using Integrations.Generators.Declarations;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Checks;

/// <summary>Finds auth attributes that write one header (INT1010). One for a single operation replaces the class's there, so it is left out.</summary>
internal static class AuthChecks
{
    /// <summary>Checks the attributes of a class, in order.</summary>
    public static void Run(INamedTypeSymbol type, AttributeData[] attributes, List<DiagnosticModel> problems, CancellationToken cancellationToken)
    {
        AttributeData? first = null;
        foreach (var attribute in attributes)
        {
            if (AttributeKinds.Of(attribute.AttributeClass) != AttributeKind.Auth || !WritesAuthorization(attribute))
                continue;
            if (first is null)
            {
                first = attribute;
                continue;
            }
            problems.Add(DeclarationProblems.Of(
                DeclarationDescriptors.TwoCredentials,
                ArgumentPlace.Of(attribute, type, cancellationToken),
                AttributeKinds.ShortName(attribute),
                AttributeKinds.ShortName(first)));
        }
    }

    private static bool WritesAuthorization(AttributeData attribute)
    {
        var elsewhere = false;
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == "Operation")
                return false;
            // ApiKeyLocation.Header is 0; an enum's value is boxed as its underlying type.
            elsewhere |= argument is { Key: "In", Value.Value: not 0 };
        }
        if (attribute.AttributeClass?.Name != "ApiKeyAuthAttribute")
            return true;
        return !elsewhere
            && attribute.ConstructorArguments.Length > 0
            && attribute.ConstructorArguments[0] is { Kind: TypedConstantKind.Primitive, Value: string header }
            && string.Equals(header, "Authorization", StringComparison.OrdinalIgnoreCase);
    }
}
