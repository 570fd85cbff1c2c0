using System.Text.Json.Serialization;

namespace Integrations.Json;

/// <summary>
/// Lets System.Text.Json read and write emitted models, wherever they stand in a user's own types; emitted models name it in their
/// <see cref="JsonConverterAttribute"/>. The model reads and writes itself: naming policies and other options do not apply to it. A path in an error message starts at the model.
/// </summary>
/// <typeparam name="T">The model.</typeparam>
public sealed class JsonModelConverter<T> : JsonCodecConverter<T, ModelCodec<T>>, IJsonModelEntrySource
    where T : IJsonModel<T>
{
    JsonModelEntry IJsonModelEntrySource.ToEntry() => new JsonModelEntry<T>(this);
}
