using Integrations.Generators.Models;
using Integrations.OpenApi.Model;

namespace Integrations.Generators.Binding;

/// <summary>Binds a document to what the project asks of it.</summary>
internal static class DocumentBinder
{
    /// <summary>Decides everything that is emitted from a document.</summary>
    /// <param name="spec">The loaded slice (the union over all clients).</param>
    /// <param name="request">What is asked.</param>
    /// <param name="path">The document's path as the compiler knows it, for places.</param>
    /// <param name="tags">The distinct first tags over the whole document.</param>
    /// <param name="slices">For each of the request's clients, in order, the operations that it asks for.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static DocumentModel Bind(
        SpecDocument spec,
        DocumentRequest request,
        string path,
        IReadOnlyList<string> tags,
        IReadOnlyList<IReadOnlyList<SpecOperationKey>> slices,
        CancellationToken cancellationToken) => throw new NotImplementedException();
}
