namespace Integrations.Generators.Binding;

/// <summary>
/// How much of one document becomes C#: no vendor's document that we know reaches a limit, but a hostile one could make the compiler work for hours. What
/// is beyond is typed as raw, and an INT2003 says so.
/// </summary>
internal static class BindingLimits
{
    /// <summary>
    /// The compiler's work on all that one document becomes, in units of about what one more property costs it; the costs below are measured against
    /// that. The largest documents that we know of are Stripe's (67,500) and GitHub's (48,000), whole. What is beyond is still there, as raw: a document of twenty
    /// thousand schemas has all its operations, and classes for those schemas that are nearest to them.
    /// </summary>
    public const int Work = 75_000;

    /// <summary>
    /// Classes. Each kind has a limit of its own beside the common one, a fifth above the most that we know of (Stripe's 2,424 classes, 10,516 properties,
    /// 1,134 enums and 1,037 unions; Shopify's 1,473 operations): a document that is all of one kind is not somebody's API.
    /// </summary>
    public const int Classes = 2_900;

    /// <summary>Properties of all classes, those of bases and compositions included.</summary>
    public const int PropertiesInAll = 12_600;

    /// <summary>Enums.</summary>
    public const int Enums = 1_360;

    /// <summary>Unions and tuples.</summary>
    public const int Unions = 1_250;

    /// <summary>Operations. Seven tenths above the most that we know of, for nothing stands in for one that is left out.</summary>
    public const int Operations = 2_500;

    /// <summary>Webhooks and callbacks. The most that we know of are GitHub's 269.</summary>
    public const int Webhooks = 1_500;

    /// <summary>Characters of literals: paths, names of properties and parameters. An assembly has room for 8 million of them, enums' among them.</summary>
    public const int Text = 3_000_000;

    /// <summary>A class without its properties: shape, reader, writer, converter.</summary>
    public const int ClassWork = 5;

    /// <summary>An enum without its values: a record struct has a dozen members that the compiler makes.</summary>
    public const int EnumWork = 12;

    /// <summary>A union without its cases, or a tuple without its items.</summary>
    public const int UnionWork = 8;

    /// <summary>An operation without its parameters: six members.</summary>
    public const int OperationWork = 8;

    /// <summary>A group of operations: an interface and a class.</summary>
    public const int GroupWork = 3;

    /// <summary>Values of one enum; one with more is its plain string or integer.</summary>
    public const int EnumValues = 5_000;

    /// <summary>Characters of all values of enums: an assembly has room for 8 million characters of literals, and each value is there more than once.</summary>
    public const int EnumText = 1_000_000;

    /// <summary>
    /// Properties of one class; those beyond are kept in its <c>AdditionalProperties</c>. The most that we know of are 212 (Adyen's); what the compiler
    /// holds in memory for one grows faster than its properties.
    /// </summary>
    public const int Properties = 1_000;

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
