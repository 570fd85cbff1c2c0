using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Integrations.Generators.Declarations.Sql;

/// <summary>How names of C# and SQL meet.</summary>
internal static class SqlNames
{
    /// <summary>A fully qualified name with the <c>?</c> of reference types.</summary>
    public static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The form in which names are compared: <c>placed_at</c>, <c>PlacedAt</c> and <c>placedAt</c> are one.</summary>
    public static string Key(string name) => name.Replace("_", "").ToLowerInvariant();

    /// <summary>A name as an identifier.</summary>
    public static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
