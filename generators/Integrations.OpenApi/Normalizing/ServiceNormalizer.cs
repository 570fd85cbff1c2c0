using System.Text.Json.Nodes;
using Integrations.OpenApi.Slicing;

namespace Integrations.OpenApi.Normalizing;

/// <summary>Servers and security.</summary>
internal static class ServiceNormalizer
{
    public static void CopyServers(SliceContext context, RawNode node, JsonObject to)
    {
        if (node.Member("servers") is { } servers) to.TryAddServers(context, servers);
    }

    /// <summary>A list of servers by itself, as the root has it.</summary>
    public static void TryAddServers(this JsonObject to, SliceContext context, RawNode servers)
    {
        if (!context.IsArray(servers)) return;
        var list = new JsonArray();
        foreach (var item in servers.Items())
        {
            if (!context.IsObject(item) || context.Text(item, "url") is not { } url) continue;
            var server = new JsonObject { ["url"] = url, ["variables"] = Variables(context, item) };
            context.CopyText(item, server, "description");
            list.Add(server);
        }

        to["servers"] = list;
    }

    public static void CopySecurity(SliceContext context, RawNode node, JsonObject to)
    {
        if (node.Member("security") is { } security) to.TryAddSecurity(context, security);
    }

    /// <summary>A list of requirements by itself, as the root has it.</summary>
    public static void TryAddSecurity(this JsonObject to, SliceContext context, RawNode security)
    {
        if (!context.IsArray(security)) return;
        var list = new JsonArray();
        foreach (var item in security.Items())
        {
            if (!context.IsObject(item)) continue;
            var requirement = new JsonObject();
            foreach (var scheme in item.Members())
            {
                context.SchemesUsed.Add(scheme.Key);
                requirement[scheme.Key] = scheme.Value.IsArray ? Nodes.Of(context.Texts(scheme.Value)) : new JsonArray();
            }

            list.Add(requirement);
        }

        to["security"] = list;
    }

    /// <summary>2.0's schemes, host and basePath as servers.</summary>
    public static JsonArray SwaggerServers(SliceContext context, string? host, string? basePath, RawNode? schemes)
    {
        var path = basePath is null || basePath == "/" ? "" : basePath.StartsWith("/", StringComparison.Ordinal) ? basePath : "/" + basePath;
        var servers = new JsonArray();
        if (host is null)
        {
            // Relative to where the document came from, which only the user knows.
            if (path.Length > 0) servers.Add(new JsonObject { ["url"] = path });
            return servers;
        }

        var names = schemes is { IsArray: true } list ? context.Texts(list) : [];
        foreach (var scheme in names.Count == 0 ? ["https"] : names) servers.Add(new JsonObject { ["url"] = scheme + "://" + host + path });
        return servers;
    }

    public static JsonObject? Scheme(SliceContext context, RawNode node)
    {
        var scheme = new JsonObject();
        context.CopyText(node, scheme, "description");
        var type = context.Text(node, "type");
        switch (type)
        {
            case "basic": // 2.0
                (scheme["type"], scheme["scheme"]) = ("http", "basic");
                break;
            case "http":
                (scheme["type"], scheme["scheme"]) = ("http", context.Text(node, "scheme") ?? "");
                break;
            case "apiKey":
                (scheme["type"], scheme["name"]) = ("apiKey", context.Text(node, "name") ?? "");
                if (node.MemberText("in") is "query" or "header" or "cookie") scheme["in"] = node.MemberText("in");
                break;
            case "oauth2":
                scheme["type"] = type;
                if (TokenUrl(node) is { } url) scheme[Keys.TokenUrl] = url;
                break;
            case "openIdConnect" or "mutualTLS":
                scheme["type"] = type;
                break;
            default:
                context.Shape(node, $"The security scheme's type '{type}' is unknown; the scheme is left out.");
                return null;
        }

        return scheme;
    }

    private static string? TokenUrl(RawNode node)
    {
        if (node.MemberText("flow") is "application") return node.MemberText("tokenUrl");
        return node.Member("flows")?.Member("clientCredentials")?.MemberText("tokenUrl");
    }

    private static JsonObject Variables(SliceContext context, RawNode server)
    {
        var variables = new JsonObject();
        foreach (var entry in context.Entries(server, "variables"))
        {
            if (!context.IsObject(entry.Value)) continue;
            var variable = new JsonObject { ["default"] = entry.Value.Member("default") is { } value && !value.IsObject && !value.IsArray ? value.Text : "" };
            context.CopyText(entry.Value, variable, "description");
            if (entry.Value.Member("enum") is { IsArray: true } values) variable["enum"] = Nodes.Of(values.Items().Select(v => v.Text));
            variables[entry.Key] = variable;
        }

        return variables;
    }
}
