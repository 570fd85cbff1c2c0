using System.Collections.Immutable;
using Integrations.Generators.Emission;
using Integrations.Generators.Models;

namespace Integrations.Generators.Documents;

/// <summary>Joins what the user wrote on a class with what the class gets of its document.</summary>
internal static class ClientJoin
{
    /// <summary>The emitted part of a class; without operations where its document is absent or unusable.</summary>
    public static ClientOutput Join(ClientDeclaration declaration, ImmutableArray<ClientModel> clients, EquatableArray<string> alike)
    {
        ClientModel? found = null;
        foreach (var client in clients)
        {
            if (string.Equals(client.FullName, declaration.FullName, StringComparison.Ordinal))
            {
                found = client;
                break;
            }
        }
        return new ClientOutput(ClientHints.Of(declaration.FullName, alike), declaration, found);
    }
}
