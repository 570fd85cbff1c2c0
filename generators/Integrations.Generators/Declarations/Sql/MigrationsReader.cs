using Integrations.Generators.Checks;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Declarations.Sql;

/// <summary>Reads <c>[Migrations]</c>.</summary>
internal static class MigrationsReader
{
    /// <summary>What is emitted for a class (null where nothing can be), and what is checked of it.</summary>
    public static (MigrationsDeclaration? Declaration, MigrationsCheck Check)? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        if (context.TargetSymbol is not INamedTypeSymbol { TypeKind: TypeKind.Class } type)
            return null;
        var attribute = context.Attributes[0];
        var problems = new List<DiagnosticModel>();
        var (postgres, sqlite) = (Has(type, "PostgresClientAttribute"), Has(type, "SqliteClientAttribute"));
        if (!postgres && !sqlite)
            problems.Add(DeclarationProblems.Of(SqlDescriptors.Migrations, ArgumentPlace.Of(attribute, type, cancellationToken), type.Name, "it is no database: add [PostgresClient] or [SqliteClient]"));
        var files = attribute.ConstructorArguments.Length > 0 ? attribute.ConstructorArguments[0].Value as string ?? "" : "";
        string? own = null;
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument is { Key: "Sqlite", Value.Value: string stated })
                own = stated;
        }
        var fullName = SymbolNames.Of(type);
        var check = new MigrationsCheck(
            fullName,
            ArgumentPlace.Positional(attribute, type, cancellationToken),
            own is null ? ArgumentPlace.Positional(attribute, type, cancellationToken) : ArgumentPlace.Named(attribute, "Sqlite", type, cancellationToken),
            EquatableArray.From(problems));
        // What else is wrong with the class is said of the attributes of its engines.
        return problems.Count > 0 || ClassShape.Obstacle(type) is not null || !ClassShape.IsPartial(type, cancellationToken)
            ? (null, check)
            : (new MigrationsDeclaration(SymbolNames.Of(type.ContainingNamespace), type.Name, postgres, sqlite, files, own), check);
    }

    private static bool Has(INamedTypeSymbol type, string name)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is { ContainingNamespace: { Name: WellKnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true } } found && found.Name == name)
                return true;
        }
        return false;
    }
}
