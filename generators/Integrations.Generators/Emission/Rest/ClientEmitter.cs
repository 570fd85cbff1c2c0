using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Rest;

/// <summary>Writes the emitted part of a client class.</summary>
internal static class ClientEmitter
{
    /// <summary>The text of the file.</summary>
    /// <param name="client">What it gets of its document; null where the document is absent or unusable (a client without operations is emitted, so that the one error stands alone).</param>
    /// <param name="declaration">What the user wrote.</param>
    public static string Emit(ClientModel? client, ClientDeclaration declaration) => throw new NotImplementedException();
}
