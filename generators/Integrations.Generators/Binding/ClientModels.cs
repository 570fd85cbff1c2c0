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
                flat.Add(models.Of(plan));
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
            BaseAddress(spec),
            EquatableArray.From(properties),
            groups.Flat ? "I" + client.ClassName : null,
            EquatableArray.From(flat),
            EquatableArray.From(fields));
    }

    /// <summary>
    /// The first server, with its variables' defaults, where it is an absolute http(s) URL. One with user info is left out: a credential does
    /// not belong in a document, and must not be compiled in.
    /// </summary>
    private static string? BaseAddress(SpecDocument spec)
    {
        if (spec.Servers.Count == 0)
            return null;
        var server = spec.Servers[0];
        var url = server.Url;
        foreach (var variable in server.Variables)
            url = url.Replace("{" + variable.Name + "}", variable.Default);
        return Uri.TryCreate(url, UriKind.Absolute, out var address)
            && (address.Scheme == "https" || address.Scheme == "http")
            && address.UserInfo.Length == 0
            && address.Host.Length > 0
            && url.IndexOf('{') < 0
            ? url
            : null;
    }
}
