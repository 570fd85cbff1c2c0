using System.Collections.Immutable;
using Integrations.Generators.Models;

namespace Integrations.Generators.Declarations;

/// <summary>From declarations to what they ask of each document together.</summary>
internal static class RequestGrouping
{
    /// <summary>One request per document, ordered by document; its clients ordered by full name.</summary>
    public static DocumentRequest[] Group(ImmutableArray<ClientDeclaration> declarations, ProjectModel project)
    {
        var byDocument = new SortedDictionary<string, List<ClientRequest>>(StringComparer.Ordinal);
        foreach (var declaration in declarations)
        {
            if (declaration.Document.Length == 0)
                continue;
            if (!byDocument.TryGetValue(declaration.Document, out var clients))
                byDocument.Add(declaration.Document, clients = []);
            clients.Add(new ClientRequest(declaration.Namespace, declaration.ClassName, declaration.Integration, declaration.Patterns, declaration.ModelNamespace, declaration.Pagination, ArgumentsOf(declaration)));
        }
        var requests = new DocumentRequest[byDocument.Count];
        var index = 0;
        foreach (var pair in byDocument)
        {
            pair.Value.Sort(static (left, right) => string.CompareOrdinal(left.FullName, right.FullName));
            requests[index++] = new DocumentRequest(pair.Key, project.RootNamespace, EquatableArray.From(pair.Value), byDocument.Count);
        }
        return requests;
    }

    private static EquatableArray<string> ArgumentsOf(ClientDeclaration declaration)
    {
        if (declaration.Fallbacks.Count == 0)
            return [];
        var operations = new List<string>();
        foreach (var fallback in declaration.Fallbacks)
        {
            foreach (var method in fallback.Candidates)
            {
                if (method.Arguments.Count > 0 && !operations.Contains(fallback.Operation))
                    operations.Add(fallback.Operation);
            }
        }
        return EquatableArray.From(operations);
    }
}
