namespace Integrations.Generators.Models;

/// <summary>The emitted part of one class: what the user wrote, and what it gets of its document.</summary>
/// <param name="HintName">The hint name of its file.</param>
/// <param name="Declaration">What the user wrote.</param>
/// <param name="Client">What it gets; null where its document is absent or unusable.</param>
internal sealed record ClientOutput(string HintName, ClientDeclaration Declaration, ClientModel? Client);
