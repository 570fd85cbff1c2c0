using System.Globalization;
using System.Text.Json;
using Integrations.Json;

namespace Integrations.Sql;

/// <summary>Values that travel as JSON; what emitted code calls.</summary>
public static class SqlJson
{
    private static readonly System.Text.UTF8Encoding s_utf8 = new(false, true);

    /// <summary>Writes a model.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="model">The model; null stays null.</param>
    /// <returns>Its JSON.</returns>
    public static string? Text<T>(T? model)
        where T : IJsonModel<T> => model is null ? null : JsonModel.ToJson(model);

    /// <summary>Reads a value whose shape is not known.</summary>
    /// <param name="text">The JSON.</param>
    /// <returns>The value.</returns>
    public static JsonElement Element(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    /// <summary>Makes an array of a list, for a driver that takes none.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">The items; null stays null.</param>
    /// <returns>The array.</returns>
    public static T[]? ToArray<T>(IReadOnlyList<T>? items) => items as T[] ?? items?.ToArray();

    /// <summary>Writes a list as a JSON array, which is how lists travel to an engine without arrays.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">The items; null stays null.</param>
    /// <returns>The JSON.</returns>
    public static string? Array<T>(IEnumerable<T>? items)
    {
        if (items is null)
        {
            return null;
        }
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var item in items)
            {
                switch (item)
                {
                    case null: writer.WriteNullValue(); break;
                    case bool value: writer.WriteBooleanValue(value); break;
                    case short value: writer.WriteNumberValue(value); break;
                    case int value: writer.WriteNumberValue(value); break;
                    case long value: writer.WriteNumberValue(value); break;
                    case float value: writer.WriteNumberValue(value); break;
                    case double value: writer.WriteNumberValue(value); break;
                    // As columns have them: what json_each gives must equal what a statement compares it with.
                    case decimal value: writer.WriteStringValue(value.ToString("0.0###########################", CultureInfo.InvariantCulture)); break;
                    case Guid value: writer.WriteStringValue(value.ToString().ToUpperInvariant()); break;
                    case DateTime value: writer.WriteStringValue(value.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)); break;
                    case DateTimeOffset value: writer.WriteStringValue(value.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture)); break;
                    case DateOnly value: writer.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
                    case IFormattable value: writer.WriteStringValue(value.ToString(null, CultureInfo.InvariantCulture)); break;
                    default: writer.WriteStringValue(Strict(item.ToString() ?? "")); break;
                }
            }
            writer.WriteEndArray();
        }
        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    /// <summary>The writer would put a replacement in place of what is no Unicode.</summary>
    private static byte[] Strict(string text)
    {
        try
        {
            return s_utf8.GetBytes(text);
        }
        catch (System.Text.EncoderFallbackException exception)
        {
            throw new SqlException("A text in a list holds half of a surrogate pair, which no database takes.", SqlErrorKind.WrongType, exception);
        }
    }

    /// <summary>Reads a JSON array.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="text">The JSON.</param>
    /// <returns>The items.</returns>
    /// <exception cref="JsonException">It is no array of such items.</exception>
    public static T[] Items<T>(string text) => [.. List<T>(text)];

    /// <inheritdoc cref="Items{T}(string)"/>
    public static List<T> List<T>(string text)
    {
        using var document = JsonDocument.Parse(text);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("The text is no array.");
        }
        var items = new List<T>(document.RootElement.GetArrayLength());
        foreach (var item in document.RootElement.EnumerateArray())
        {
            items.Add((T)Value(typeof(T), item));
        }
        return items;
    }

    private static object Value(Type type, JsonElement item)
    {
        if (type == typeof(string))
        {
            return item.GetString()!;
        }
        if (type == typeof(bool))
        {
            return item.ValueKind == JsonValueKind.Number ? item.GetInt64() != 0 : item.GetBoolean();
        }
        if (type == typeof(double))
        {
            return item.GetDouble();
        }
        if (type == typeof(float))
        {
            return item.GetSingle();
        }
        var text = item.ValueKind == JsonValueKind.String ? item.GetString()! : item.GetRawText();
        return type == typeof(int) ? int.Parse(text, CultureInfo.InvariantCulture)
            : type == typeof(long) ? long.Parse(text, CultureInfo.InvariantCulture)
            : type == typeof(short) ? short.Parse(text, CultureInfo.InvariantCulture)
            : type == typeof(decimal) ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)
            : type == typeof(Guid) ? Guid.Parse(text)
            : type == typeof(DateTime) ? DateTime.Parse(text, CultureInfo.InvariantCulture)
            : type == typeof(DateTimeOffset) ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)
            : type == typeof(DateOnly) ? DateOnly.Parse(text, CultureInfo.InvariantCulture)
            : type == typeof(TimeOnly) ? TimeOnly.Parse(text, CultureInfo.InvariantCulture)
            : type == typeof(TimeSpan) ? TimeSpan.Parse(text, CultureInfo.InvariantCulture)
            : throw new JsonException("A list of such items has no form.");
    }
}
