using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Integrations.Json;

/// <summary>
/// The properties of an object that its document does not name, in the order of the text. They are kept as raw JSON, and become a
/// <see cref="JsonElement"/> when they are asked for. Names are compared by their exact characters; a name set twice keeps its place and
/// takes the later value. Not safe for use by several threads at once.
/// </summary>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "It reads as what it holds.")]
public sealed class ExtraProperties : IDictionary<string, JsonElement>, IReadOnlyDictionary<string, JsonElement>
{
    private const int Indexed = 8; // up to here a walk is as fast as a hash

    private readonly List<Entry> _entries = [];
    private Dictionary<string, int>? _index;

    /// <inheritdoc cref="ICollection{T}.Count"/>
    public int Count => _entries.Count;

    /// <summary>The names, in order.</summary>
    public ICollection<string> Keys => [.. from entry in _entries select entry.Name];

    /// <summary>The values, in order.</summary>
    public ICollection<JsonElement> Values => [.. from pair in this select pair.Value];

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    IEnumerable<string> IReadOnlyDictionary<string, JsonElement>.Keys => Keys;

    IEnumerable<JsonElement> IReadOnlyDictionary<string, JsonElement>.Values => Values;

    /// <summary>The value of a property; setting one that is there replaces it in its place.</summary>
    /// <param name="key">The property's name.</param>
    /// <returns>The value.</returns>
    /// <exception cref="KeyNotFoundException">There is no such property.</exception>
    /// <exception cref="ArgumentException">The value that is set is <c>default</c>, which is no JSON.</exception>
    public JsonElement this[string key]
    {
        get => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no extra property '{key}'.");
        set => Put(key, RawOf(value, nameof(value)));
    }

    /// <summary>Sets a property to a string, or to <c>null</c>.</summary>
    /// <param name="key">The property's name.</param>
    /// <param name="value">The string.</param>
    public void Set(string key, string? value)
    {
        using var buffer = new PooledBuffer();
        var writer = new JsonWriter(buffer);
        if (value is null)
        {
            writer.Null();
        }
        else
        {
            writer.StringValue(value);
        }
        writer.Flush();
        Put(key, buffer.WrittenSpan.ToArray());
    }

    /// <summary>Sets a property to an integer.</summary>
    /// <param name="key">The property's name.</param>
    /// <param name="value">The integer.</param>
    public void Set(string key, long value) => Put(key, System.Text.Encoding.UTF8.GetBytes(value.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>Sets a property to a number.</summary>
    /// <param name="key">The property's name.</param>
    /// <param name="value">The number.</param>
    public void Set(string key, decimal value) => Put(key, System.Text.Encoding.UTF8.GetBytes(value.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>Sets a property to a boolean.</summary>
    /// <param name="key">The property's name.</param>
    /// <param name="value">The boolean.</param>
    public void Set(string key, bool value) => Put(key, value ? "true"u8.ToArray() : "false"u8.ToArray());

    /// <summary>The raw JSON of a property.</summary>
    /// <param name="key">The property's name.</param>
    /// <param name="utf8">The JSON in UTF-8.</param>
    /// <returns>Whether there is such a property.</returns>
    public bool TryGetRaw(string key, out ReadOnlyMemory<byte> utf8)
    {
        var index = IndexOf(key);
        utf8 = index < 0 ? default : _entries[index].Raw;
        return index >= 0;
    }

    /// <inheritdoc/>
    public void Add(string key, JsonElement value)
    {
        if (ContainsKey(key))
        {
            throw new ArgumentException($"There is an extra property '{key}' already.", nameof(key));
        }
        Put(key, RawOf(value, nameof(value)));
    }

    /// <inheritdoc cref="IDictionary{TKey, TValue}.ContainsKey"/>
    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    /// <inheritdoc/>
    public bool Remove(string key)
    {
        var index = IndexOf(key);
        if (index < 0)
        {
            return false;
        }
        _entries.RemoveAt(index);
        _index = null;
        return true;
    }

    /// <inheritdoc cref="IDictionary{TKey, TValue}.TryGetValue"/>
    public bool TryGetValue(string key, out JsonElement value)
    {
        var index = IndexOf(key);
        value = index < 0 ? default : ElementAt(index);
        return index >= 0;
    }

    /// <inheritdoc/>
    public void Clear()
    {
        _entries.Clear();
        _index = null;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator()
    {
        for (var i = 0; i < _entries.Count; i++)
        {
            yield return new(_entries[i].Name, ElementAt(i));
        }
    }

    /// <summary>How many properties there are; their names and values are not shown, for they may be secrets.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Count} extra {(Count == 1 ? "property" : "properties")}";

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    void ICollection<KeyValuePair<string, JsonElement>>.Add(KeyValuePair<string, JsonElement> item) => Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, JsonElement>>.Contains(KeyValuePair<string, JsonElement> item) =>
        TryGetValue(item.Key, out var value) && JsonElement.DeepEquals(value, item.Value);

    void ICollection<KeyValuePair<string, JsonElement>>.CopyTo(KeyValuePair<string, JsonElement>[] array, int arrayIndex)
    {
        foreach (var pair in this)
        {
            array[arrayIndex++] = pair;
        }
    }

    bool ICollection<KeyValuePair<string, JsonElement>>.Remove(KeyValuePair<string, JsonElement> item) =>
        ((ICollection<KeyValuePair<string, JsonElement>>)this).Contains(item) && Remove(item.Key);

    internal void Keep(string name, ReadOnlySpan<byte> raw) => Put(name, JsonReader.WellFormed(raw).ToArray());

    internal void WriteTo(ref JsonWriter writer)
    {
        foreach (ref readonly var entry in CollectionsMarshal.AsSpan(_entries))
        {
            writer.Name(entry.Name);
            writer.Raw(entry.Raw);
        }
    }

    private void Put(string name, byte[] raw)
    {
        ArgumentNullException.ThrowIfNull(name);
        var index = IndexOf(name);
        if (index >= 0)
        {
            _entries[index] = new Entry(name, raw);
            return;
        }
        _entries.Add(new Entry(name, raw));
        _index?.Add(name, _entries.Count - 1);
    }

    private int IndexOf(string name)
    {
        if (_entries.Count > Indexed)
        {
            if (_index is null)
            {
                _index = new Dictionary<string, int>(StringComparer.Ordinal);
                for (var i = 0; i < _entries.Count; i++)
                {
                    _index.Add(_entries[i].Name, i);
                }
            }
            return _index.TryGetValue(name, out var found) ? found : -1;
        }
        for (var i = 0; i < _entries.Count; i++)
        {
            if (_entries[i].Name == name)
            {
                return i;
            }
        }
        return -1;
    }

    private JsonElement ElementAt(int index)
    {
        ref var entry = ref CollectionsMarshal.AsSpan(_entries)[index];
        if (entry.Element.ValueKind == JsonValueKind.Undefined)
        {
            entry.Element = JsonElement.Parse(entry.Raw);
        }
        return entry.Element;
    }

    private static byte[] RawOf(JsonElement value, string parameter) => value.ValueKind == JsonValueKind.Undefined
        ? throw new ArgumentException("The JsonElement is default, which is no JSON.", parameter)
        : JsonMarshal.GetRawUtf8Value(value).ToArray();

    private struct Entry(string name, byte[] raw)
    {
        internal readonly string Name = name;
        internal readonly byte[] Raw = raw;
        internal JsonElement Element;
    }
}
