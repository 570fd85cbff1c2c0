using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Integrations.Documents;
using Integrations.Testing.Documents;

namespace Integrations.Corpus.Tests.Harness;

/// <summary>One way to call every operation.</summary>
/// <param name="Name">For reports.</param>
/// <param name="Optional">Whether optional arguments are given.</param>
/// <param name="Response">Whether the method is called that does not throw.</param>
/// <param name="Answers">How the server answers.</param>
internal sealed record CallPass(string Name, bool Optional, bool Response, AnswerOptions Answers)
{
    public static CallPass[] All { get; } =
    [
        new("all arguments, examples", Optional: true, Response: false, new AnswerOptions(1)),
        new("required arguments, instances", Optional: false, Response: false, new AnswerOptions(2, UseExamples: false)),
        new("required arguments, other instances, whole response", Optional: false, Response: true, new AnswerOptions(3, UseExamples: false, Last: true, FirstBranch: false)),
        new("all arguments, sparse instances, whole response", Optional: true, Response: true, new AnswerOptions(4, UseExamples: false, Optional: false)),
    ];
}

/// <summary>What went wrong in one call; <see cref="Defect"/> says where the document itself is wrong, where it is.</summary>
internal sealed record Mismatch(string Operation, string Pass, string Reason, string Defect)
{
    public override string ToString() => $"{Operation}\t{Pass}\t{Reason}\t{Defect}".ReplaceLineEndings(" ");
}

/// <summary>Calls an operation with arguments made from the document, and compares what the server saw and what came back.</summary>
internal sealed class OperationCaller(LoadedClient client, ClientHost host, DocumentServer server)
{
    private readonly SchemaInstances _instances = new(client.Document);
    private readonly BodyMaker _bodies = new(client.Document);
    private readonly SchemaValidator _validator = new(client.Document);

    /// <summary>The body's bytes, where they are what is compared.</summary>
    private byte[]? _bytes;

    /// <summary>How many values were sent.</summary>
    public int Values { get; private set; }

