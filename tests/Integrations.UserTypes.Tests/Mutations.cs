using System.Text.Json;
using System.Text.Json.Nodes;
using Integrations.Json;

namespace Integrations.UserTypes.Tests;

/// <summary>
/// Texts that are not quite right: what is missing, null, of another kind, unknown or out of order. What System.Text.Json takes, is taken and is the same
/// thing; what is missing or null where it must not be, both refuse.
/// </summary>
internal static class Mutations
{
    public static void Compare<T, TCodec>(string json, JsonSerializerOptions options, int seed)
        where TCodec : struct, IJsonCodec<T>
    {
        if (JsonNode.Parse(json) is not JsonObject { Count: > 0 } node)
            return;
        var random = new Random(seed);
        var property = node.ElementAt(random.Next(node.Count)).Key;
        var mutation = random.Next(5);
        if (mutation == 1 && typeof(T).IsGenericType)
            return; // of a T that may be null or not, System.Text.Json takes null always
        switch (mutation)
        {
            case 0: node.Remove(property); break;
            case 1: node[property] = null; break;
            case 2: node[property] = new JsonObject { ["x"] = new JsonArray(1, "2", null) }; break;
            case 3: node["unknown"] = new JsonArray(1, new JsonObject()); break;
            default:
                var first = node.First(n => !n.Key.StartsWith('$') && n.Key != "kind");
                node.Remove(first.Key);
                node.Add(first);
                break;
        }
        var text = node.ToJsonString(options);
        var (theirs, refused) = Try(() => JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(text, options), options));
        var (ours, why) = Try(() => JsonSerializer.Serialize(Oracle.Read<T, TCodec>(text), options));
        if (refused is null || mutation < 2)
            Assert.True((refused is null) == (why is null), $"{text}\nSystem.Text.Json: {refused ?? "read"}\nhere: {why ?? "read"}");
        if (refused is null)
            Assert.Equal(theirs, ours);
        if (why is not null)
            Assert.Contains("Path: $", why, StringComparison.Ordinal);
    }

    private static (string? Text, string? Refused) Try(Func<string> read)
    {
        try
        {
            return (read(), null);
        }
        catch (InvalidOperationException) // default(JsonElement) cannot be written by anybody
        {
            return ("", null);
        }
        catch (JsonException exception)
        {
            return (null, exception.Message);
        }
    }
}
