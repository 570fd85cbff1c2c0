using System.Collections.Immutable;
using Integrations.Generators.Declarations;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Checks;

/// <summary>What is wrong with <c>[Fallback]</c>: no operation (INT1007), no method, or one that does not fit (INT1022).</summary>
internal static class FallbackChecks
{
    /// <summary>The attributes of a class with their places.</summary>
    public static List<FallbackUse> Read(INamedTypeSymbol type, AttributeData[] attributes, List<DiagnosticModel> problems, CancellationToken cancellationToken)
    {
        var uses = new List<FallbackUse>();
        foreach (var attribute in attributes)
        {
            if (AttributeKinds.Of(attribute.AttributeClass) != AttributeKind.Fallback)
                continue;
            if (FallbackReader.Arguments(attribute) is not { } arguments)
            {
                if (attribute.NamedArguments.Length == 0)
                    problems.Add(DeclarationProblems.Of(DeclarationDescriptors.InvalidArgument, ArgumentPlace.Of(attribute, type, cancellationToken), "[Fallback]", "is for no operation; write Operation = \"GET /path\" or an operationId, for a fallback is for one"));
                continue;
            }
            var methods = new List<string>();
            if (!type.GetMembers(arguments.Method).Any(static m => m is IMethodSymbol))
            {
                foreach (var member in type.GetMembers())
                {
                    if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary })
                        methods.Add(member.Name);
                }
            }
            uses.Add(new FallbackUse(arguments.Operation, Declarations.Types.TypeNames.Identifier(arguments.Method), ArgumentPlace.Positional(attribute, type, cancellationToken), EquatableArray.From(methods)));
        }
        return uses;
    }

    /// <summary>The mistakes of a class, each at its argument.</summary>
    public static EquatableArray<DiagnosticModel> Run(CheckModel check, ImmutableArray<FallbackModel?> bound)
    {
        var problems = new List<DiagnosticModel>();
        if (check.Fallbacks.Count == 0)
            return [];
        foreach (var model in bound)
        {
            if (model is null || model.FullName != check.FullName)
                continue;
            var faults = new List<FallbackFault>(model.Faults);
            // From the last, for of two for one operation the later is at fault.
            for (var i = check.Fallbacks.Count - 1; i >= 0; i--)
            {
                var use = check.Fallbacks[i];
                var index = faults.FindLastIndex(f => f.Operation == use.Operation && f.Method == use.Method);
                if (index < 0)
                    continue;
                problems.Insert(0, Of(use, faults[index].Why, check.ClassName));
                faults.RemoveAt(index);
            }
        }
        return EquatableArray.From(problems);
    }

    private static DiagnosticModel Of(FallbackUse use, string why, string className)
    {
        if (why.Length > 0)
            return DeclarationProblems.Of(DeclarationDescriptors.Fallback, use.Place, use.Method, use.Operation, why);
        var nearest = Suggestion.Nearest(use.Method, use.Methods);
        return DeclarationProblems.Of(DeclarationDescriptors.Fallback, use.Place, use.Method, use.Operation, $"'{className}' has no such method{Suggestion.Of(nearest)}; declare it in your part of the class")
            with { Remedy = nearest.Count > 0 ? nearest[0] : null };
    }
}
