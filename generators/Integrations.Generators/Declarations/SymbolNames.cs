using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Declarations;

/// <summary>Names of symbols by plain concatenation: this runs for every client at every keystroke, and display strings are dear.</summary>
internal static class SymbolNames
{
    /// <summary>A namespace with those around it; empty for the global one.</summary>
    public static string Of(INamespaceSymbol symbol) =>
        symbol.IsGlobalNamespace ? "" : symbol.ContainingNamespace.IsGlobalNamespace ? symbol.Name : Of(symbol.ContainingNamespace) + "." + symbol.Name;

    /// <summary>A class with its namespace.</summary>
    public static string Of(INamedTypeSymbol symbol) =>
        symbol.ContainingNamespace.IsGlobalNamespace ? symbol.Name : Of(symbol.ContainingNamespace) + "." + symbol.Name;
}
