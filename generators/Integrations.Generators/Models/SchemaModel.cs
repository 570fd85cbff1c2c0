namespace Integrations.Generators.Models;

/// <summary>A type that is emitted for a schema.</summary>
/// <param name="Name">Its C# name in the document's namespace.</param>
/// <param name="Doc">Its documentation.</param>
internal abstract record SchemaModel(string Name, DocModel Doc);

/// <summary>Documentation text, as the document has it (unescaped).</summary>
/// <param name="Summary">One paragraph, or empty.</param>
/// <param name="Remarks">More, or empty.</param>
/// <param name="Deprecated">Whether <c>[Obsolete]</c> is emitted.</param>
internal sealed record DocModel(string Summary, string Remarks, bool Deprecated);

/// <summary>A class with properties.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Doc">Its documentation.</param>
/// <param name="Base">The class it extends (fully qualified), or null.</param>
/// <param name="Properties">All properties in wire order, inherited ones included and marked.</param>
/// <param name="Additional">The type of typed additional properties, or null where unknown properties are kept raw.</param>
/// <param name="AdditionalNullable">Whether a typed additional property may be null.</param>
/// <param name="Discriminator">For a hierarchy's root and every class within it: the wire name that tells the case; else null.</param>
/// <param name="Derived">For a class that others extend: value and class (fully qualified), most derived first.</param>
/// <param name="Sealed">Whether nothing extends it.</param>
internal sealed record ObjectModel(
    string Name,
    DocModel Doc,
    string? Base,
    EquatableArray<PropertyModel> Properties,
    TypeModel? Additional,
    bool AdditionalNullable,
    string? Discriminator,
    EquatableArray<CaseModel> Derived,
    bool Sealed) : SchemaModel(Name, Doc);

/// <summary>A case of a hierarchy or of a union with a discriminator.</summary>
/// <param name="Value">The discriminator's value.</param>
/// <param name="Type">The class, fully qualified.</param>
internal sealed record CaseModel(string Value, string Type);

/// <summary>How a property treats absence and null.</summary>
internal enum Presence
{
    /// <summary>Required, never null: <c>required T</c>.</summary>
    Required,
    /// <summary>Required, may be null: <c>required T?</c>, null is written.</summary>
    RequiredNullable,
    /// <summary>Optional, never null: <c>T?</c>, null means absent.</summary>
    Optional,
    /// <summary>Optional and nullable: <c>Optional&lt;T?&gt;</c>, three states.</summary>
    OptionalNullable,
}

/// <summary>A property of a class.</summary>
/// <param name="WireName">Its name on the wire.</param>
/// <param name="Name">Its C# name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Presence">How it treats absence and null.</param>
/// <param name="Doc">Its documentation.</param>
/// <param name="Enforced">Whether reading fails without it.</param>
/// <param name="Initializer">A C# expression that a new instance starts with (a constant), or null.</param>
/// <param name="Inherited">Whether a base class declares it.</param>
internal sealed record PropertyModel(
    string WireName,
    string Name,
    TypeModel Type,
    Presence Presence,
    DocModel Doc,
    bool Enforced,
    string? Initializer,
    bool Inherited);

/// <summary>A body of <c>multipart/form-data</c>: a class that can be written and not read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Doc">Its documentation.</param>
/// <param name="Parts">Its properties with what the document says of their parts.</param>
internal sealed record MultipartModel(string Name, DocModel Doc, EquatableArray<PartModel> Parts) : SchemaModel(Name, Doc);

/// <summary>A property of a multipart body.</summary>
/// <param name="Property">The property.</param>
/// <param name="ContentType">The media type that the document names, or null.</param>
/// <param name="Delimiter">What stands between the items of an array that is one part; null where each item is a part.</param>
/// <param name="Deep">Whether each leaf of an array or object is a part, named with brackets.</param>
internal sealed record PartModel(PropertyModel Property, string? ContentType, string? Delimiter, bool Deep);

/// <summary>The headers of a document's answers.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Doc">Its documentation.</param>
/// <param name="Headers">The headers.</param>
internal sealed record HeadersModel(string Name, DocModel Doc, EquatableArray<HeaderModel> Headers) : SchemaModel(Name, Doc);

/// <summary>A header of an answer.</summary>
/// <param name="WireName">Its name on the wire.</param>
/// <param name="Name">Its C# name.</param>
/// <param name="Type">Its type: a scalar, or a list of strings.</param>
/// <param name="Doc">Its documentation.</param>
internal sealed record HeaderModel(string WireName, string Name, TypeModel Type, DocModel Doc);

/// <summary>An array whose first items each have a type of their own.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Doc">Its documentation.</param>
/// <param name="Items">Those items.</param>
/// <param name="Rest">The type of the items after them.</param>
/// <param name="RestNullable">Whether these may be null.</param>
internal sealed record TupleModel(string Name, DocModel Doc, EquatableArray<TupleItemModel> Items, TypeModel Rest, bool RestNullable) : SchemaModel(Name, Doc);

/// <summary>An item of a tuple.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Doc">Its documentation.</param>
internal sealed record TupleItemModel(string Name, TypeModel Type, DocModel Doc);

/// <summary>A string or integer enum that keeps unknown values.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Doc">Its documentation.</param>
/// <param name="Integer">Whether its values are integers.</param>
/// <param name="Values">Its values.</param>
internal sealed record EnumModel(string Name, DocModel Doc, bool Integer, EquatableArray<EnumValueModel> Values) : SchemaModel(Name, Doc);

/// <summary>A value of an enum.</summary>
/// <param name="Wire">The value on the wire: the string itself, or the digits.</param>
/// <param name="Name">Its C# name.</param>
/// <param name="Summary">Its description, or empty.</param>
internal sealed record EnumValueModel(string Wire, string Name, string Summary);

/// <summary>A closed union: one value of several types; what fits none is kept as a <c>JsonElement</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Doc">Its documentation.</param>
/// <param name="Cases">Its cases in the order in which they are tried; no two have the same C# type.</param>
/// <param name="Discriminator">The property that tells the case, or null.</param>
/// <param name="Mapping">Value to class, where there is a discriminator.</param>
/// <param name="IsExact">Whether another value of the discriminator is none of the cases.</param>
/// <param name="Default">The class for any other value of the discriminator, and for none; or null.</param>
internal sealed record UnionModel(
    string Name,
    DocModel Doc,
    EquatableArray<UnionCaseModel> Cases,
    string? Discriminator,
    EquatableArray<CaseModel> Mapping,
    bool IsExact,
    string? Default = null) : SchemaModel(Name, Doc);

/// <summary>A case of a union.</summary>
/// <param name="Type">Its type.</param>
/// <param name="JsonKinds">The kinds of JSON value that it may be, as <c>JsonValueKind</c> names.</param>
/// <param name="HasShape">Whether its type is a class with a <c>Shape</c>.</param>
/// <param name="Depth">How many classes its class extends: the more, the earlier it is asked for.</param>
internal sealed record UnionCaseModel(TypeModel Type, EquatableArray<string> JsonKinds, bool HasShape, int Depth);
