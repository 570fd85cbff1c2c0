using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Integrations.Testing.Documents;

/// <summary>Compares JSON by meaning: numbers, date-times and UUIDs by value, objects without order.</summary>
internal static class JsonSame
{
    /// <summary>Where and how two values differ; null where they mean the same.</summary>
    public static string? Difference(JsonNode? expected, JsonNode? actual, string place = "")
    {
        switch (expected, actual)
        {
            case (null, null):
                return null;
            case (JsonObject left, JsonObject right):
                foreach (var (name, value) in left)
                {
                    if (!right.TryGetPropertyValue(name, out var other))
                        return $"{place}/{name}: is missing";
                    if (Difference(value, other, place + "/" + name) is { } difference)
                        return difference;
                }
                foreach (var (name, value) in right)
                {
                    if (!left.ContainsKey(name))
                        return $"{place}/{name}: is new ({value?.ToJsonString() ?? "null"})";
                }
                return null;
            case (JsonArray left, JsonArray right):
                if (left.Count != right.Count)
                    return $"{place}: {left.Count} items became {right.Count}";
                for (var i = 0; i < left.Count; i++)
                {
                    if (Difference(left[i], right[i], place + "/" + i.ToString(CultureInfo.InvariantCulture)) is { } difference)
                        return difference;
                }
                return null;
            case (JsonValue left, JsonValue right) when Same(left, right):
                return null;
            default:
                return $"{place}: {expected?.ToJsonString() ?? "null"} became {actual?.ToJsonString() ?? "null"}";
        }
    }

    private static bool Same(JsonValue left, JsonValue right)
    {
        var kind = left.GetValueKind();
        if (kind != right.GetValueKind())
            return false;
        return kind switch
        {
            JsonValueKind.String => SameText(left.GetValue<string>(), right.GetValue<string>()),
            JsonValueKind.Number => SameNumber(left.ToJsonString(), right.ToJsonString()),
            _ => true,
        };
    }

    private static bool SameNumber(string left, string right)
    {
        if (left == right)
            return true;
        if (decimal.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out var a) && decimal.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out var b))
            return a == b;
        return double.Parse(left, CultureInfo.InvariantCulture).Equals(double.Parse(right, CultureInfo.InvariantCulture));
    }

    private static bool SameText(string left, string right)
    {
        if (left == right)
            return true;
        if (IsTime(left) && IsTime(right)
            && DateTimeOffset.TryParse(left, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var a)
            && DateTimeOffset.TryParse(right, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var b))
            return a == b;
        return Guid.TryParseExact(left, "D", out var c) && Guid.TryParseExact(right, "D", out var d) && c == d;
    }

    private static bool IsTime(string text) => text.Length >= 19 && text[4] == '-' && text[10] is 'T' or 't';
}
