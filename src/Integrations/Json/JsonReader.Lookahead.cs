using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace Integrations.Json;

public ref partial struct JsonReader
{
    /// <summary>
    /// Looks ahead into the object that the reader stands before, for the value of one property, wherever it stands; nothing is read.
    /// Where the property is repeated, its first value counts.
    /// </summary>
    /// <param name="name">The property's name in UTF-8, unescaped.</param>
    /// <returns>
    /// A string's text, a number or boolean as it is written; <c>null</c> where the value is no object, the property is
    /// missing, or its value is <c>null</c>, an object or an array.
    /// </returns>
    /// <exception cref="JsonException">The text is malformed before the property.</exception>
    public readonly string? Discriminator(ReadOnlySpan<byte> name)
    {
        if (Peek() != JsonValueKind.Object)
        {
            return null;
        }
        var ahead = this;
        ahead.StartMap();
        while (ahead.NextName())
        {
            var start = ahead._position + 1;
            var end = ahead.StringEnd(start, out var escaped);
            ahead.AfterName(end + 1);
            var found = ahead._data[start..end];
            if (escaped ? Unescaped(found).SequenceEqual(name) : found.SequenceEqual(name))
            {
                var value = ahead._position;
                switch (ahead.Peek())
                {
                    case JsonValueKind.String:
                        return ahead.String();
                    case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                        ahead.Skip();
                        return Encoding.UTF8.GetString(ahead._data[value..ahead._position]);
                    default:
                        return null;
                }
            }
            ahead.Skip();
        }
        return null;
    }

    /// <summary>
    /// Looks ahead into the object that the reader stands before, for the shape that fits it best: of those whose required properties are all
    /// present, the one that knows most of the object's names (each name known counts 1, each unknown -1); the first
    /// of equals. Nothing is read.
    /// </summary>
    /// <param name="shapes">The shapes to choose from.</param>
    /// <returns>The index of the shape; -1 where none fits, or the value is no object.</returns>
    /// <exception cref="JsonException">The text is malformed.</exception>
    public readonly int BestShape(params ReadOnlySpan<JsonShape> shapes)
    {
        if (Peek() != JsonValueKind.Object)
        {
            return -1;
        }
        var words = 0;
        foreach (var shape in shapes)
        {
            words += (shape.Count + 63) >> 6;
        }
        Span<ulong> seen = words <= 32 ? stackalloc ulong[32] : new ulong[words];
        Span<int> unknown = shapes.Length <= 32 ? stackalloc int[32] : new int[shapes.Length];
        seen.Clear();
        unknown.Clear();
        var ahead = this;
        ahead.StartMap();
        while (ahead.NextName())
        {
            var start = ahead._position + 1;
            var end = ahead.StringEnd(start, out var escaped);
            ahead.AfterName(end + 1);
            var name = ahead._data[start..end];
            name = escaped ? Unescaped(name) : name;
            var offset = 0;
            for (var i = 0; i < shapes.Length; i++)
            {
                var index = shapes[i].Built.Names.Find(name);
                if (index < 0)
                {
                    unknown[i]++;
                }
                else
                {
                    seen[offset + (index >> 6)] |= 1UL << index;
                }
                offset += (shapes[i].Count + 63) >> 6;
            }
            ahead.Skip();
        }
        var best = -1;
        var bestScore = int.MinValue;
        for (var i = 0; i < shapes.Length; i++)
        {
            var count = (shapes[i].Count + 63) >> 6;
            var score = Score(shapes[i].Built, seen[..count]) is var known and >= 0 ? known - unknown[i] : int.MinValue;
            seen = seen[count..];
            if (score > bestScore)
            {
                best = i;
                bestScore = score;
            }
        }
        return best;
    }

    /// <summary>Reads a model if the value is one.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="value">The model.</param>
    /// <returns>Whether it was read; if not, the reader stands where it stood.</returns>
    public bool TryModel<T>([MaybeNullWhen(false)] out T value)
        where T : IJsonModel<T>
    {
        var before = this;
        try
        {
            _trying++;
            value = T.Read(ref this);
            _trying--;
            return true;
        }
        catch (JsonException)
        {
            this = before;
            value = default;
            return false;
        }
    }

    /// <summary>Reads a value by its codec if it is one.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <typeparam name="TCodec">The codec.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>Whether it was read; if not, the reader stands where it stood.</returns>
    public bool TryValue<T, TCodec>([MaybeNullWhen(false)] out T value)
        where TCodec : struct, IJsonCodec<T>
    {
        var before = this;
        try
        {
            _trying++;
            value = TCodec.Read(ref this);
            _trying--;
            return true;
        }
        catch (JsonException)
        {
            this = before;
            value = default;
            return false;
        }
    }

    // How many names of the shape the object has; -1 where a required one is missing.
    private static int Score(JsonShape.Tables shape, ReadOnlySpan<ulong> seen)
    {
        if ((shape.Required & ~(seen.Length > 0 ? seen[0] : 0)) != 0)
        {
            return -1;
        }
        for (var i = 0; i < (shape.RequiredBeyond64?.Length ?? 0); i++)
        {
            if ((shape.RequiredBeyond64![i] & ~seen[i + 1]) != 0)
            {
                return -1;
            }
        }
        var known = 0;
        foreach (var word in seen)
        {
            known += BitOperations.PopCount(word);
        }
        return known;
    }
}
