using Integrations.Auth.OAuth;

namespace Integrations.Auth;

/// <summary>
/// Who authenticates which operation, decided once. Of the alternatives that the document gives an operation the first counts whose schemes the client all
/// has; the client's other credentials then stay at home. Where the client has none of them its attributes win over the document, which is often wrong,
/// unless one alternative is to need nothing. What stands for no scheme of the document is always applied.
/// </summary>
internal sealed class ClientAuthentication
{
    private readonly IReadOnlyList<IRequestAuthenticator> _all;
    private readonly Dictionary<OperationDescriptor, IReadOnlyList<IRequestAuthenticator>>? _own;

    private ClientAuthentication(IReadOnlyList<IRequestAuthenticator> all, Dictionary<OperationDescriptor, IReadOnlyList<IRequestAuthenticator>>? own) => (_all, _own) = (all, own);

    /// <summary>Those of an operation, in the order of the client's.</summary>
    public IReadOnlyList<IRequestAuthenticator> Of(OperationDescriptor operation) =>
        operation.Anonymous ? [] : _own is not null && _own.TryGetValue(operation, out var own) ? own : _all;

    /// <param name="definition">The client.</param>
    /// <param name="configured">The authenticators of its attributes, in their order.</param>
    /// <param name="custom">Those of code.</param>
    public static ClientAuthentication Make(IntegrationDefinition definition, IReadOnlyList<ConfiguredAuthenticator> configured, IList<IRequestAuthenticator> custom)
    {
        IReadOnlyList<IRequestAuthenticator> all = [.. configured, .. custom];
        if (all.Count == 0 || definition.SecuritySchemes.Count == 0)
        {
            return new(all, null);
        }
        var schemes = new Dictionary<string, IRequestAuthenticator>(StringComparer.Ordinal);
        foreach (var scheme in definition.SecuritySchemes)
        {
            for (var i = 0; i < all.Count; i++)
            {
                if (i < configured.Count ? SchemeMatch.IsFor(definition.Auth[i], scheme) : custom[i - configured.Count].Security == scheme.Name)
                {
                    schemes.TryAdd(scheme.Name, all[i]);
                }
            }
        }
        var scopes = new Dictionary<IRequestAuthenticator, SortedSet<string>>();
        var own = new Dictionary<OperationDescriptor, IReadOnlyList<IRequestAuthenticator>>();
        var choices = new Dictionary<string, IReadOnlyList<IRequestAuthenticator>>(StringComparer.Ordinal);
        foreach (var operation in definition.Operations)
        {
            if (!operation.Anonymous && (operation.Security ?? definition.Security) is { } security)
            {
                if (!choices.TryGetValue(security, out var chosen))
                {
                    choices.Add(security, chosen = Choose(SecurityRequirement.Parse(security), all, schemes, scopes));
                }
                own[operation] = chosen;
            }
        }
        foreach (var (authenticator, needed) in scopes)
        {
            if (authenticator is ClientCredentialsAuthenticator credentials)
            {
                credentials.NeededScopes = needed;
            }
        }
        return new(all, own.Values.Any(list => list.Count != all.Count) ? own : null);
    }

    private static IReadOnlyList<IRequestAuthenticator> Choose(
        IReadOnlyList<IReadOnlyList<SchemeUse>> alternatives,
        IReadOnlyList<IRequestAuthenticator> all,
        Dictionary<string, IRequestAuthenticator> schemes,
        Dictionary<IRequestAuthenticator, SortedSet<string>> scopes)
    {
        var chosen = alternatives.FirstOrDefault(uses => uses.Count > 0 && uses.All(use => schemes.ContainsKey(use.Scheme)));
        if (chosen is null && !alternatives.Any(static uses => uses.Count == 0))
        {
            return all;
        }
        var wanted = new HashSet<IRequestAuthenticator>();
        foreach (var use in chosen ?? [])
        {
            var authenticator = schemes[use.Scheme];
            wanted.Add(authenticator);
            if (!scopes.TryGetValue(authenticator, out var needed))
            {
                scopes.Add(authenticator, needed = new(StringComparer.Ordinal));
            }
            needed.UnionWith(use.Scopes);
        }
        return [.. all.Where(authenticator => wanted.Contains(authenticator) || !schemes.ContainsValue(authenticator))];
    }
}
