namespace Integrations.Generators.Models;

/// <summary>All that the project's classes ask of one document.</summary>
/// <param name="Document">The document, as the attributes name it.</param>
/// <param name="RootNamespace">The project's root namespace.</param>
/// <param name="Clients">The classes on it, ordered by full name.</param>
/// <param name="Documents">How many documents the project's clients name: they share a budget of output files.</param>
internal sealed record DocumentRequest(string Document, string RootNamespace, EquatableArray<ClientRequest> Clients, int Documents = 1);

/// <summary>The part of a <see cref="ClientDeclaration"/> that decides what is read of its document and how it is named.</summary>
/// <param name="Namespace">The namespace of the class.</param>
/// <param name="ClassName">The class.</param>
/// <param name="Integration">The integration's name.</param>
/// <param name="Patterns">The <c>Operations</c> patterns; empty for all.</param>
/// <param name="ModelNamespace"><c>Namespace =</c>, or null.</param>
/// <param name="Pagination">What <c>[Pagination]</c> says.</param>
/// <param name="ArgumentsOf">The operations whose arguments a fallback takes.</param>
internal sealed record ClientRequest(
    string Namespace,
    string ClassName,
    string Integration,
    EquatableArray<string> Patterns,
    string? ModelNamespace,
    EquatableArray<PaginationDeclaration> Pagination = default,
    EquatableArray<string> ArgumentsOf = default)
{
    /// <summary>The class with its namespace, without <c>global::</c>.</summary>
    public string FullName => Namespace.Length == 0 ? ClassName : Namespace + "." + ClassName;
}
