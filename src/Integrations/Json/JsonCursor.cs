namespace Integrations.Json;

/// <summary>Where a model's reading stands inside its object: made by <see cref="JsonReader.StartObject"/>, moved by <see cref="JsonReader.Next"/>.</summary>
public struct JsonCursor
{
    internal JsonShape Shape;
    internal int Expected;
    internal ulong Seen;
    internal ulong[]? SeenBeyond64;

    /// <summary>The index of the property just read among the shape's names; -1 for one that the shape does not name.</summary>
    public int Index { get; internal set; }

    /// <summary>Whether a property of the shape has been read.</summary>
    /// <param name="index">Its index among the shape's names.</param>
    /// <returns>Whether it was there.</returns>
    public readonly bool Has(int index) =>
        ((index < 64 ? Seen : SeenBeyond64?[(index >> 6) - 1] ?? 0) & (1UL << index)) != 0;

    internal void MarkBeyond64(int index)
    {
        SeenBeyond64 ??= new ulong[(Shape.Count - 1) >> 6];
        SeenBeyond64[(index >> 6) - 1] |= 1UL << index;
    }
}
