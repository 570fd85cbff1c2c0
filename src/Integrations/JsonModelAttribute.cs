using System.Text.Json.Serialization;

namespace Integrations;

/// <summary>
/// Marks a type of the project's own that travels as JSON: code that reads and writes it, and every type that it reaches, is emitted.
/// A <c>partial</c> type becomes an <see cref="Json.IJsonModel{TSelf}"/>, as emitted models are; any other gets a codec
/// (<c>OrderJsonCodec</c>) beside it. A type of another assembly, or a closed generic one, is marked on the assembly:
/// <c>[assembly: JsonModel(typeof(Money))]</c>. What System.Text.Json's attributes say of the type counts.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Enum | AttributeTargets.Assembly, AllowMultiple = true, Inherited = false)]
public sealed class JsonModelAttribute : Attribute
{
    /// <summary>Marks the type that it stands on.</summary>
    public JsonModelAttribute()
    {
    }

    /// <summary>Marks a type from outside; for assemblies.</summary>
    /// <param name="type">The type, closed where it is generic.</param>
    public JsonModelAttribute(Type type) => Type = type;

    /// <summary>The type that an attribute on the assembly marks; <c>null</c> on a type.</summary>
    public Type? Type { get; }

    /// <summary>
    /// How names of properties are made of those in C#, here and in the types that are reached and not marked themselves; names in
    /// <see cref="JsonPropertyNameAttribute"/> stay. <see cref="JsonKnownNamingPolicy.Unspecified"/> leaves them as they are.
    /// </summary>
    /// <value>The default is <see cref="JsonKnownNamingPolicy.CamelCase"/>, which ASP.NET uses too.</value>
    public JsonKnownNamingPolicy Naming { get; set; } = JsonKnownNamingPolicy.CamelCase;
}
