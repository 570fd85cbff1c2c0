using Integrations.Generators.Models;
using Integrations.OpenApi.Model;

namespace Integrations.Generators.Binding;

/// <summary>Plans the payloads of webhooks and callbacks. Their models are those of the document; what is inline is named after the webhook.</summary>
internal sealed class WebhooksPlan(string document, EmissionBudget budget) : DeclaredPlan(document + "Webhooks", "webhooks and callbacks", new FilePlan(document + "Webhooks"), new SpecSchema())
{
    private readonly List<(SpecOperation Spec, string Name, string? Operation, TypePlan? Payload, bool Nullable)> _rows = [];

    /// <summary>The rows, once every name is resolved.</summary>
    public EquatableArray<WebhookModel> Rows() => EquatableArray.From(_rows.ConvertAll(static r => new WebhookModel(
        r.Name, r.Spec.Method, r.Spec.OperationId, r.Operation, r.Operation is null ? null : r.Spec.Path, r.Payload?.Model, r.Nullable)));

    protected override TypeModel MakeModel() => throw new InvalidOperationException("A table is no type of a value.");

    /// <summary>Gathers them; null where there are none.</summary>
    public static WebhooksPlan? Of(SpecDocument spec, GroupPlans groups, SchemaPlanner schemas, ProblemList problems, EmissionBudget budget, string document)
    {
        var plan = new WebhooksPlan(document, budget);
        foreach (var webhook in spec.Webhooks)
        {
            var hint = new NameHint(CSharpName.Pascal(webhook.Key) + "Webhook", "webhook " + webhook.Key + " " + webhook.Value.Method, plan.File);
            plan.Add(webhook.Key, webhook.Value, null, hint, schemas, problems);
            plan.Callbacks(webhook.Value, webhook.Value.Method + " " + webhook.Key, hint, schemas, problems);
        }
        foreach (var operation in groups.Operations)
            plan.Callbacks(operation.Spec, operation.Title, new NameHint(operation.Group.Name + operation.Candidate, operation.Title, operation.Group.File), schemas, problems);
        if (plan._rows.Count == 0)
            return null;
        plan.File.Types.Insert(0, plan);
        return plan;
    }

    private void Callbacks(SpecOperation operation, string title, NameHint hint, SchemaPlanner schemas, ProblemList problems)
    {
        foreach (var callback in operation.Callbacks)
        {
            foreach (var sent in callback.Value)
            {
                var child = new NameHint(hint.Candidate + CSharpName.Pascal(callback.Key) + "Callback", $"{hint.Wire}/{callback.Key}/{sent.Path}/{sent.Method}", hint.File);
                Add(callback.Key, sent, title, child, schemas, problems);
                Callbacks(sent, sent.Method + " " + sent.Path, child, schemas, problems);
            }
        }
    }

    private void Add(string name, SpecOperation sent, string? operation, NameHint hint, SchemaPlanner schemas, ProblemList problems)
    {
        if (!budget.TrySpend(EmittedKind.Webhook, 2, name.Length + sent.Path.Length + (operation?.Length ?? 0), sent.Location, name, "this webhook or callback and those after it are left out"))
            return;
        (TypePlan Plan, bool Nullable)? payload = null;
        if (sent.RequestBody is { Content.Count: > 0 } body)
        {
            if (MediaTypes.Json(body.Content) is { } json)
                payload = json.Schema is null ? (new PlainPlan(WireTypes.Element), true) : schemas.Inline(json.Schema, body.Reference, "Request", hint);
            else
                problems.Raw(sent.Location, name, "its payload (" + body.Content[0].Name + ") has no type");
        }
        _rows.Add((sent, name, operation, payload?.Plan, payload?.Nullable ?? false));
    }
}
