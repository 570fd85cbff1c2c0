using Integrations.Http;

namespace Integrations.Hosting;

/// <summary>
/// Decides where operations go: variables of servers, and operations whose document gives them a server of their own. A document is somebody else's:
/// without the user's word no credentials go to a further host that it names.
/// </summary>
internal sealed class ServerReader
{
    private readonly IntegrationDefinition _definition;
    private readonly IntegrationSource _source;
    private readonly SettingsReader _reader;
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public ServerReader(IntegrationDefinition definition, IntegrationSource source, SettingsReader reader)
    {
        (_definition, _source, _reader) = (definition, source, reader);
        foreach (var variable in definition.Variables)
        {
            _values[variable.Name] = Value(variable);
        }
        foreach (var attribute in definition.Servers.OfType<ServerVariableAttribute>())
        {
            if (!_values.ContainsKey(attribute.Name))
            {
                reader.Report($"[ServerVariable(\"{attribute.Name}\", ...)] of {source.Name}: the servers of its document have no such variable{(_values.Count == 0 ? "" : "; they have " + string.Join(", ", _values.Keys))}.");
            }
        }
    }

    /// <summary>A server with its variables filled in; null where it is null or a variable has no value.</summary>
    public string? Expand(string? template, out string? missing)
    {
        missing = null;
        if (template is null)
        {
            return null;
        }
        foreach (var (name, value) in _values)
        {
            var expression = "{" + name + "}";
            if (!template.Contains(expression, StringComparison.Ordinal))
            {
                continue;
            }
            if (value.Length == 0)
            {
                missing = name;
                return null;
            }
            template = template.Replace(expression, value, StringComparison.Ordinal);
        }
        return template;
    }

    /// <summary>The operations that do not simply go to the client's address.</summary>
    /// <param name="address">The client's address.</param>
    /// <param name="isStated">Whether code or configuration states it, and not the document.</param>
    /// <param name="insecure">Whether credentials may go over plain http.</param>
    /// <param name="hasCredentials">Whether the client has any.</param>
    public Dictionary<OperationDescriptor, ServerTarget> Targets(Uri? address, bool isStated, bool insecure, bool hasCredentials)
    {
        var targets = new Dictionary<OperationDescriptor, ServerTarget>();
        if (address is null)
        {
            return targets;
        }
        Uri.TryCreate(Expand(_definition.BaseAddress, out _), UriKind.Absolute, out var own);
        var isMoved = isStated && (address.IsLoopback || (own is not null && !RequestUri.SameOrigin(own, address)));
        foreach (var operation in _definition.Operations)
        {
            if (operation.Server is not null && Target(operation, address, isMoved ? own : null, isMoved, insecure, hasCredentials && !operation.Anonymous) is { } target)
            {
                targets[operation] = target;
            }
        }
        return targets;
    }

    private ServerTarget? Target(OperationDescriptor operation, Uri address, Uri? movedFrom, bool isMoved, bool insecure, bool hasCredentials)
    {
        if (Expand(operation.Server, out var missing) is not { } text)
        {
            return Refused(_source.Missing("ServerVariables:" + missing, $"a part of the server of {operation.Name}"));
        }
        var folder = new Uri(address.AbsoluteUri.TrimEnd('/') + "/");
        if (!Uri.TryCreate(folder, text, out var server) || !IsPlain(server))
        {
            return Refused($"The server of {operation.Name}, in the document of {_source.Name}, is no http or https address once its variables are filled in.");
        }
        if (movedFrom is not null && RequestUri.SameOrigin(server, movedFrom))
        {
            server = new Uri(address, server.AbsolutePath);
        }
        if (RequestUri.SameOrigin(server, address))
        {
            return new ServerTarget(Text(server), IsElsewhere: false);
        }
        var isTrusted = false;
        var key = "Servers:" + server.Authority;
        if (_source.Get(key) is { Length: > 0 } configured)
        {
            if (!Uri.TryCreate(configured.Trim(), UriKind.Absolute, out var place) || !IsPlain(place))
            {
                _reader.Report($"{_source.Place(key)} is not an absolute http or https address without query, fragment and user name.");
                return null;
            }
            server = new Uri(Text(place) + server.AbsolutePath);
            isTrusted = true;
        }
        else if (isMoved)
        {
            return null;
        }
        if (hasCredentials && !RequestUri.SameOrigin(server, address))
        {
            if (!isTrusted && !IsTrusted(server))
            {
                return Refused($"{operation.Name} goes to {server.Authority}, which is not the address of {_source.Name}, and no credentials are sent there without your word: put [TrustedServer(\"{server.Authority}\")] on the class, or set {_source.Path(key)} to the address to use.");
            }
            if (server is { Scheme: "http", IsLoopback: false } && !insecure)
            {
                return Refused($"{operation.Name} goes to {server.Authority} over plain http, over which no credentials are sent: set {_source.Path(key)} to an https address, or {_source.Path("AllowInsecureHttp")} to true.");
            }
        }
        return new ServerTarget(Text(server), !RequestUri.SameOrigin(server, address));
    }

    private bool IsTrusted(Uri server)
    {
        foreach (var attribute in _definition.Servers)
        {
            if (attribute is TrustedServerAttribute trusted && trusted.Host.Equals(server.Authority, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }

    private string Value(ServerVariable variable)
    {
        var key = "ServerVariables:" + variable.Name;
        var (value, place) = (variable.Default, "");
        if (_source.Get(key) is { Length: > 0 } configured)
        {
            (value, place) = (configured, _source.Place(key));
        }
        else if (_definition.Servers.OfType<ServerVariableAttribute>().LastOrDefault(a => a.Name == variable.Name) is { } attribute)
        {
            (value, place) = (attribute.Value, $"[ServerVariable(\"{variable.Name}\", ...)] of {_source.Name}");
        }
        if (place.Length > 0 && variable.Values.Count > 0 && !variable.Values.Contains(value))
        {
            _reader.Report($"{place} must be one of: {string.Join(", ", variable.Values)}.");
        }
        return value;
    }

    private static bool IsPlain(Uri uri) =>
        uri.Scheme is "http" or "https" && uri.Host.Length > 0 && uri.Query.Length == 0 && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0;

    private static string Text(Uri uri) => uri.AbsoluteUri.TrimEnd('/');

    private static ServerTarget Refused(string why) => new("", IsElsewhere: true, why);
}
