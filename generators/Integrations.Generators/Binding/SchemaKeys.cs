namespace Integrations.Generators.Binding;

/// <summary>What a schema that is reached by reference is called, by its key: <c>#/components/schemas/Pet</c>, <c>models/pet.yml</c>.</summary>
internal static class SchemaKeys
{
    /// <summary>Segments that say what something is for OpenAPI, not what it is called.</summary>
    private static readonly HashSet<string> s_structure = new(StringComparer.Ordinal)
    {
        "schema", "content", "responses", "requestBody", "parameters", "headers", "items", "additionalProperties", "allOf", "oneOf", "anyOf", "not", "prefixItems",
        "properties", "patternProperties", "definitions", "$defs", "components", "schemas", "get", "put", "post", "delete", "patch", "head", "options", "trace", "query",
    };

    private static readonly string[] s_endings = [".json", ".yaml", ".yml"];

    /// <summary>The name: the last segment that is one, else the file's name without ending (of <c>index.yml</c> its folder's).</summary>
    public static string Name(string key)
    {
        var hash = key.IndexOf('#');
        if (hash < 0)
            return Stem(key);
        var segments = key.Substring(hash + 1).Split('/');
        for (var i = segments.Length - 1; i > 0; i--)
        {
            if (IsName(segments, i))
                return Decode(segments[i]) + (i < segments.Length - 1 ? Rest(segments, i + 1) : "");
        }
        return hash == 0 ? Decode(segments[segments.Length - 1]) : Stem(key.Substring(0, hash)) + Rest(segments, 1);
    }

    private static bool IsName(string[] segments, int index)
    {
        var before = segments[index - 1];
        // Whatever stands in a map of names is one: a property may be called `items`, and a component `content`.
        if (before is "properties" or "schemas" or "definitions" or "$defs")
            return true;
        return !s_structure.Contains(segments[index]) && before is not "content" and not "responses" && !IsNumber(segments[index]);
    }

    private static string Rest(string[] segments, int from)
    {
        var rest = "";
        for (var i = from; i < segments.Length; i++)
        {
            rest += segments[i] switch
            {
                "items" or "prefixItems" => " item",
                "additionalProperties" => " value",
                "responses" => " response",
                "requestBody" => " request",
                "get" or "put" or "post" or "delete" or "patch" or "head" or "options" => " " + segments[i],
                var other when IsNumber(other) && i > 0 && segments[i - 1] is "allOf" or "oneOf" or "anyOf" or "prefixItems" => " " + other,
                _ => "",
            };
        }
        return rest;
    }

    private static string Stem(string path)
    {
        var folders = path.Split('/');
        var stem = Decode(folders[folders.Length - 1]);
        foreach (var ending in s_endings)
        {
            if (stem.Length > ending.Length && stem.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                stem = stem.Substring(0, stem.Length - ending.Length);
                break;
            }
        }
        if (stem.Length > ".schema".Length && stem.EndsWith(".schema", StringComparison.OrdinalIgnoreCase))
            stem = stem.Substring(0, stem.Length - ".schema".Length);
        return stem.Trim('_') is "index" && folders.Length > 1 ? Decode(folders[folders.Length - 2]) : stem;
    }

    private static bool IsNumber(string text) => text.Length > 0 && text.All(char.IsDigit);

    private static string Decode(string name) => name.IndexOf('~') < 0 ? name : name.Replace("~1", "/").Replace("~0", "~");
}
