namespace Integrations.Generators.Models;

/// <summary>What a document says it sends: its webhooks, and the callbacks of its operations. A receiver finds the type of a payload here.</summary>
/// <param name="Name">The name of the emitted table.</param>
/// <param name="Doc">Its documentation.</param>
/// <param name="Rows">The webhooks, then the callbacks, in the document's order.</param>
internal sealed record WebhooksModel(string Name, DocModel Doc, EquatableArray<WebhookModel> Rows) : SchemaModel(Name, Doc);

/// <summary>One request that a document says it sends.</summary>
/// <param name="Name">The webhook's or callback's name.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="OperationId">operationId, or null.</param>
/// <param name="Operation">For a callback: method and path of the operation that asks for it; else null.</param>
/// <param name="Address">For a callback: the runtime expression of its address; else null.</param>
/// <param name="Payload">The type of its JSON body; null where it has none.</param>
/// <param name="Nullable">Whether the body may be JSON's null.</param>
internal sealed record WebhookModel(string Name, string Method, string? OperationId, string? Operation, string? Address, TypeModel? Payload, bool Nullable);
