namespace Integrations.Generators.Models;

/// <summary>
/// What a type marked with <c>[JsonModel]</c> gives: itself and what it reaches. Holds no place; names of emitted models, which do not
/// bind while the generator runs, are still to be resolved.
/// </summary>
/// <param name="Types">The types, the marked one first.</param>
internal sealed record UserTypeSet(EquatableArray<UserTypeModel> Types);

/// <summary>A type of a user's own for which JSON code is emitted.</summary>
/// <param name="Name">Its C# name, fully qualified and closed.</param>
/// <param name="Codec">The emitted codec, fully qualified; one for each type and naming.</param>
/// <param name="Title">Its name for error messages and documentation.</param>
/// <param name="Home">Where its code is emitted.</param>
/// <param name="IsValueType">Whether it is a struct or enum.</param>
internal abstract record UserTypeModel(string Name, string Codec, string Title, UserTypeHome Home, bool IsValueType);

/// <summary>Where the code of a type is emitted.</summary>
/// <param name="Namespace">The namespace; empty for the global one.</param>
/// <param name="Parts">The declarations around it (<c>partial class Outer</c>), the last of them the type itself where it gets a part; none for a codec beside it.</param>
/// <param name="CodecName">The codec's own name.</param>
/// <param name="Hides">Whether a base has a codec of that name within it.</param>
internal sealed record UserTypeHome(string Namespace, EquatableArray<string> Parts, string CodecName, bool Hides);

/// <summary>A C# enum.</summary>
/// <param name="AsText">Whether it travels as its names.</param>
/// <param name="Number">The keyword of the integer under it.</param>
/// <param name="Flags">Whether values are combined.</param>
/// <param name="Members">Its members by the unsigned order of their values; of several with one value, the first.</param>
internal sealed record UserEnumModel(
    string Name, string Codec, string Title, UserTypeHome Home, bool AsText, string Number, bool Flags, EquatableArray<UserEnumMember> Members)
    : UserTypeModel(Name, Codec, Title, Home, true);

/// <summary>A member of a C# enum.</summary>
/// <param name="Name">Its name, escaped where it is a keyword.</param>
/// <param name="Wire">Its name on the wire.</param>
internal sealed record UserEnumMember(string Name, string Wire);

/// <summary>A class, record, struct or interface.</summary>
/// <param name="Members">What has a name on the wire, in the order of writing.</param>
/// <param name="Construction">How one is made; null where only its derived types are.</param>
/// <param name="Extension">The member that keeps unknown properties, or null.</param>
/// <param name="DisallowUnmapped">Whether unknown properties are refused.</param>
/// <param name="Hierarchy">How its derived types are told apart, or null.</param>
/// <param name="Discriminator">The property that tells it within a hierarchy that it belongs to, or null.</param>
/// <param name="IsAbstract">Whether none is of this very type.</param>
internal sealed record UserObjectModel(
    string Name,
    string Codec,
    string Title,
    UserTypeHome Home,
    bool IsValueType,
    EquatableArray<UserMemberModel> Members,
    UserConstruction? Construction,
    UserExtension? Extension,
    bool DisallowUnmapped,
    UserHierarchy? Hierarchy,
    string? Discriminator,
    bool IsAbstract) : UserTypeModel(Name, Codec, Title, Home, IsValueType);

/// <summary>How an object is made.</summary>
/// <param name="Arguments">The constructor's arguments in order.</param>
internal sealed record UserConstruction(EquatableArray<UserArgument> Arguments);

/// <summary>An argument of a constructor.</summary>
/// <param name="Member">The index of the member that it takes its value from; -1 where it takes its default.</param>
/// <param name="Default">Its default as C#, or that of its type.</param>
/// <param name="IsOptional">Whether it has a default of its own.</param>
internal sealed record UserArgument(int Member, string Default, bool IsOptional);

/// <summary>How a member is set.</summary>
internal enum UserSetter
{
    /// <summary>Not, or by the constructor.</summary>
    None,
    /// <summary>After the object is made.</summary>
    Set,
    /// <summary>While the object is made.</summary>
    Init,
}

/// <summary>When a member is left out.</summary>
internal enum UserOmission
{
    /// <summary>Never.</summary>
    Never,
    /// <summary>Where it is null.</summary>
    Null,
    /// <summary>Where it is the default of its type.</summary>
    Default,
    /// <summary>Always: it is only read, or neither.</summary>
    Always,
}

/// <summary>A property or field.</summary>
/// <param name="Wire">Its name on the wire.</param>
/// <param name="Name">Its C# name, escaped where it is a keyword.</param>
/// <param name="Type">Its type; for an <c>Optional</c>, that of its value.</param>
/// <param name="IsOptional">Whether it is an <c>Optional</c>.</param>
/// <param name="Omission">When it is left out of what is written.</param>
/// <param name="IsRead">Whether it is read.</param>
/// <param name="IsRequired">Whether reading fails without it.</param>
/// <param name="Setter">How it is set.</param>
/// <param name="MustInit">Whether C# demands it of the object's initializer.</param>
/// <param name="StartsWith">Whether it has a value of its own before it is set, which absence must leave.</param>
internal sealed record UserMemberModel(
    string Wire,
    string Name,
    TypeUse Type,
    bool IsOptional,
    UserOmission Omission,
    bool IsRead,
    bool IsRequired,
    UserSetter Setter,
    bool MustInit,
    bool StartsWith);

/// <summary>The member with <c>[JsonExtensionData]</c>.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Type">Its type as C#, not nullable.</param>
/// <param name="Extra">Whether it is the runtime's own kind, which keeps text as it stands.</param>
/// <param name="Setter">How it is set.</param>
internal sealed record UserExtension(string Name, string Type, bool Extra, UserSetter Setter);

/// <summary>A <c>[JsonPolymorphic]</c> type.</summary>
/// <param name="Property">The property that tells the type.</param>
/// <param name="Cases">The derived types.</param>
/// <param name="Unknown">What is done with a type that is none of them when writing: 0 refused, 1 written as the base, 2 as the nearest ancestor.</param>
/// <param name="IgnoreUnknown">Whether an unknown value of the property is read as the base.</param>
internal sealed record UserHierarchy(string Property, EquatableArray<UserCase> Cases, int Unknown, bool IgnoreUnknown);

/// <summary>A <c>[JsonDerivedType]</c>.</summary>
/// <param name="Name">The type, fully qualified.</param>
/// <param name="Codec">Its codec.</param>
/// <param name="Value">What tells it; null where nothing does.</param>
/// <param name="IsText">Whether <paramref name="Value"/> is a string, else an integer.</param>
/// <param name="IsSelf">Whether it is the base itself.</param>
internal sealed record UserCase(string Name, string Codec, string? Value, bool IsText, bool IsSelf);

/// <summary>What the reading of one marked type gives.</summary>
/// <param name="Set">What is emitted.</param>
/// <param name="Check">What is wrong, with places.</param>
internal sealed record MarkedType(UserTypeSet Set, UserTypeCheck Check);
