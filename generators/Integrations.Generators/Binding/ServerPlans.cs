using Integrations.Generators.Models;
using Integrations.OpenApi.Model;

namespace Integrations.Generators.Binding;

/// <summary>
/// The servers of a document: the first one, and those of operations that are not it. One with user info is left out: a credential does not belong in
/// a document, and must not be compiled in.
/// </summary>
internal sealed class ServerPlans
{
    private readonly List<SpecServerVariable> _variables = [];
    private readonly string? _first;

    /// <param name="spec">The document.</param>
    /// <param name="groups">Its operations, each of which is told its own server.</param>
    /// <param name="problems">Told of servers that cannot be used.</param>
    public ServerPlans(SpecDocument spec, GroupPlans groups, ProblemList problems)
    {
        if (spec.Servers.Count > 0)
        {
            _first = Template(spec.Servers[0]);
            BaseAddress = IsAbsolute(_first) ? _first : null;
        }
        foreach (var operation in groups.Operations)
            operation.Server = Of(operation, problems);
    }

    /// <summary>The document's first server where it is an absolute http(s) URL.</summary>
    public string? BaseAddress { get; }

    /// <summary>Every variable that a server has.</summary>
    public EquatableArray<ServerVariableModel> Variables() => EquatableArray.From(_variables.ConvertAll(static v => new ServerVariableModel(v.Name, v.Default, EquatableArray.From([.. v.Values]))));

    private string? Of(OperationPlan plan, ProblemList problems)
    {
        var servers = plan.Spec.Servers;
        if (servers.Count == 0)
            return null;
        foreach (var server in servers)
        {
            if (_first is not null && Same(server.Url, _first))
                return null;
        }
        var template = Template(servers[0]);
        if (_first is not null && Same(template, _first))
            return null;
        if (IsAbsolute(template) || template.StartsWith("/", StringComparison.Ordinal))
            return template;
        problems.Raw(plan.Spec.Location, plan.Title, "its server '" + template + "' is neither an http(s) address nor a path: the client's counts");
        return null;
    }

    private static bool Same(string left, string right) => left.TrimEnd('/') == right.TrimEnd('/');

    /// <summary>The URL of a server. A variable whose name another server uses otherwise has its default.</summary>
    private string Template(SpecServer server)
    {
        var url = server.Url;
        foreach (var variable in server.Variables)
        {
            var expression = "{" + variable.Name + "}";
            if (url.IndexOf(expression, StringComparison.Ordinal) < 0)
                continue;
            var known = _variables.Find(v => v.Name == variable.Name);
            if (known is null)
                _variables.Add(variable);
            else if (known.Default != variable.Default || !known.Values.SequenceEqual(variable.Values))
                url = url.Replace(expression, variable.Default);
        }
        return url;
    }

    private bool IsAbsolute(string template)
    {
        foreach (var variable in _variables)
            template = template.Replace("{" + variable.Name + "}", variable.Default.Length > 0 ? variable.Default : template.StartsWith("{" + variable.Name + "}", StringComparison.Ordinal) ? "https://x" : "x");
        return Uri.TryCreate(template, UriKind.Absolute, out var address)
            && (address.Scheme == "https" || address.Scheme == "http")
            && address.UserInfo.Length == 0
            && address.Host.Length > 0
            && template.IndexOf('{') < 0;
    }
}
