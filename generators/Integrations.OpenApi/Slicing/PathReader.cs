using System.Text.Json.Nodes;
using Integrations.OpenApi.Indexing;
using Integrations.OpenApi.Mapping;
using Integrations.OpenApi.Model;
using Integrations.OpenApi.Normalizing;
using Integrations.OpenApi.Text;
using Microsoft.OpenApi;

namespace Integrations.OpenApi.Slicing;

/// <summary>Reads operations out of path items: those of paths, of webhooks and of callbacks.</summary>
internal sealed class PathReader
{
    private readonly SliceContext context;
    private readonly LibraryReader library;
    private readonly OperationNormalizer normalizer;
    private readonly SwaggerNormalizer swagger;
    private readonly OperationMapper mapper;

    /// <summary>Callbacks that stand elsewhere, by key: read once.</summary>
    private readonly Dictionary<string, IReadOnlyList<SpecOperation>> callbacks = new(StringComparer.Ordinal);
    private bool isLimited;

    /// <summary>How deep callbacks may stand in callbacks.</summary>
    private const int MaxCallbackDepth = 4;

    public PathReader(SliceContext context, LibraryReader library, SchemaNormalizer schemas, SchemaMapper schemaMapper)
    {
        this.context = context;
        this.library = library;
        normalizer = new OperationNormalizer(context, schemas);
        swagger = new SwaggerNormalizer(context, schemas);
        mapper = new OperationMapper(context, new PieceReader(context, library, normalizer), schemaMapper);
    }

    public List<SpecOperation> Read(IReadOnlyList<SpecOperationKey> keys)
    {
        var operations = new List<SpecOperation>(keys.Count);
        for (var i = 0; i < keys.Count;)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            // Neighbours of one path share the reading of their path item.
            var path = keys[i].Path;
            var item = PathItems.Chain(context, context.Store.ReadOnce("#/paths/" + LocalPointer.Escape(path)));
            var methods = PathItems.Methods(context, item);
            for (; i < keys.Count && keys[i].Path == path; i++)
            {
                if (methods.TryGetValue(keys[i].Method, out var node) && Read(node, item, keys[i].Method, path, MaxCallbackDepth) is { } operation) operations.Add(operation);
            }
        }

        return operations;
    }

    public List<KeyValuePair<string, SpecOperation>> ReadWebhooks(IReadOnlyList<string> pointers)
    {
        var webhooks = new List<KeyValuePair<string, SpecOperation>>();
        foreach (var pointer in pointers)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var name = SpecSelection.WebhookName(pointer);
            foreach (var operation in All(context.Store.ReadOnce(pointer), name, MaxCallbackDepth)) webhooks.Add(new(name, operation));
        }

        return webhooks;
    }

    private List<SpecOperation> All(RawNode? start, string path, int depth)
    {
        var item = PathItems.Chain(context, start);
        var operations = new List<SpecOperation>();
        foreach (var member in PathItems.Methods(context, item))
            if (Read(member.Value, item, member.Key, path, depth) is { } operation) operations.Add(operation);

        return operations;
    }

    private void Add(List<RawNode> parameters, RawNode list)
    {
        context.Charge(list);
        parameters.AddRange(list.Items());
    }

    private SpecOperation? Read(RawNode node, List<RawNode> item, string method, string path, int depth)
    {
        try
        {
            var normal = Normalize(node, item);
            if (library.Read<OpenApiOperation>(normal, out var failure) is { } read)
            {
                var operation = mapper.Map(read, method, path);
                operation.Location = node.Location;
                operation.Pointer = node.Pointer;
                if (depth > 0) operation.Callbacks = Callbacks(node, depth);
                return operation;
            }

            Lost(node, method, path, failure);
        }
        catch (SliceLimitException e)
        {
            if (!isLimited) context.Report(SpecProblemKind.Limit, node, e.Message + " This operation and others are left out.");
            isLimited = true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Lost(node, method, path, e.Message);
        }

        return null;
    }

    private JsonObject Normalize(RawNode node, List<RawNode> item)
    {
        context.Charge(node);
        // Parameters of the target first, so that the nearer ones override them.
        var parameters = new List<RawNode>();
        for (var i = item.Count - 1; i >= 0; i--)
            if (item[i].Member("parameters") is { } list && context.IsArray(context.Target(list))) Add(parameters, context.Target(list));
        var operation = context.IsSwagger ? swagger.Operation(node, parameters) : normalizer.Operation(node, parameters);
        for (var i = 0; i < item.Count && !operation.ContainsKey("servers"); i++) ServiceNormalizer.CopyServers(context, item[i], operation);
        return operation;
    }

    private List<KeyValuePair<string, IReadOnlyList<SpecOperation>>> Callbacks(RawNode node, int depth)
    {
        var read = new List<KeyValuePair<string, IReadOnlyList<SpecOperation>>>();
        foreach (var callback in context.Fields(node, "callbacks"))
        {
            if (!context.IsObject(callback.Value) || context.References.Follow(callback.Value) is not { } target) continue;
            if (target.Key is null) read.Add(new(callback.Key, Callback(target.Node, depth)));
            else if (callbacks.TryGetValue(target.Key, out var known))
            {
                if (known.Count > 0) read.Add(new(callback.Key, known));
            }
            else
            {
                // It may lead back to itself.
                callbacks[target.Key] = [];
                read.Add(new(callback.Key, callbacks[target.Key] = Callback(target.Node, depth)));
            }
        }

        return read;
    }

    private List<SpecOperation> Callback(RawNode node, int depth) =>
        [.. node.Members().Where(m => !m.Key.StartsWith("x-", StringComparison.Ordinal)).SelectMany(m => All(m.Value, m.Key, depth - 1))];

    private void Lost(RawNode node, string method, string path, string? reason) =>
        context.Report(SpecProblemKind.Operation, node, $"The operation {method} {path} cannot be read: {reason}");
}
