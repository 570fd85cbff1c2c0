using System.Text.Json.Nodes;
using Integrations.OpenApi.Indexing;
using Integrations.OpenApi.Mapping;
using Integrations.OpenApi.Model;
using Integrations.OpenApi.Normalizing;
using Integrations.OpenApi.Text;
using Microsoft.OpenApi;

namespace Integrations.OpenApi.Slicing;

/// <summary>Reads the selected operations, then the schemas that they reach, then what the document says for all.</summary>
internal sealed class DocumentReader
{
    private readonly SliceContext context;
    private readonly SpecIndex index;
    private readonly SpecSelection selection;
    private readonly LibraryReader library = new();
    private readonly SchemaNormalizer schemaNormalizer;
    private readonly SchemaMapper schemaMapper;
    private readonly PathReader paths;

    public DocumentReader(SliceContext context, SpecIndex index, SpecSelection selection)
    {
        this.context = context;
        this.index = index;
        this.selection = selection;
        schemaNormalizer = new SchemaNormalizer(context);
        schemaMapper = new SchemaMapper(context, library);
        paths = new PathReader(context, library, schemaNormalizer, schemaMapper);
    }

    public SpecDocument Read()
    {
        var document = new SpecDocument { Version = index.Version };
        ReadInfo(document);
        document.Operations = paths.Read(selection.Operations);
        document.Webhooks = paths.ReadWebhooks(selection.Webhooks);
        ReadService(document);
        document.Schemas = ReadSchemas();
        document.SecuritySchemes = ReadSchemes();
        document.Problems = context.Problems.Problems;
        return document;
    }

    private void ReadInfo(SpecDocument document)
    {
        if (context.Store.Find("#/info") is not { IsObject: true } info) return;
        document.Title = context.Text(info, "title") ?? "";
        document.ApiVersion = context.Text(info, "version") ?? "";
        document.Description = context.Text(info, "description");
    }

    // The document's servers and security have the form of an operation's, so they travel as one.
    private void ReadService(SpecDocument document)
    {
        var service = new JsonObject();
        if (context.Store.Find("#/security") is { } security) service.TryAddSecurity(context, security);
        if (context.IsSwagger)
        {
            service["servers"] = ServiceNormalizer.SwaggerServers(
                context, context.Store.Find("#/host") is { } host ? context.Text(host) : null, context.Store.Find("#/basePath") is { } path ? context.Text(path) : null, context.Store.Find("#/schemes"));
        }
        else if (context.Store.Find("#/servers") is { } servers)
        {
            service.TryAddServers(context, servers);
        }

        if (library.Read<OpenApiOperation>(service, out _) is not { } read) return;
        document.Servers = ServiceMapper.Servers(read.Servers);
        document.Security = read.Security is null ? null : ServiceMapper.Security(read.Security);
    }

    private SpecSchemas ReadSchemas()
    {
        var read = new Dictionary<string, SpecSchema>(StringComparer.Ordinal);
        while (context.Schemas.TryTake(out var key, out var node))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var normal = schemaNormalizer.Read(node);
            if (normal.ContainsKey("discriminator") || context.Schemas.IsHierarchy(key)) ReachSubtypes(key);
            read[key] = schemaMapper.Read(normal, node, key);
        }

        return new SpecSchemas(context.Schemas.InOrder().Select(key => new KeyValuePair<string, SpecSchema>(key, read[key])));
    }

    // A case of a hierarchy may be mentioned by nothing but its own allOf, and cases may have cases.
    private void ReachSubtypes(string root)
    {
        var open = new Stack<string>([root]);
        while (open.Count > 0)
        {
            var key = open.Pop();
            if (!context.Schemas.OpenHierarchy(key) || !context.Contents.Subtypes.TryGetValue(key, out var children)) continue;
            foreach (var child in children)
            {
                if (context.Store.Find(child) is not { } node) continue;
                context.Schemas.Reach(child, node);
                open.Push(child);
            }
        }
    }

    private List<SpecSecurityScheme> ReadSchemes()
    {
        var section = context.IsSwagger ? "#/securityDefinitions/" : "#/components/securitySchemes/";
        var schemes = new List<SpecSecurityScheme>();
        foreach (var fragment in context.Contents.Fragments.Values.Where(f => f.Pointer.StartsWith(section, StringComparison.Ordinal)).OrderBy(f => f.Start))
        {
            var name = LocalPointer.Unescape(fragment.Pointer.Substring(section.Length));
            if (!selection.Whole && !context.SchemesUsed.Contains(name)) continue;
            if (context.Store.Find(fragment.Pointer) is not { } found || !context.IsObject(found) || context.References.Follow(found) is not { } target) continue;
            if (ServiceNormalizer.Scheme(context, target.Node) is not { } normal) continue;
            if (library.Read<OpenApiSecurityScheme>(normal, out _) is { } scheme) schemes.Add(ServiceMapper.Scheme(name, scheme));
        }

        return schemes;
    }
}
