namespace Integrations.OpenApi.Model;

/// <summary>The JSON types that a schema allows, as flags.</summary>
[Flags]
public enum SpecTypes
{
    /// <summary>No <c>type</c> keyword: anything.</summary>
    None = 0,
    /// <summary><c>null</c>, or <c>nullable: true</c>, or <c>x-nullable: true</c> in 2.0.</summary>
    Null = 1,
    /// <summary><c>boolean</c>.</summary>
    Boolean = 2,
    /// <summary><c>integer</c>.</summary>
    Integer = 4,
    /// <summary><c>number</c>.</summary>
    Number = 8,
    /// <summary><c>string</c>.</summary>
    String = 16,
    /// <summary><c>array</c>.</summary>
    Array = 32,
    /// <summary><c>object</c>.</summary>
    Object = 64,
    /// <summary>2.0's <c>file</c>.</summary>
    File = 128,
}

/// <summary>
/// A schema as the document states it, of any version brought to one form. A reference is a schema with
/// <see cref="Reference"/> set (and, where 3.1 allows siblings, with those siblings); look its target up in
/// <see cref="SpecDocument.Schemas"/>. Nothing is resolved or merged here.
/// </summary>
public sealed class SpecSchema
{
    /// <summary>Canonical key of the target in <see cref="SpecDocument.Schemas"/>, or null when this is no reference.</summary>
    public string? Reference { get; set; }
    /// <summary>The allowed types; <see cref="SpecTypes.None"/> where the document does not say.</summary>
    public SpecTypes Types { get; set; }
    /// <summary>True where <c>type</c> stands in the document: tells <c>type: null</c> from <c>nullable: true</c> without a type.</summary>
    public bool TypeStated { get; set; }
    /// <summary>The <c>format</c>.</summary>
    public string? Format { get; set; }
    /// <summary>The <c>title</c>.</summary>
    public string? Title { get; set; }
    /// <summary>The <c>description</c>.</summary>
    public string? Description { get; set; }
    /// <summary><c>deprecated</c>.</summary>
    public bool Deprecated { get; set; }
    /// <summary><c>readOnly</c>.</summary>
    public bool ReadOnly { get; set; }
    /// <summary><c>writeOnly</c>.</summary>
    public bool WriteOnly { get; set; }
    /// <summary>The schema <c>false</c> (or <c>not: {}</c>): nothing is valid.</summary>
    public bool Never { get; set; }
    /// <summary><c>properties</c>, in the document's order.</summary>
    public IReadOnlyList<SpecProperty> Properties { get; set; } = [];
    /// <summary><c>required</c>.</summary>
    public IReadOnlyList<string> Required { get; set; } = [];
    /// <summary><c>additionalProperties</c> as a schema; null where absent or boolean.</summary>
    public SpecSchema? AdditionalProperties { get; set; }
    /// <summary>False where <c>additionalProperties</c> (or <c>unevaluatedProperties</c>) is <c>false</c>.</summary>
    public bool AdditionalPropertiesAllowed { get; set; } = true;
    /// <summary>True where <c>additionalProperties</c> stands in the document with <c>true</c>, <c>{}</c> or a schema.</summary>
    public bool AdditionalPropertiesStated { get; set; }
    /// <summary><c>patternProperties</c>, in the document's order.</summary>
    public IReadOnlyList<SpecProperty> PatternProperties { get; set; } = [];
    /// <summary><c>items</c>.</summary>
    public SpecSchema? Items { get; set; }
    /// <summary><c>prefixItems</c> (3.1).</summary>
    public IReadOnlyList<SpecSchema> PrefixItems { get; set; } = [];
    /// <summary><c>uniqueItems</c>.</summary>
    public bool UniqueItems { get; set; }
    /// <summary><c>enum</c>, each value as its raw JSON text.</summary>
    public IReadOnlyList<string> Enum { get; set; } = [];
    /// <summary><c>x-enum-varnames</c> or <c>x-enumNames</c>: member names by position; empty where absent.</summary>
    public IReadOnlyList<string> EnumNames { get; set; } = [];
    /// <summary><c>x-enum-descriptions</c>: by position; empty where absent.</summary>
    public IReadOnlyList<string> EnumDescriptions { get; set; } = [];
    /// <summary><c>const</c> (3.1), raw JSON text.</summary>
    public string? Const { get; set; }
    /// <summary><c>default</c>, raw JSON text.</summary>
    public string? Default { get; set; }
    /// <summary><c>allOf</c>.</summary>
    public IReadOnlyList<SpecSchema> AllOf { get; set; } = [];
    /// <summary><c>oneOf</c>.</summary>
    public IReadOnlyList<SpecSchema> OneOf { get; set; } = [];
    /// <summary><c>anyOf</c>.</summary>
    public IReadOnlyList<SpecSchema> AnyOf { get; set; } = [];
    /// <summary><c>not</c>.</summary>
    public SpecSchema? Not { get; set; }
    /// <summary><c>discriminator</c>.</summary>
    public SpecDiscriminator? Discriminator { get; set; }
    /// <summary><c>minimum</c>/<c>exclusiveMinimum</c> as text, or null.</summary>
    public string? Minimum { get; set; }
    /// <summary><c>maximum</c>/<c>exclusiveMaximum</c> as text, or null.</summary>
    public string? Maximum { get; set; }
    /// <summary><c>contentEncoding</c> (3.1): <c>base64</c> makes a string bytes.</summary>
    public string? ContentEncoding { get; set; }
    /// <summary><c>contentMediaType</c> (3.1).</summary>
    public string? ContentMediaType { get; set; }
    /// <summary>Where it stands.</summary>
    public SpecLocation Location { get; set; }
    /// <summary>JSON pointer of where it stands, for messages; may be empty for nested schemas.</summary>
    public string Pointer { get; set; } = "";
}

/// <summary>A property: wire name and schema.</summary>
/// <param name="Name">The name on the wire (or the pattern, for <c>patternProperties</c>).</param>
/// <param name="Schema">Its schema.</param>
public sealed record SpecProperty(string Name, SpecSchema Schema);

/// <summary>How a union or a hierarchy tells its cases apart.</summary>
/// <param name="PropertyName">The property that carries the case.</param>
/// <param name="Mapping">Value to canonical schema key (bare names and URIs already resolved), in the document's order.</param>
/// <param name="DefaultMapping">3.2's <c>defaultMapping</c>, a canonical key, or null.</param>
public sealed record SpecDiscriminator(string PropertyName, IReadOnlyList<KeyValuePair<string, string>> Mapping, string? DefaultMapping);
