namespace Integrations.Json;

/// <summary>Stands on models whose properties System.Text.Json is told; emitted.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public abstract class JsonModelPropertiesAttribute : Attribute
{
    private protected JsonModelPropertiesAttribute()
    {
    }

    internal abstract JsonModelEntry ToEntry();
}

/// <inheritdoc/>
/// <typeparam name="T">The model itself.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class JsonModelPropertiesAttribute<T> : JsonModelPropertiesAttribute
    where T : class, IJsonObjectModel<T>
{
    internal override JsonModelEntry ToEntry() => new JsonObjectEntry<T>(new JsonModelConverter<T>());
}
