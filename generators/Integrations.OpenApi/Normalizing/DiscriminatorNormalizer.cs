using System.Text.Json.Nodes;
using Integrations.OpenApi.Slicing;

namespace Integrations.OpenApi.Normalizing;

/// <summary>The <c>discriminator</c>: 2.0's bare property name, and mappings resolved to keys.</summary>
internal static class DiscriminatorNormalizer
{
    public static void Read(SliceContext context, RawNode value, JsonObject schema)
    {
        if (value.IsString)
        {
            schema["discriminator"] = new JsonObject { ["propertyName"] = value.Text };
            return;
        }

        if (!context.IsObject(value)) return;
        if (context.Text(value, "propertyName") is not { } property)
        {
            context.Shape(value, "The discriminator has no 'propertyName' and is left out.");
            return;
        }

        schema["discriminator"] = new JsonObject { ["propertyName"] = property };
        var mapping = new JsonArray();
        foreach (var entry in context.Entries(value, "mapping"))
        {
            if (context.Text(entry.Value) is not { } target || Key(context, target, entry.Value) is not { } key) continue;
            mapping.Add(new JsonArray(Nodes.Of(entry.Key), Nodes.Of(key)));
        }

        if (mapping.Count > 0) schema[Keys.Mapping] = mapping;
        if (value.Member("defaultMapping") is { IsString: true } fallback && Key(context, fallback.Text, fallback) is { } defaultKey)
            schema[Keys.DefaultMapping] = defaultKey;
    }

    private static string? Key(SliceContext context, string target, RawNode at)
    {
        if (context.References.ResolveMapping(target, at) is not { } found) return null;
        context.Schemas.Reach(found.Key, found.Node);
        return found.Key;
    }
}
