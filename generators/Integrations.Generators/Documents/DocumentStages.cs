using Integrations.Generators.Binding;
using Integrations.Generators.Emission;
using Integrations.Generators.Emission.Rest;
using Integrations.Generators.Models;
using Integrations.OpenApi.Model;

namespace Integrations.Generators.Documents;

/// <summary>Binds a document; see <see cref="DocumentBinder.Bind"/>.</summary>
internal delegate DocumentModel BindDocument(
    SpecDocument spec,
    DocumentRequest request,
    string path,
    IReadOnlyList<string> tags,
    IReadOnlyList<IReadOnlyList<SpecOperationKey>> slices,
    CancellationToken cancellationToken);

/// <summary>What the wiring calls. Tests put faults in its place to see that the guards catch them.</summary>
internal sealed class DocumentStages
{
    /// <summary>The real ones.</summary>
    public static DocumentStages Default { get; } = new();

    /// <summary>Binds.</summary>
    public BindDocument Bind { get; init; } = DocumentBinder.Bind;

    /// <summary>Writes a file of a document.</summary>
    public Func<DocumentFileModel, string> EmitFile { get; init; } = DocumentFileEmitter.Emit;

    /// <summary>Writes a client.</summary>
    public Func<ClientModel?, ClientDeclaration, string> EmitClient { get; init; } = ClientEmitter.Emit;
}
