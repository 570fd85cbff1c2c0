using Integrations.OpenApi.Model;

namespace Integrations.Generators.Binding;

/// <summary>What media types mean for reading and writing.</summary>
internal static class MediaTypes
{
    public const string Form = "application/x-www-form-urlencoded";

    /// <summary>The entry that is read and written as JSON: plain JSON first, then <c>+json</c>, then a range that allows it.</summary>
    public static SpecMediaType? Json(IReadOnlyList<SpecMediaType> content)
    {
        SpecMediaType? suffixed = null, range = null;
        foreach (var media in content)
        {
            var name = Bare(media.Name);
            if (name is "APPLICATION/JSON" or "TEXT/JSON")
                return media;
            if (name.EndsWith("+JSON", StringComparison.Ordinal))
                suffixed ??= media;
            else if (name is "*/*" or "APPLICATION/*" or "*" && media.Schema is { Format: not "binary" } && media.Schema.Types is not (SpecTypes.File or SpecTypes.String))
                range ??= media;
        }
        return suffixed ?? range;
    }

    public const string Multipart = "multipart/form-data";

    public const string Binary = "application/octet-stream";

    /// <summary>The first concrete media type of a list (<c>image/png, image/jpeg</c>); null where there is none.</summary>
    public static string? First(string? list)
    {
        foreach (var type in (list ?? "").Split(','))
        {
            var name = type.Trim();
            if (name.IndexOf('/') > 0 && !IsRange(name) && name.All(static c => c is >= ' ' and < '\x7f'))
                return name;
        }
        return null;
    }

    /// <summary>Whether what it names is neither text nor JSON.</summary>
    public static bool IsBinary(string name)
    {
        var bare = Bare(name);
        return !bare.StartsWith("TEXT/", StringComparison.Ordinal) && !bare.EndsWith("JSON", StringComparison.Ordinal) && !bare.EndsWith("XML", StringComparison.Ordinal) && bare != "APPLICATION/X-WWW-FORM-URLENCODED";
    }

    public static SpecMediaType? Find(IReadOnlyList<SpecMediaType> content, string name)
    {
        foreach (var media in content)
        {
            if (string.Equals(Bare(media.Name), name, StringComparison.OrdinalIgnoreCase))
                return media;
        }
        return null;
    }

    public static bool IsText(string name)
    {
        var bare = Bare(name);
        return bare.StartsWith("TEXT/", StringComparison.Ordinal) && bare is not "TEXT/EVENT-STREAM" and not "TEXT/*";
    }

    /// <summary>The entry that comes item by item: events first, which is what servers mean where they offer both.</summary>
    public static SpecMediaType? Items(IReadOnlyList<SpecMediaType> content) =>
        content.FirstOrDefault(static m => Bare(m.Name) == "TEXT/EVENT-STREAM") ?? content.FirstOrDefault(static m => ItemKind(m.Name) is not null);

    /// <summary>How the items of a media type are told apart; null where it is one value.</summary>
    public static Models.ResponseKind? ItemKind(string name) => Bare(name) switch
    {
        "TEXT/EVENT-STREAM" => Models.ResponseKind.Events,
        "APPLICATION/X-NDJSON" or "APPLICATION/NDJSON" or "APPLICATION/JSONL" or "APPLICATION/X-JSONLINES" or "APPLICATION/JSONLINES" => Models.ResponseKind.Lines,
        "APPLICATION/JSON-SEQ" => Models.ResponseKind.Sequence,
        _ => null,
    };

    public static bool IsJson(string name)
    {
        var bare = Bare(name);
        return bare is "APPLICATION/JSON" or "TEXT/JSON" || bare.EndsWith("+JSON", StringComparison.Ordinal);
    }

    public static bool IsRange(string name) => name.IndexOf('*') >= 0;

    /// <summary>The media type as it is sent: JSON where the document gives a range.</summary>
    public static string Concrete(string name) => IsRange(name) ? "application/json" : name;

    /// <summary>The <c>Accept</c> header of a response.</summary>
    public static string Accept(IReadOnlyList<SpecMediaType> content)
    {
        if (Json(content) is { } json)
            return Concrete(json.Name);
        var names = new List<string>();
        foreach (var media in content)
        {
            if (media.Name.Length < 128 && names.Count < 8)
                names.Add(media.Name);
        }
        return string.Join(", ", names);
    }

    private static string Bare(string name)
    {
        var end = name.IndexOf(';');
        return (end < 0 ? name : name.Substring(0, end)).Trim().ToUpperInvariant();
    }
}
