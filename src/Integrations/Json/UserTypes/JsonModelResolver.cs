using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Integrations.Json;

/// <summary>
/// Lets System.Text.Json, and so ASP.NET, read and write emitted models and marked types without reflection over their members: add an
/// emitted one (<c>IntegrationsJson.Default</c>) to <see cref="JsonSerializerOptions.TypeInfoResolverChain"/>. A model reads and writes itself,
/// so naming policies and other options do not apply within it. Arrays, lists, sequences, dictionaries with string keys and
/// <see cref="Optional{T}"/> of models are known too, and .NET's scalars.
/// </summary>
public abstract class JsonModelResolver : IJsonTypeInfoResolver
{
    private readonly ConcurrentDictionary<Type, JsonModelEntry?> _entries = new();

    /// <summary>The resolver of emitted models alone, without the marked types of a project.</summary>
    public static JsonModelResolver Models { get; } = new OnlyModels();

    /// <inheritdoc/>
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(options);
        if (_entries.GetOrAdd(type, static (t, resolver) => resolver.Find(t) ?? OfModel(t), this) is { } entry)
        {
            return entry.Create(options);
        }
        if (JsonContainers.ItemOf(type) is { } item && _entries.GetOrAdd(item, static (t, resolver) => resolver.Find(t) ?? OfModel(t), this) is { } around)
        {
            return around.CreateContainer(type, options);
        }
        return JsonScalarInfo.Create(type, options);
    }

    /// <summary>The entry of a marked type; emitted.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The entry, or <c>null</c> where it is not marked.</returns>
    protected abstract JsonModelEntry? Find(Type type);

    // A model names its converter, which the trimmer therefore keeps; the converter knows the model's type at compile time.
    private static JsonModelEntry? OfModel(Type type) => type.GetCustomAttribute<JsonModelPropertiesAttribute>(inherit: false) is { } properties
        ? properties.ToEntry()
        : type.GetCustomAttribute<JsonConverterAttribute>(inherit: false)?.ConverterType is { } converter
        && typeof(IJsonModelEntrySource).IsAssignableFrom(converter)
            ? ((IJsonModelEntrySource)Activator.CreateInstance(converter)!).ToEntry()
            : null;

    private sealed class OnlyModels : JsonModelResolver
    {
        protected override JsonModelEntry? Find(Type type) => null;
    }
}

/// <summary>A converter that can say how its type, and containers of it, are described.</summary>
internal interface IJsonModelEntrySource
{
    JsonModelEntry ToEntry();
}
