namespace Integrations.Generators.Models;

/// <summary>A type as a user's member has it: name and codec as formats over those of its arguments.</summary>
/// <param name="Name">The C# name, where <c>{0}</c> stands for the first argument's name and <c>{1}</c> for its codec, and so on.</param>
/// <param name="Codec">The codec, in the same way.</param>
/// <param name="IsValueType">Whether it is a struct.</param>
/// <param name="IsNullable">Whether it may be null.</param>
/// <param name="Arguments">The types that it is made of.</param>
/// <param name="Pending">What is to be resolved against emitted models; <paramref name="Name"/> and <paramref name="Codec"/> are then empty.</param>
internal sealed record TypeUse(
    string Name,
    string Codec,
    bool IsValueType,
    bool IsNullable,
    EquatableArray<TypeUse> Arguments,
    PendingType? Pending = null);

/// <summary>The name of a type that does not bind while the generator runs: an emitted model, if anything.</summary>
/// <param name="Text">The name as it is written, without <c>global::</c>, an alias replaced by its target.</param>
/// <param name="Scopes">The namespaces that it may be in, by the order of C#'s lookup; those of one step are parted by <c>;</c>. None where any may be meant.</param>
internal sealed record PendingType(string Text, EquatableArray<string> Scopes);

/// <summary>An emitted type that a user's member may name.</summary>
/// <param name="FullName">Its name with its namespace, without <c>global::</c>.</param>
/// <param name="Codec">The runtime's generic codec for it, without arguments; empty where it is no JSON.</param>
/// <param name="IsValueType">Whether it is a struct.</param>
internal sealed record EmittedType(string FullName, string Codec, bool IsValueType);

/// <summary>All that is emitted for user types.</summary>
/// <param name="Namespace">The namespace of the resolver.</param>
/// <param name="Types">The types whose names are all resolved.</param>
internal sealed record UserTypesModel(string Namespace, EquatableArray<UserTypeModel> Types);

/// <summary>What is wrong with a marked type, and where its members name what does not bind. Moves with the type, so nothing that emits may depend on it.</summary>
/// <param name="Problems">What is wrong.</param>
/// <param name="Pending">The names to be resolved, each where it is written.</param>
internal sealed record UserTypeCheck(EquatableArray<DiagnosticModel> Problems, EquatableArray<PendingUse> Pending);

/// <summary>A name to be resolved.</summary>
/// <param name="Type">The name.</param>
/// <param name="Member">The member that has it.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record PendingUse(PendingType Type, string Member, PlaceModel Place);
