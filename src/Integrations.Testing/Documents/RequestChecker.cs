using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Integrations.Testing.Documents;

/// <summary>Holds a request against the operation that it is.</summary>
internal sealed class RequestChecker(RawDocument document)
{
    private static readonly string[] s_transport = ["accept", "authorization", "content-type"];

    private readonly ParameterDecoder _decoder = new(document);
    private readonly SchemaValidator _validator = new(document);

    public void Check(SeenRequest seen, PathMatcher matcher, string[] path, string query, Func<string, string?> header, Func<string, string?> cookie)
    {
        var pairs = FormDecoder.Pairs(query);
        foreach (var stated in FormDecoder.Pairs(matcher.FixedQuery))
        {
            if (!pairs.Remove(stated))
                seen.Violations.Add($"query: '{stated.Name}' of the path template is missing");
        }
        for (var i = 0; i < path.Length; i++)
        {
            var name = matcher.Names[i];
            var parameter = matcher.Operation.Parameters.FirstOrDefault(p => p.In == "path" && p.Name == name)
                ?? new RawParameter(name, "path", true, null, "simple", false, null);
            var raw = path[i];
            Guard(seen, parameter, () => (true, _decoder.Simple(parameter, raw)));
        }
        // An exploded object takes names that nothing else declares, so it goes last.
        foreach (var parameter in matcher.Operation.Parameters.OrderBy(p => p is { In: "query", Explode: true } && _decoder.TypesOf(p.Schema).Contains("object") ? 1 : 0))
        {
            switch (parameter.In)
            {
                case "query":
                    Guard(seen, parameter, () => (_decoder.TryQuery(parameter, pairs, out var value), value));
                    break;
                case "header" when !s_transport.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase):
                    Guard(seen, parameter, () => header(parameter.Name) is { } raw ? (true, _decoder.Simple(parameter, raw)) : (false, null));
                    break;
                case "cookie":
                    Guard(seen, parameter, () => cookie(parameter.Name) is { } raw ? (true, _decoder.Simple(parameter, raw)) : (false, null));
                    break;
            }
        }
        foreach (var (name, _) in pairs)
            seen.Violations.Add($"query: '{ParameterDecoder.Decode(name)}' is not declared");
        Body(seen, matcher.Operation);
    }

    private void Guard(SeenRequest seen, RawParameter parameter, Func<(bool There, JsonNode? Value)> read)
    {
        var place = parameter.In + "/" + parameter.Name;
        try
        {
            var (there, value) = read();
            if (!there && parameter.Required)
                seen.Violations.Add(place + ": is required");
            if (!there)
                return;
            seen.Values[place] = value;
            seen.Violations.AddRange(_validator.Check(value, parameter.Schema, Direction.Request, place));
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            seen.Violations.Add(place + ": " + e.Message);
        }
    }

    private void Body(SeenRequest seen, RawOperation operation)
    {
        if (seen.Body.Length == 0 && seen.ContentType.Length == 0)
        {
            if (operation.Body is { Required: true })
                seen.Violations.Add("body: is required");
            return;
        }
        if (operation.Body is not { } body)
        {
            seen.Violations.Add("body: none is declared, but " + (seen.ContentType.Length == 0 ? "bytes" : seen.ContentType) + " was sent");
            return;
        }
        var bare = RawMedia.BareName(seen.ContentType);
        if (body.Content.FirstOrDefault(m => Matches(m.Bare, bare)) is not { } media)
        {
            seen.Violations.Add($"body: '{seen.ContentType}' is none of {string.Join(", ", body.Content.Select(static m => m.Name))}");
            return;
        }
        try
        {
            if (bare.EndsWith("json", StringComparison.Ordinal))
                seen.Values["body"] = JsonNode.Parse(seen.Body);
            else if (bare == "application/x-www-form-urlencoded")
                seen.Values["body"] = new FormDecoder(_decoder).Form(Encoding.UTF8.GetString(seen.Body), media.Schema, media.Encoding);
            else if (bare == "multipart/form-data" && new SchemaView(document, media.Schema) is { Properties.Count: > 0 })
                seen.Values["body"] = new MultipartDecoder(document, _decoder).Read(seen, media);
            else
                return;
            seen.Violations.AddRange(_validator.Check(seen.Values["body"], media.Schema, Direction.Request, "body"));
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            seen.Violations.Add("body: " + e.Message);
        }
    }

    /// <summary>Whether a media type fits a declared one or its range.</summary>
    public static bool Matches(string declared, string actual) =>
        declared == actual || declared == "*/*" || declared == "*" || declared.EndsWith("/*", StringComparison.Ordinal) && actual.StartsWith(declared[..^1], StringComparison.Ordinal);
}
