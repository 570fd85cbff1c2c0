namespace Integrations;

/// <summary>
/// How a client proves who it is. Plain data: the secret itself comes from configuration and is read at each call, so that a changed secret works
/// without a restart. Credentials go only to the configured origin, and never over plain http unless the address is loopback or
/// <c>Integrations:{Name}:AllowInsecureHttp</c> is <c>true</c>; a missing secret fails the call, it never makes an unauthenticated one.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public abstract class AuthAttribute : Attribute
{
    private protected AuthAttribute()
    {
    }

    /// <summary>
    /// The security scheme of the document that this stands for, where several are of one kind. An operation gets it only where the document lets it use
    /// the scheme.
    /// </summary>
    /// <value>Default: null, which is every scheme of the attribute's kind.</value>
    public string? Security { get; set; }
}
