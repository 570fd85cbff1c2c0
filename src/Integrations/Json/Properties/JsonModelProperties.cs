using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Integrations.Json;

/// <summary>
/// Is told the properties of a model by emitted code, one after the other, and makes what System.Text.Json knows of them: name, type, whether it is required
/// and may be null, and how it is got and set. An enum is told as the string or integer that it is on the wire. System.Text.Json sets properties when it
/// reads; when it writes, the model writes itself.
/// </summary>
/// <typeparam name="T">The model.</typeparam>
public sealed class JsonModelProperties<T>
    where T : class, IJsonObjectModel<T>
{
    private readonly JsonSerializerOptions _options;
    private readonly List<JsonPropertyInfo> _all = [];

    internal JsonModelProperties(JsonSerializerOptions options) => _options = options;

    /// <summary>A property that is its value.</summary>
    /// <typeparam name="TValue">Its type.</typeparam>
    /// <typeparam name="TCodec">The type's codec.</typeparam>
    /// <param name="nullable">Whether it may be null.</param>
    public void Value<TValue, TCodec>(bool nullable)
        where TCodec : struct, IJsonCodec<TValue> => Add<TValue, TCodec>(nullable, static value => value is TValue it ? it : default, static value => value);

    /// <summary>A property that is an <see cref="Integrations.Optional{T}"/>.</summary>
    /// <typeparam name="TValue">The type of its value, which may be null.</typeparam>
    /// <typeparam name="TCodec">The type's codec.</typeparam>
    public void Optional<TValue, TCodec>()
        where TCodec : struct, IJsonCodec<TValue> =>
        Add<TValue, TCodec>(nullable: true, static value => ((Optional<TValue>)value!).ValueOrDefault, static value => new Optional<TValue>(value!));

    /// <summary>A property that is a string enum.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    /// <param name="nullable">Whether it may be null.</param>
    public void StringEnum<TEnum>(bool nullable)
        where TEnum : struct, IStringEnum<TEnum> =>
        Add<string, StringCodec>(nullable, static value => value is TEnum it ? it.Value : null, static value => value is null ? null : TEnum.From(value));

    /// <summary>A property that is an <see cref="Integrations.Optional{T}"/> of a string enum.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    public void OptionalStringEnum<TEnum>()
        where TEnum : struct, IStringEnum<TEnum> =>
        Add<string, StringCodec>(
            nullable: true,
            static value => ((Optional<TEnum?>)value!).ValueOrDefault?.Value,
            static value => new Optional<TEnum?>(value is null ? null : TEnum.From(value)));

    /// <summary>A property that is an integer enum.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    public void IntegerEnum<TEnum>()
        where TEnum : struct, IIntegerEnum<TEnum> => Add<long, Int64Codec>(nullable: false, static value => ((TEnum)value!).Value, static value => TEnum.From(value));

    /// <summary>A property that is an integer enum or null.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    public void IntegerEnumOrNull<TEnum>()
        where TEnum : struct, IIntegerEnum<TEnum> =>
        Add<long?, NullableCodec<long, Int64Codec>>(
            nullable: true,
            static value => value is TEnum it ? it.Value : null,
            static value => value is { } number ? TEnum.From(number) : null);

    /// <summary>A property that is an <see cref="Integrations.Optional{T}"/> of an integer enum.</summary>
    /// <typeparam name="TEnum">The enum.</typeparam>
    public void OptionalIntegerEnum<TEnum>()
        where TEnum : struct, IIntegerEnum<TEnum> =>
        Add<long?, NullableCodec<long, Int64Codec>>(
            nullable: true,
            static value => ((Optional<TEnum?>)value!).ValueOrDefault?.Value,
            static value => new Optional<TEnum?>(value is { } number ? TEnum.From(number) : null));

    /// <summary>The properties that the document does not name are any JSON; called last.</summary>
    public void Extra() => Others(static (model, index, name, value) => ((ExtraProperties)T.Get(model, index)!)[name] = value);

    /// <summary>The properties that the document does not name are of one type; called last.</summary>
    /// <typeparam name="TValue">The type.</typeparam>
    /// <typeparam name="TCodec">The type's codec.</typeparam>
    public void Entries<TValue, TCodec>()
        where TCodec : struct, IJsonCodec<TValue> =>
        Others(static (model, index, name, value) => ((Dictionary<string, TValue>)T.Get(model, index)!)[name] = Json.Read<TValue, TCodec>(JsonMarshal.GetRawUtf8Value(value)));

    internal JsonPropertyInfo[] ToArray() => [.. _all];

    private void Add<TWire, TCodec>(bool nullable, Func<object?, TWire?> get, Func<TWire?, object?> set)
        where TCodec : struct, IJsonCodec<TWire>
    {
        var index = _all.Count;
        var name = T.Shape.NameOf(index);
        var info = JsonCodecInfo.Of<TWire, TCodec>(_options);
        var property = JsonMetadataServices.CreatePropertyInfo(_options, new JsonPropertyInfoValues<TWire>
        {
            IsProperty = true,
            IsPublic = true,
            DeclaringType = typeof(T),
            PropertyName = name,
            JsonPropertyName = name,
            PropertyTypeInfo = info!,
            // What is no scalar is read by our own code; the description beside it is for who asks.
            Converter = info is { Kind: JsonTypeInfoKind.None } ? null : new JsonCodecConverter<TWire, TCodec>(),
            Getter = model => get(T.Get((T)model, index))!,
            Setter = (model, value) => T.Set((T)model, index, value is null && !nullable ? throw Null(name) : set(value)),
        });
        property.IsRequired = T.Shape.IsRequired(index);
        if (default(TWire) is null)
        {
            property.IsGetNullable = nullable;
            property.IsSetNullable = nullable;
        }
        property.ShouldSerialize = static (_, _) => false;
        _all.Add(property);
    }

    private void Others(Action<T, int, string, JsonElement> put)
    {
        var index = _all.Count;
        var property = JsonMetadataServices.CreatePropertyInfo(_options, new JsonPropertyInfoValues<JsonModelView<T>>
        {
            IsProperty = true,
            IsPublic = true,
            IsExtensionData = true,
            DeclaringType = typeof(T),
            PropertyName = "AdditionalProperties",
            PropertyTypeInfo = JsonModelView<T>.Describe(_options),
            Converter = new JsonModelViewConverter<T>(),
            Getter = model => new JsonModelView<T>((T)model, (name, value) => put((T)model, index, name, value)),
            Setter = static (_, _) => { }, // without one, System.Text.Json would skip what it finds no property for
        });
        _all.Add(property);
    }

    private static JsonException Null(string name) => new($"The property '{name}' of {T.Shape.Model} must not be null.");
}
