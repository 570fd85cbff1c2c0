using Integrations.OpenApi.Model;
using Integrations.OpenApi.Normalizing;
using Microsoft.OpenApi;

namespace Integrations.OpenApi.Mapping;

/// <summary>Servers and security.</summary>
internal static class ServiceMapper
{
    public static IReadOnlyList<SpecServer> Servers(IList<OpenApiServer>? servers) => servers is null ? [] :
    [
        .. servers.Select(s => new SpecServer(s.Url ?? "", s.Description, s.Variables is null ? [] :
        [
            .. s.Variables.Select(v => new SpecServerVariable(v.Key, v.Value.Default ?? "", v.Value.Enum is null ? [] : [.. v.Value.Enum], v.Value.Description)),
        ])),
    ];

    // Only the key of a scheme is read: nothing is resolved here.
    public static IReadOnlyList<SpecSecurityRequirement> Security(IList<OpenApiSecurityRequirement> security) =>
    [
        .. security.Select(requirement => new SpecSecurityRequirement(
        [
            .. requirement.Select(s => new KeyValuePair<string, IReadOnlyList<string>>(s.Key.Reference?.Id ?? "", [.. s.Value])),
        ])),
    ];

    public static SpecSecurityScheme Scheme(string name, OpenApiSecurityScheme scheme) => new()
    {
        Name = name,
        Type = scheme.Type switch
        {
            SecuritySchemeType.Http => "http",
            SecuritySchemeType.OAuth2 => "oauth2",
            SecuritySchemeType.OpenIdConnect => "openIdConnect",
            SecuritySchemeType.ApiKey => "apiKey",
            _ => "mutualTLS",
        },
#pragma warning disable CA1308 // lower case is the form that RFC 9110's registry of schemes is compared in here
        Scheme = scheme.Scheme?.ToLowerInvariant(),
#pragma warning restore CA1308
        In = scheme.In switch
        {
            ParameterLocation.Query => "query",
            ParameterLocation.Header => "header",
            ParameterLocation.Cookie => "cookie",
            _ => null,
        },
        ParameterName = scheme.Name,
        TokenUrl = scheme.Extensions.Text(Keys.TokenUrl),
        Description = scheme.Description,
    };
}
