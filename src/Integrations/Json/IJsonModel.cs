namespace Integrations.Json;

/// <summary>A type that reads and writes itself as JSON; implemented by every emitted model.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IJsonModel<TSelf>
    where TSelf : IJsonModel<TSelf>
{
    /// <summary>Reads one value; the reader stands before it and is left after it.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>The value.</returns>
    /// <exception cref="System.Text.Json.JsonException">The text is no such value.</exception>
    static abstract TSelf Read(ref JsonReader reader);

    /// <summary>Writes one value.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The value.</param>
    static abstract void Write(ref JsonWriter writer, TSelf value);
}

/// <summary>How a type travels as JSON. Implemented by structs, so that compositions are specialised at compile time.</summary>
/// <typeparam name="T">The type.</typeparam>
public interface IJsonCodec<T>
{
    /// <summary>Reads one value; the reader stands before it and is left after it.</summary>
    /// <param name="reader">Where to read.</param>
    /// <returns>The value.</returns>
    /// <exception cref="System.Text.Json.JsonException">The text is no such value.</exception>
    static abstract T Read(ref JsonReader reader);

    /// <summary>Writes one value.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="value">The value.</param>
    static abstract void Write(ref JsonWriter writer, T value);
}
