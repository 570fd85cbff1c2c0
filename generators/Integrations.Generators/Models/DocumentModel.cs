namespace Integrations.Generators.Models;

/// <summary>
/// A document bound to what the project asks of it: everything that is emitted from it, decided. Immutable and compared by value;
/// whoever adds a member keeps it so (no Roslyn type, no ImmutableArray, no dictionary).
/// </summary>
/// <param name="Name">The document's name in C# (<c>GitHub</c>).</param>
/// <param name="Namespace">The namespace of its models (<c>MyApp.GitHub</c>).</param>
/// <param name="Files">Its output files: types and operation groups (none of these for a flat document).</param>
/// <param name="Clients">One per class that asked.</param>
/// <param name="Problems">Diagnostics at places in the document.</param>
/// <param name="Webhooks">What it says it sends: a receiver finds the type of a payload here.</param>
internal sealed record DocumentModel(
    string Name,
    string Namespace,
    EquatableArray<DocumentFileModel> Files,
    EquatableArray<ClientModel> Clients,
    EquatableArray<DiagnosticModel> Problems,
    EquatableArray<WebhookModel> Webhooks = default);

/// <summary>One output file of a document.</summary>
/// <param name="HintName">Its hint name: ASCII, unique ignoring case.</param>
/// <param name="Namespace">The namespace of what is in it.</param>
/// <param name="Document">The document's path, for the header.</param>
/// <param name="Schemas">The types in it.</param>
/// <param name="Groups">The operation groups in it.</param>
internal sealed record DocumentFileModel(
    string HintName,
    string Namespace,
    string Document,
    EquatableArray<SchemaModel> Schemas,
    EquatableArray<GroupModel> Groups);

/// <summary>The operations of one tag.</summary>
/// <param name="ClassName"><c>IssuesOperations</c>.</param>
/// <param name="InterfaceName"><c>IIssuesOperations</c>.</param>
/// <param name="Tag">The tag as the document writes it.</param>
/// <param name="Operations">Its operations, over the union of all clients.</param>
internal sealed record GroupModel(
    string ClassName,
    string InterfaceName,
    string Tag,
    EquatableArray<OperationModel> Operations);

/// <summary>What one class gets of its document.</summary>
/// <param name="FullName">The class with its namespace, to join with its <see cref="ClientDeclaration"/>.</param>
/// <param name="Document">The document's path, for the header.</param>
/// <param name="Title">The document's title.</param>
/// <param name="BaseAddress">The document's first server, with its variables, where it is absolute and http(s) without user info, else null.</param>
/// <param name="Variables">The variables of its servers.</param>
/// <param name="Groups">Its groups, each with the property it gets.</param>
/// <param name="InterfaceName">For a flat document: <c>I{Client}</c>; else null.</param>
/// <param name="FlatOperations">For a flat document: its operations; else empty.</param>
/// <param name="OperationFields">The descriptors of its slice, as C# expressions, in the document's order.</param>
/// <param name="SecuritySchemes">The security schemes of the document.</param>
/// <param name="Security">What operations need that say nothing themselves, or null.</param>
internal sealed record ClientModel(
    string FullName,
    string Document,
    string Title,
    string? BaseAddress,
    EquatableArray<ServerVariableModel> Variables,
    EquatableArray<ClientGroupModel> Groups,
    string? InterfaceName,
    EquatableArray<OperationModel> FlatOperations,
    EquatableArray<string> OperationFields,
    EquatableArray<SecuritySchemeModel> SecuritySchemes = default,
    string? Security = null);

/// <summary>A security scheme.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">The member of <c>SecuritySchemeKind</c>.</param>
/// <param name="Parameter">The name of an API key's header, parameter or cookie, or null.</param>
/// <param name="In">The member of <c>ApiKeyLocation</c>.</param>
/// <param name="TokenUrl">Where tokens come from, or null.</param>
internal sealed record SecuritySchemeModel(string Name, string Kind, string? Parameter, string In, string? TokenUrl);

/// <summary>A variable of servers.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Default">Its default; empty where there is none.</param>
/// <param name="Values">What it may be; empty for anything.</param>
internal sealed record ServerVariableModel(string Name, string Default, EquatableArray<string> Values);

/// <summary>A group as a property of a client.</summary>
/// <param name="PropertyName"><c>Issues</c>.</param>
/// <param name="ClassName">The group's class, fully qualified.</param>
/// <param name="InterfaceName">The group's interface, fully qualified.</param>
/// <param name="Tag">The tag.</param>
internal sealed record ClientGroupModel(string PropertyName, string ClassName, string InterfaceName, string Tag);
