using System.Globalization;
using System.Text.Json.Nodes;

namespace Integrations.Testing.Documents;

/// <summary>What a schema says of a string or a number.</summary>
internal static class ScalarRules
{
    public static void String(string value, JsonObject schema, string place, List<string> violations)
    {
        var length = new StringInfo(value).LengthInTextElements;
        if (ScalarInstances.Bound(schema["minLength"]) > value.Length || ScalarInstances.Bound(schema["maxLength"]) < length)
            violations.Add($"{place}: has {length} characters");
        if (RawDocument.Text(schema["pattern"]) is { } pattern && SchemaValidator.Matches(value, pattern) == false)
            violations.Add($"{place}: '{value}' does not match {pattern}");
        if (RawDocument.Text(schema["type"]) is not (null or "string"))
            return;
        var fits = RawDocument.Text(schema["format"]) switch
        {
            "date-time" => value.Length >= 19 && value[10] is 'T' or 't' && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
                && (value.EndsWith('Z') || value.EndsWith('z') || value.LastIndexOfAny(['+', '-']) > 18),
            "date" => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "uuid" or "guid" => Guid.TryParseExact(value, "D", out _),
            "byte" or "base64" => Convert.TryFromBase64String(value, new byte[value.Length], out _),
            _ => true,
        };
        if (!fits)
            violations.Add($"{place}: '{value}' is no {schema["format"]}");
    }

    public static void Number(JsonValue value, JsonObject schema, string place, List<string> violations)
    {
        if (ScalarInstances.Real(value) is not { } number)
            return;
        bool Breaks(string bound, Func<decimal, bool> test) => ScalarInstances.Real(schema[bound]) is { } limit && test(limit);
        var low = OperationReader.IsTrue(schema["exclusiveMinimum"]);
        var high = OperationReader.IsTrue(schema["exclusiveMaximum"]);
        if (Breaks("minimum", m => low ? number <= m : number < m) || Breaks("maximum", m => high ? number >= m : number > m)
            || Breaks("exclusiveMinimum", m => number <= m) || Breaks("exclusiveMaximum", m => number >= m))
            violations.Add($"{place}: {value.ToJsonString()} is out of bounds");
        if (Breaks("multipleOf", m => m != 0 && number % m != 0))
            violations.Add($"{place}: {value.ToJsonString()} is no multiple");
        var format = RawDocument.Text(schema["format"]);
        if (format == "int32" && number is < int.MinValue or > int.MaxValue && RawDocument.Text(schema["type"]) == "integer" || format == "int64" && number is < long.MinValue or > long.MaxValue)
            violations.Add($"{place}: {value.ToJsonString()} is no {format}");
    }
}
