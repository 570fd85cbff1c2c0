namespace Integrations.Json;

/// <summary>
/// A model that can say which properties it has; emitted models implement it where the project sets <c>IntegrationsJsonProperties</c>. Indexes are those of
/// <see cref="Shape"/>; the one after the last is the dictionary of the properties that the document does not name.
/// </summary>
/// <typeparam name="TSelf">The model itself.</typeparam>
public interface IJsonObjectModel<TSelf> : IJsonModel<TSelf>
    where TSelf : class, IJsonObjectModel<TSelf>
{
    /// <summary>The names of the properties.</summary>
    static abstract JsonShape Shape { get; }

    /// <summary>Makes a model to be filled; required properties need not be set.</summary>
    /// <returns>The model.</returns>
    static abstract TSelf Create();

    /// <summary>Says the type of each property, in order, and of those that the document does not name.</summary>
    /// <param name="properties">What is told.</param>
    static abstract void Describe(JsonModelProperties<TSelf> properties);

    /// <summary>The value of a property.</summary>
    /// <param name="model">The model.</param>
    /// <param name="index">The property's index.</param>
    /// <returns>The value.</returns>
    static abstract object? Get(TSelf model, int index);

    /// <summary>Sets a property.</summary>
    /// <param name="model">The model.</param>
    /// <param name="index">The property's index.</param>
    /// <param name="value">The value, of the property's own type.</param>
    static abstract void Set(TSelf model, int index, object? value);
}
