using System.Text;
using Integrations.Generators.Models;
using Integrations.OpenApi.Model;

namespace Integrations.Generators.Binding;

/// <summary>
/// What a document says of security, as the runtime reads it: <c>oauth read write + key | basic</c>. Names of schemes hold to what OpenAPI allows for them;
/// other characters become <c>_</c>.
/// </summary>
internal static class SecurityPlan
{
    private const int MaxAlternatives = 32;
    private const int MaxSchemes = 16;
    private const int MaxScopes = 256;

    /// <summary>What an operation says that the document does not say for all; else null.</summary>
    public static string? Of(SpecOperation operation, string? document) =>
        operation.Security is { Count: > 0 } own && Text(own) is { } text && text != document ? text : null;

    /// <summary>What the document says for operations that say nothing; else null.</summary>
    public static string? Of(SpecDocument document) => document.Security is { Count: > 0 } security ? Text(security) : null;

    /// <summary>The document's schemes.</summary>
    public static EquatableArray<SecuritySchemeModel> Schemes(SpecDocument document)
    {
        var schemes = new List<SecuritySchemeModel>(document.SecuritySchemes.Count);
        foreach (var scheme in document.SecuritySchemes)
        {
            var kind = scheme.Type switch
            {
                "apiKey" => "ApiKey",
                "oauth2" or "openIdConnect" => "OAuth2",
                "http" when string.Equals(scheme.Scheme, "basic", StringComparison.OrdinalIgnoreCase) => "Basic",
                "http" when string.Equals(scheme.Scheme, "bearer", StringComparison.OrdinalIgnoreCase) => "Bearer",
                _ => "Other",
            };
            var place = scheme.In switch
            {
                "query" => "Query",
                "cookie" => "Cookie",
                _ => "Header",
            };
            schemes.Add(new SecuritySchemeModel(Name(scheme.Name), kind, kind == "ApiKey" ? scheme.ParameterName : null, place, string.IsNullOrWhiteSpace(scheme.TokenUrl) ? null : scheme.TokenUrl));
        }
        return EquatableArray.From(schemes);
    }

    /// <summary>Null where it is beyond all measure: the client's own word then counts.</summary>
    private static string? Text(IReadOnlyList<SpecSecurityRequirement> alternatives)
    {
        if (alternatives.Count > MaxAlternatives)
            return null;
        var text = new StringBuilder();
        for (var i = 0; i < alternatives.Count; i++)
        {
            if (i > 0)
                text.Append(" | ");
            var schemes = alternatives[i].Schemes;
            if (schemes.Count > MaxSchemes)
                return null;
            for (var j = 0; j < schemes.Count; j++)
            {
                if (schemes[j].Value.Count > MaxScopes)
                    return null;
                text.Append(j > 0 ? " + " : "").Append(Name(schemes[j].Key));
                foreach (var scope in schemes[j].Value)
                {
                    if (IsScope(scope))
                        text.Append(' ').Append(scope);
                }
            }
        }
        return text.ToString();
    }

    private static string Name(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var c in name)
            text.Append(c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '-' or '_' ? c : '_');
        return text.Length == 0 ? "_" : text.ToString();
    }

    /// <summary>RFC 6749, section 3.3; without the two words that part schemes here.</summary>
    private static bool IsScope(string scope)
    {
        if (scope is "" or "+" or "|")
            return false;
        foreach (var c in scope)
        {
            if (c is <= ' ' or > '~' or '"' or '\\')
                return false;
        }
        return true;
    }
}
