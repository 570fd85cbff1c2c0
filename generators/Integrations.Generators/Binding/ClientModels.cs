using Integrations.Generators.Models;
using Integrations.OpenApi.Model;

namespace Integrations.Generators.Binding;

/// <summary>Makes the model of what one class gets of its document.</summary>
internal static class ClientModels
{
    public static ClientModel Of(
        SpecDocument spec,
        ClientRequest client,
        string document,
        GroupPlans groups,
        OperationModels models,
        ServerPlans servers,
        IReadOnlyList<SpecOperationKey> slice,
        string modelNamespace)
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in slice)
            wanted.Add(key.Method + " " + key.Path);
        var flat = new List<OperationModel>();
        var fields = new List<string>();
        var properties = new List<ClientGroupModel>();
        foreach (var plan in groups.Operations)
        {
            if (!wanted.Contains(plan.Title))
                continue;
            if (groups.Flat)
            {
                flat.Add(Within(models.Of(plan), wanted));
                if (plan.Main is null)
                    fields.Add(models.Of(plan).FieldName);
                continue;
            }
            if (plan.Main is not null)
                continue;
            var owner = "global::" + modelNamespace + "." + plan.Group.ClassName;
            fields.Add(owner + "." + models.Of(plan).FieldName);
            if (!properties.Exists(p => p.PropertyName == plan.Group.PropertyName))
                properties.Add(new ClientGroupModel(plan.Group.PropertyName, owner, "global::" + modelNamespace + "." + plan.Group.InterfaceName, plan.Group.Tag));
        }
        return new ClientModel(
            client.FullName,
            document,
            spec.Title,
            servers.BaseAddress,
            servers.Variables(),
            EquatableArray.From(properties),
            groups.Flat ? "I" + client.ClassName : null,
            EquatableArray.From(flat),
            EquatableArray.From(fields),
            SecurityPlan.Schemes(spec),
            SecurityPlan.Of(spec));
    }

    /// <summary>Without the links to operations that this class does not have.</summary>
    private static OperationModel Within(OperationModel operation, HashSet<string> wanted) => operation.Links.Count == 0
        ? operation
        : operation with { Links = EquatableArray.From(operation.Links.Where(l => wanted.Contains(l.Title)).ToList()) };
}