    public async Task<IReadOnlyList<Mismatch>> CallAsync(OperationMethod method, CallPass pass)
    {
        var seed = Seed(method.Title + pass.Name);
        server.Answers = pass.Answers with { Seed = pass.Answers.UseExamples ? pass.Answers.Seed : seed };
        server.Expected = method.Operation;
        var sent = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        var reasons = new List<string>();
        var results = new List<string>();
        IReadOnlyList<SeenRequest> seen = [];
        _bytes = null;
        try
        {
            var arguments = Arguments(method, pass, seed, sent);
            var (type, value) = await host.CallAsync(method, pass.Response, arguments);
            seen = server.Take();
            results.AddRange(await ResultAsync(type, value, seen.Count == 1 ? seen[0] : new SeenRequest("", null)));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            seen = seen.Count > 0 ? seen : server.Take();
            results.Add(e.GetType().Name + ": " + e.Message + (e.InnerException is { } inner ? " / " + inner.Message : ""));
        }
        if (seen is not [var request])
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"the server saw {seen.Count} requests"));
        else
            reasons.AddRange(Request(method, sent, request));
        Values += sent.Count;
        // An example that breaks its own schema excuses a result, never a request.
        var defect = seen.Count == 1 && seen[0].Defects.Count > 0 ? "example " + seen[0].Defects[0] : "";
        return
        [
            .. reasons.Select(r => new Mismatch(method.Title, pass.Name, r, "")),
            .. results.Select(r => new Mismatch(method.Title, pass.Name, r, defect)),
        ];
    }

    private object?[] Arguments(OperationMethod method, CallPass pass, int seed, Dictionary<string, JsonNode?> sent)
    {
        var arguments = new object?[method.Arguments.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            var (parameter, raw) = method.Arguments[i];
            if (parameter.HasDefaultValue && !pass.Optional)
                continue;
            if (raw is null)
            {
                (arguments[i], var body, _bytes) = _bodies.Make(method, parameter.ParameterType, seed, pass.Optional);
                if (body is not null)
                    sent["body"] = body;
                continue;
            }
            var value = Parameter(raw, seed + i);
            if (value is null && parameter.HasDefaultValue)
                continue;
            sent[raw.In + "/" + raw.Name] = value;
            arguments[i] = WireCodec.Read(parameter.ParameterType, Encoding.UTF8.GetBytes(value?.ToJsonString() ?? "null"));
        }
        return arguments;
    }

    private JsonNode? Parameter(RawParameter raw, int seed)
    {
        var delimited = raw.Style is "spaceDelimited" or "pipeDelimited" or "tabDelimited";
        var text = raw.In is "header" or "cookie" || delimited ? TextKind.Plain : TextKind.Url;
        return raw.Schema is null ? "v 1/\u00fc" : _instances.Make(raw.Schema, new InstanceOptions(seed, Direction: Direction.Request, Text: text, FirstBranch: seed % 2 == 0));
    }

    /// <summary>The server saw what was sent, all of it, and nothing that the document forbids.</summary>
    private IEnumerable<string> Request(OperationMethod method, Dictionary<string, JsonNode?> sent, SeenRequest seen)
    {
        var isUrlEncoded = seen.ContentType.StartsWith(BodyMedia.Form, StringComparison.Ordinal);
        var isForm = isUrlEncoded || seen.ContentType.StartsWith(BodyMedia.Multipart, StringComparison.Ordinal);
        if (!ReferenceEquals(seen.Operation, method.Operation) && seen.Operation is not null)
            yield return $"the server took it for {seen.Operation.Title} ({seen.Target})";
        // What was sent may break the document where its schema has no instance, or none was found: the client is not to blame, but it is told.
        var unsound = sent.Select(s => (s.Key, Broken: Broken(method, s.Key, isForm && s.Key == "body" ? (isUrlEncoded ? Shown(s.Value) : Parts(s.Value)) ?? s.Value : s.Value))).Where(static s => s.Broken is not null).ToList();
        foreach (var (place, broken) in unsound)
            yield return $"no instance of the schema was found: {place}{broken}";
        foreach (var violation in seen.Violations.Where(v => !unsound.Exists(u => v.StartsWith(u.Key, StringComparison.Ordinal))))
            yield return $"{violation} ({seen.Target})";
        if (_bytes is not null && !_bytes.AsSpan().SequenceEqual(seen.Body))
            yield return "body: other bytes were seen";
        foreach (var (place, value) in sent)
        {
            var shown = place != "body" || isUrlEncoded ? Shown(value) : isForm ? Parts(value) : value;
            if (!seen.Values.TryGetValue(place, out var got))
            {
                if (shown is not null)
                    yield return $"{place}: was not seen ({seen.Target})";
            }
            else if (JsonSame.Difference(shown ?? (got is JsonArray ? new JsonArray() : new JsonObject()), got, place) is { } difference
                && JsonSame.Difference(value, got, place) is not null
                && !(shown is JsonArray { Count: 1 } single && JsonSame.Difference(single[0], got) is null))
            {
                yield return $"{difference} ({seen.Target})";
            }
        }
        foreach (var place in seen.Values.Keys.Except(sent.Keys).Where(static p => !p.Equals("header/User-Agent", StringComparison.OrdinalIgnoreCase)))
            yield return $"{place}: was seen, but not sent ({seen.Target})";
    }

    /// <summary>Where a value that was sent breaks its own schema, or null.</summary>
    private string? Broken(OperationMethod method, string place, JsonNode? value)
    {
        var schema = place == "body" ? method.Media!.Schema : method.Operation.Parameters.FirstOrDefault(p => p.In + "/" + p.Name == place)?.Schema;
        return _validator.Check(value, schema, Direction.Request) is [var first, ..] ? first : null;
    }

    /// <summary>What parts can show: null, and an array without items, are no part.</summary>
    private static JsonObject Parts(JsonNode? value)
    {
        var shown = new JsonObject();
        foreach (var (name, part) in value as JsonObject ?? [])
        {
            if (part is JsonArray items)
            {
                if (items.Any(static i => i is not null))
                    shown[name] = new JsonArray([.. items.Where(static i => i is not null).Select(static i => i!.DeepClone())]);
            }
            else if (part is not null)
            {
                shown[name] = part.DeepClone();
            }
        }
        return shown;
    }

    /// <summary>What a query or form can show of a value: null, and what is empty, have no form.</summary>
    private static JsonNode? Shown(JsonNode? value)
    {
        switch (value)
        {
            case JsonArray array:
                var items = array.Select(Shown).Where(static i => i is not null).ToArray();
                return items.Length == 0 ? null : new JsonArray(items);
            case JsonObject entry:
                var shown = new JsonObject();
                foreach (var (name, item) in entry)
                {
                    if (Shown(item) is { } part)
                        shown[name] = part;
                }
                return shown.Count == 0 ? null : shown;
            default:
                return value?.DeepClone();
        }
    }

    /// <summary>What came back, written again by the emitted code, is what the server sent.</summary>
    private static async Task<IReadOnlyList<string>> ResultAsync(Type? type, object? value, SeenRequest seen)
    {
        if (type is not null && typeof(ApiResponse).IsAssignableFrom(type))
        {
            using var answer = (ApiResponse)value!;
            if (!answer.IsSuccess)
                return [$"the answer was {(int)answer.Status}: {answer.ErrorBody}"];
            return type.IsGenericType ? await ResultAsync(type.GetGenericArguments()[0], type.GetProperty("Value")!.GetValue(value), seen) : [];
        }
        if (value is List<object?> items)
            return Records(type!.GetGenericArguments()[0], items, seen);
        if (type is null || seen.Answered is null)
            return value is null || type is { IsValueType: true } || value is Stream { CanRead: true } || value is "" ? [] : ["a value came of no content"];
        if (value is Stream stream)
        {
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            await stream.DisposeAsync();
            return bytes.ToArray().AsSpan().SequenceEqual(seen.Answer) ? [] : ["other bytes came"];
        }
        if (!seen.Answered.IsJson)
            return (value as string) == Encoding.UTF8.GetString(seen.Answer) ? [] : [$"another text came: {value}"];
        var written = JsonNode.Parse(WireCodec.Write(type, value));
        return JsonSame.Difference(seen.Json, written, "result") is { } difference ? [difference] : [];
    }

    private static IReadOnlyList<string> Records(Type type, List<object?> items, SeenRequest seen)
    {
        if (items.Count != seen.Items.Count)
            return [$"{seen.Items.Count} items were answered, {items.Count} came"];
        for (var i = 0; i < items.Count; i++)
        {
            var expected = seen.Items[i];
            if (items[i] is ServerSentEvent raised)
            {
                if (raised.Data != (RawDocument.Text(expected)?.ReplaceLineEndings("\n") ?? expected?.ToJsonString() ?? "null"))
                    return [$"item {i}: other data came: {raised.Data}"];
            }
            else if (JsonSame.Difference(expected, JsonNode.Parse(WireCodec.Write(type, items[i])), "item " + i.ToString(CultureInfo.InvariantCulture)) is { } difference)
            {
                return [difference];
            }
        }
        return [];
    }

    private static int Seed(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = unchecked((hash ^ c) * 16777619u);
        return (int)(hash & 0x3fffffff);
    }
}
