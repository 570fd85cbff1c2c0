using Integrations.Generators.Declarations;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Documents;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Checks;

/// <summary>Reads of a class with <c>[OpenApiClient]</c> what is to be checked, with its places, and says what is wrong with the class itself.</summary>
internal static class CheckReader
{
    private static readonly PlaceModel Nowhere = new("", 0, 0, 0, 0, 0, 0);

    /// <summary>What is to be checked of a class that nothing was read of yet.</summary>
    public static CheckModel Read(INamedTypeSymbol type, AttributeData client, CancellationToken cancellationToken)
    {
        var obstacle = ClassShape.Obstacle(type);
        var isPartial = obstacle is null && ClassShape.IsPartial(type, cancellationToken);
        return Read(type, client, obstacle, isPartial, ClientArguments.Read(client), AttributeOrder.Of(type), cancellationToken);
    }

    /// <summary>What is to be checked of a class.</summary>
    public static CheckModel Read(
        INamedTypeSymbol type,
        AttributeData client,
        string? obstacle,
        bool isPartial,
        ClientArguments arguments,
        AttributeData[] attributes,
        CancellationToken cancellationToken)
    {
        var problems = new List<DiagnosticModel>();
        if (obstacle is not null)
        {
            problems.Add(DeclarationProblems.Of(DeclarationDescriptors.Shape, ArgumentPlace.Of(type), type.Name, obstacle));
            return new CheckModel(SymbolNames.Of(type), type.Name, "", Nowhere, new("", Nowhere), [], [], null, [], EquatableArray.From(problems));
        }
        if (!isPartial)
            problems.Add(DeclarationProblems.Of(DeclarationDescriptors.NotPartial, ArgumentPlace.Of(type), type.Name));

        ArgumentChecks.Run(type, client, arguments, problems, cancellationToken);
        AuthChecks.Run(type, attributes, problems, cancellationToken);
        var fallbacks = EquatableArray.From(FallbackChecks.Read(type, attributes, problems, cancellationToken));
        return new CheckModel(
            SymbolNames.Of(type),
            type.Name,
            IntegrationNames.Of(type.Name, arguments.Name),
            ArgumentPlace.Of(client, type, cancellationToken),
            new PlacedText(DocumentPath.Normalize(arguments.Document ?? ""), ArgumentPlace.Positional(client, type, cancellationToken)),
            EquatableArray.From(Patterns(type, client, arguments, cancellationToken)),
            EquatableArray.From(Uses(type, attributes, cancellationToken)),
            HealthCheckChecks.Read(type, attributes, cancellationToken),
            fallbacks,
            EquatableArray.From(problems));
    }

    private static List<PlacedText> Patterns(INamedTypeSymbol type, AttributeData client, ClientArguments arguments, CancellationToken cancellationToken)
    {
        var patterns = new List<PlacedText>(arguments.Operations.Length);
        for (var i = 0; i < arguments.Operations.Length; i++)
        {
            if (!string.IsNullOrWhiteSpace(arguments.Operations[i]))
                patterns.Add(new PlacedText(arguments.Operations[i], ArgumentPlace.Element(client, "Operations", i, type, cancellationToken)));
        }
        return patterns;
    }

    private static List<OperationUse> Uses(INamedTypeSymbol type, AttributeData[] attributes, CancellationToken cancellationToken)
    {
        var uses = new List<OperationUse>();
        foreach (var attribute in attributes)
        {
            if (AttributeKinds.Of(attribute.AttributeClass) is not (AttributeKind.Auth or AttributeKind.Policy or AttributeKind.Fallback))
                continue;
            foreach (var argument in attribute.NamedArguments)
            {
                if (argument is { Key: "Operation", Value: { Kind: TypedConstantKind.Primitive, Value: string operation } })
                    uses.Add(new OperationUse(AttributeKinds.ShortName(attribute), operation, ArgumentPlace.Named(attribute, "Operation", type, cancellationToken)));
            }
        }
        return uses;
    }
}
