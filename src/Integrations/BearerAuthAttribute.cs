namespace Integrations;

/// <summary>Sends <c>Authorization: Bearer {token}</c> (RFC 6750, section 2.1). The token is <c>Integrations:{Name}:Auth:Token</c>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BearerAuthAttribute : AuthAttribute
{
    /// <summary>The scheme before the token, for vendors that want another word (<c>Token</c>, <c>Bot</c>).</summary>
    /// <value>Default: <c>Bearer</c>.</value>
    public string Scheme { get; set; } = "Bearer";
}
