using Integrations.Generators.Binding;
using Integrations.Generators.Emission.Json;
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

    /// <summary>Writes a file of models.</summary>
    public Func<SchemaFileModel, string> EmitSchemas { get; init; } = SchemaFileEmitter.Emit;

    /// <summary>Writes a group.</summary>
    public Func<GroupModel, string> EmitGroup { get; init; } = GroupEmitter.Emit;

    /// <summary>Writes a client.</summary>
    public Func<ClientModel?, ClientDeclaration, string> EmitClient { get; init; } = ClientEmitter.Emit;
}
