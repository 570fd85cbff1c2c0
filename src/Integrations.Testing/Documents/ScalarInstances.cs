using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Integrations.Testing.Documents;

/// <summary>Makes strings, numbers and booleans that a schema allows.</summary>
internal sealed class ScalarInstances(int seed, TextKind kind)
{
    private readonly Random _random = new(seed);
    private int _made;

    public int Next(int below) => _random.Next(below);

    public JsonNode? Pick(JsonArray values)
    {
        var sound = values.Where(static v => v is not null).ToList();
        return sound.Count == 0 ? null : sound[Next(sound.Count)];
    }

    public JsonNode? Of(string type, SchemaView view) => type switch
    {
        "string" or "file" => Text(view),
        "integer" => Integer(view),
        "number" => Number(view),
        "boolean" => Next(2) == 0,
        _ => Text(view),
    };

    public JsonValue Number(SchemaView view)
    {
        var format = RawDocument.Text(view["format"]);
        if (Real(view["multipleOf"]) is { } step && step != 0)
            return Within(view, Math.Ceiling((Real(view["minimum"]) ?? Real(view["exclusiveMinimum"]) ?? 1) / step) * step + (Fits(view) ? step * (1 + Next(3)) : 0));
        var fraction = format == "float" ? Next(8) * 0.125m : Next(1000) * 0.001m;
        return Within(view, 1 + Next(900) + fraction);
    }

    public JsonNode Text(SchemaView view)
    {
        var least = Bound(view["minLength"]) ?? 0;
        var most = Bound(view["maxLength"]) ?? int.MaxValue;
        if (RawDocument.Text(view["pattern"]) is { } pattern && Matching(view, pattern, least, most) is { } matching)
            return matching;
        var text = Formatted(RawDocument.Text(view["format"]) ?? (RawDocument.Text(view["contentEncoding"]) == "base64" ? "byte" : null));
        if (text is null)
        {
            text = Free();
            if (text.Length < least)
                text = text.PadRight(Math.Min(least, 100_000), 'x');
            if (text.Length > most)
                text = text[..(most > 0 && char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
        }
        return text;
    }

    internal static int? Bound(JsonNode? node) => Real(node) is { } value ? (int)Math.Clamp(value, 0, int.MaxValue) : null;

    internal static decimal? Real(JsonNode? node)
    {
        if (node is not JsonValue value || value.GetValueKind() != System.Text.Json.JsonValueKind.Number)
            return null;
        return decimal.TryParse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture) < 0 ? decimal.MinValue : decimal.MaxValue;
    }

    private JsonValue Integer(SchemaView view)
    {
        if (Real(view["multipleOf"]) is { } step && step > 1)
            return Number(view);
        return Within(view, RawDocument.Text(view["format"]) switch
        {
            "int64" => Next(2) == 0 ? 9_007_199_254_740_993m + Next(1000) : 1 + Next(100_000),
            "int8" or "uint8" => 1 + Next(100),
            "int16" or "uint16" => 1 + Next(30_000),
            _ => 1 + Next(1_000_000),
        });
    }

    private static bool Fits(SchemaView view) => Real(view["maximum"]) is null && Real(view["exclusiveMaximum"]) is null;

    private JsonValue Within(SchemaView view, decimal value)
    {
        var whole = view.Types.Contains("integer") && value == decimal.Truncate(value);
        var step = whole ? 1 : 0.5m;
        var least = Real(view["exclusiveMinimum"]) + step ?? (OperationReader.IsTrue(view["exclusiveMinimum"]) ? Real(view["minimum"]) + step : Real(view["minimum"]));
        var most = Real(view["exclusiveMaximum"]) - step ?? (OperationReader.IsTrue(view["exclusiveMaximum"]) ? Real(view["maximum"]) - step : Real(view["maximum"]));
        if (most < value)
            value = least is null || least > most ? most.Value : least.Value + (whole ? Next((int)Math.Min(most.Value - least.Value, 1_000_000)) : 0);
        if (least > value)
            value = least.Value;
        return whole && value is >= long.MinValue and <= long.MaxValue ? JsonValue.Create((long)value) : JsonValue.Create(value / 1.000000000000000000000m);
    }

    private string Free()
    {
        _made++;
        var number = Next(10_000).ToString(CultureInfo.InvariantCulture) + "x" + _made.ToString(CultureInfo.InvariantCulture);
        return kind switch
        {
            TextKind.Plain => "v" + number,
            TextKind.Url => "v" + number + (_made % 3) switch { 0 => " a/b", 1 => "%20&c=d;+", _ => "\u00fc?#'\"[]" },
            _ => "v" + number + (_made % 4) switch { 0 => " \u00fc", 1 => "\"\\/\n", 2 => "\ud83d\ude00<&>", _ => "" },
        };
    }

    private string? Formatted(string? format)
    {
        switch (format)
        {
            case "date-time":
                var time = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(Next(200_000_000));
                return time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + Next(4) switch { 0 => ".25Z", 1 => "+02:00", 2 => "-05:30", _ => "Z" };
            case "date": return new DateOnly(2020, 2, 29).AddDays(Next(2000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            case "time": return "12:34:56Z";
            case "duration": return "P1DT2H";
            case "uuid" or "guid": return Id();
            case "byte" or "base64": return Convert.ToBase64String(Encoding.UTF8.GetBytes(Free()));
            case "base64url": return Convert.ToBase64String(Encoding.UTF8.GetBytes("v" + Next(1000))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
            case "uri" or "url" or "uri-reference" or "iri": return "https://example.com/a?b=" + Next(1000).ToString(CultureInfo.InvariantCulture);
            case "email": return "a" + Next(1000).ToString(CultureInfo.InvariantCulture) + "@example.com";
            case "hostname": return "example.com";
            case "ipv4": return "192.0.2." + (1 + Next(200)).ToString(CultureInfo.InvariantCulture);
            case "ipv6": return "2001:db8::" + (1 + Next(200)).ToString(CultureInfo.InvariantCulture);
            default: return null;
        }
    }

    private string Id()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }

    private string? Matching(SchemaView view, string pattern, int least, int most)
    {
        bool Fits(string? text) => text is not null && text.Length >= least && text.Length <= most && SchemaValidator.Matches(text, pattern) != false;
        if (PatternText.TryMake(pattern, _random, Math.Max(least, 1)) is { } made && Fits(made))
            return made;
        string?[] stated = [RawDocument.Text(view["example"]), RawDocument.Text(view["default"]), "a", "1", "abc123", "A", "", Formatted(RawDocument.Text(view["format"])), Free()];
        return Array.Find(stated, Fits);
    }
}
