using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Declarations;

/// <summary>What an attribute on an integration's class decides.</summary>
internal enum AttributeKind
{
    /// <summary>Nothing of ours.</summary>
    None,

    /// <summary>That the class is a client of an OpenAPI document.</summary>
    OpenApiClient,

    /// <summary>That the class is an integration of another kind.</summary>
    OtherIntegration,

    /// <summary>How calls are authenticated.</summary>
    Auth,

    /// <summary>How an operation is paginated.</summary>
    Pagination,

    /// <summary>What is to be known of the document's servers.</summary>
    Server,

    /// <summary>How calls behave.</summary>
    Policy,

    /// <summary>How the integration is probed.</summary>
    HealthCheck,

    /// <summary>What gives an operation's value when a call of it failed.</summary>
    Fallback,
}

/// <summary>Tells the kinds of attributes apart by their base classes, so that a user's own auth or policy attribute counts too.</summary>
internal static class AttributeKinds
{
    /// <summary>An attribute as users write it.</summary>
    public static string ShortName(AttributeData attribute)
    {
        const string Suffix = "Attribute";
        var name = attribute.AttributeClass?.Name ?? "";
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;
    }

    /// <summary>The kind of an attribute's class.</summary>
    public static AttributeKind Of(INamedTypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.ContainingNamespace is not { Name: WellKnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true } || current.ContainingType is not null)
                continue;
            switch (current.Name)
            {
                case "OpenApiClientAttribute":
                    return AttributeKind.OpenApiClient;
                case "PostgresClientAttribute" or "SqliteClientAttribute" or "RedisClientAttribute" or "MongoClientAttribute" or "MessageBusAttribute":
                    return AttributeKind.OtherIntegration;
                case "PaginationAttribute":
                    return AttributeKind.Pagination;
                case "ServerVariableAttribute" or "TrustedServerAttribute" or "PublicAddressesOnlyAttribute":
                    return AttributeKind.Server;
                case "AuthAttribute" or "BearerAuthAttribute" or "BasicAuthAttribute" or "ApiKeyAuthAttribute"
                    or "OAuth2ClientCredentialsAttribute" or "OAuth2AuthorizationCodeAttribute":
                    return AttributeKind.Auth;
                case "PolicyAttribute" or "TimeoutAttribute" or "RetryAttribute" or "CircuitBreakerAttribute" or "RateLimitAttribute"
                    or "ConcurrencyLimitAttribute" or "HedgingAttribute":
                    return AttributeKind.Policy;
                case "HealthCheckAttribute":
                    return AttributeKind.HealthCheck;
                case "FallbackAttribute":
                    return AttributeKind.Fallback;
            }
        }
        return AttributeKind.None;
    }
}
