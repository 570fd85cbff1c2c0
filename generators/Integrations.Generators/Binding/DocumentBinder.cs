using Integrations.Generators.Models;
using Integrations.OpenApi.Model;

namespace Integrations.Generators.Binding;

/// <summary>Binds a document to what the project asks of it: types and operations are gathered, names resolved, models made.</summary>
internal static class DocumentBinder
{
    /// <summary>Decides everything that is emitted from a document.</summary>
    /// <param name="spec">The loaded slice (the union over all clients).</param>
    /// <param name="request">What is asked.</param>
    /// <param name="path">The document's path as the compiler knows it, for places.</param>
    /// <param name="tags">The distinct first tags over the whole document.</param>
    /// <param name="slices">For each of the request's clients, in order, the operations that it asks for.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static DocumentModel Bind(
        SpecDocument spec,
        DocumentRequest request,
        string path,
        IReadOnlyList<string> tags,
        IReadOnlyList<IReadOnlyList<SpecOperationKey>> slices,
        CancellationToken cancellationToken)
    {
        var names = new DocumentNames(request);
        var problems = new ProblemList(path);
        var budget = new EmissionBudget(problems);
        var planner = new SchemaPlanner(spec.Schemas, (schema, why) => problems.Raw(schema.Location, schema.Pointer, why), (schema, why) => problems.Limit(schema.Location, schema.Pointer, why), budget);
        var groups = new GroupPlans(spec, tags, names.Name, budget);
        var operations = new OperationPlanner(planner, problems);
        foreach (var operation in groups.Operations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            operations.Plan(operation);
        }
        var webhooks = WebhooksPlan.Of(spec, groups, planner, problems, budget, names.Name);
        planner.Complete(cancellationToken);
        if (webhooks is not null)
            planner.Declared.Add(webhooks);
        if (HeadersPlan.Of(groups, planner, problems, budget, names.Name) is { } headers)
            planner.Declared.Add(headers);
        PaginationPlanner.Plan(groups, request, problems);
        LinkPlanner.Plan(groups, problems, budget);
        FallbackPlanner.Plan(groups, request);
        groups.AddVariants();

        NameResolver.Resolve(planner.Declared, groups, request, names.Namespace);
        cancellationToken.ThrowIfCancellationRequested();

        var servers = new ServerPlans(spec, groups, problems);
        var models = new OperationModels(SecurityPlan.Of(spec));
        var files = DocumentFiles.Of(planner.Declared, groups, models, names, request);
        var clients = new ClientModel[request.Clients.Count];
        for (var i = 0; i < clients.Length; i++)
            clients[i] = ClientModels.Of(spec, request.Clients[i], request.Document, groups, models, servers, slices[i], names.Namespace);
        return new DocumentModel(
            names.Name,
            names.Namespace,
            files,
            new(clients),
            problems.ToModels(),
            webhooks?.Rows() ?? default);
    }
}
