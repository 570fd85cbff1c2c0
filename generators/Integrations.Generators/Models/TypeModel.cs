namespace Integrations.Generators.Models;

/// <summary>What a type is on the wire; decides which helper reads and writes it.</summary>
internal enum WireKind
{
    String,
    Boolean,
    Int32,
    Int64,
    UInt64,
    Single,
    Double,
    Decimal,
    BigInteger,
    DateTimeOffset,
    DateOnly,
    TimeOnly,
    TimeSpan,
    Guid,
    Bytes,
    Element,
    Model,
    StringEnum,
    IntegerEnum,
    List,
    Map,

    /// <summary>A file of a multipart body.</summary>
    File,
}

/// <summary>A type as emitted code names it.</summary>
/// <param name="Kind">What it is on the wire.</param>
/// <param name="Name">Its C# name, fully qualified, never nullable at the top (<c>global::MyApp.GitHub.Issue</c>, <c>long</c>).</param>
/// <param name="Codec">The codec that reads and writes it, fully qualified.</param>
/// <param name="IsValueType">Whether it is a struct.</param>
/// <param name="Item">The element of a list or map, else null.</param>
/// <param name="ItemNullable">Whether the element may be null.</param>
internal sealed record TypeModel(WireKind Kind, string Name, string Codec, bool IsValueType, TypeModel? Item = null, bool ItemNullable = false);
