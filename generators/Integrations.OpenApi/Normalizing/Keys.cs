namespace Integrations.OpenApi.Normalizing;

/// <summary>
/// Private extensions that carry past Microsoft.OpenApi what it loses, mangles or would try to resolve. The document's own
/// extensions are dropped before, so that it cannot forge them.
/// </summary>
internal static class Keys
{
    /// <summary>Number of a place in <c>SliceContext.Places</c>.</summary>
    public const string At = "x-int-at";

    /// <summary>Schema reference: a canonical key.</summary>
    public const string Reference = "x-int-ref";

    /// <summary>Reference to a parameter, response, ...: a canonical key; the target is read once, by itself.</summary>
    public const string Piece = "x-int-piece";

    public const string Nullable = "x-int-nullable";
    public const string Never = "x-int-never";
    public const string File = "x-int-file";
    public const string TypeStated = "x-int-type-stated";
    public const string Enum = "x-int-enum";
    public const string EnumNames = "x-int-enum-names";
    public const string EnumDescriptions = "x-int-enum-descriptions";
    public const string Const = "x-int-const";
    public const string Default = "x-int-default";
    public const string Minimum = "x-int-minimum";
    public const string Maximum = "x-int-maximum";
    public const string PrefixItems = "x-int-prefix";
    public const string AdditionalStated = "x-int-additional";
    public const string Mapping = "x-int-mapping";
    public const string DefaultMapping = "x-int-default-mapping";
    public const string Style = "x-int-style";
    public const string ExplodeStated = "x-int-explode";
    public const string Parameters = "x-int-parameters";
    public const string BodyName = "x-int-body-name";
    public const string Pageable = "x-int-pageable";
    public const string Docs = "x-int-docs";
    public const string TokenUrl = "x-int-token-url";
}
