namespace Integrations.Generators.Binding;

/// <summary>
/// How much of one document becomes C#: no vendor's document that we know reaches a limit, but a hostile one could make the compiler work for hours. What
/// is beyond is typed as raw, and an INT2003 says so.
/// </summary>
internal static class BindingLimits
{
    /// <summary>Values of one enum; one with more is its plain string or integer.</summary>
    public const int EnumValues = 5_000;

    /// <summary>Characters of all values of enums: an assembly has room for 8 million characters of literals, and each value is there more than once.</summary>
    public const int EnumText = 1_000_000;

    /// <summary>Properties of one class; those beyond are kept in its <c>AdditionalProperties</c>.</summary>
    public const int Properties = 5_000;

    /// <summary>Properties that classes have of others, by <c>allOf</c>, in all.</summary>
    public const int CopiedProperties = 50_000;

    /// <summary>Characters of a name on the wire; a property with a longer one is kept in <c>AdditionalProperties</c>.</summary>
    public const int NameText = 10_000;

    /// <summary>Cases of one union; one with more is a <c>JsonElement</c>.</summary>
    public const int UnionCases = 500;

    /// <summary>Cases of all unions.</summary>
    public const int UnionCasesInAll = 20_000;

    /// <summary>Classes that extend each other; one that is deeper has the properties of all as its own.</summary>
    public const int Inheritance = 32;

    /// <summary>Classes of one hierarchy: the compiler compares each with each. Those beyond have the properties of their base as their own.</summary>
    public const int HierarchyClasses = 1_000;
}
