namespace Integrations;

/// <summary>
/// A policy of a client's calls. It may be repeated with <see cref="Operation"/> for one operation: what it leaves unset there is taken from the
/// client's own policy. Configuration under <c>Integrations:{Name}</c> overrides the client's own policy.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class PolicyAttribute : Attribute
{
    private protected PolicyAttribute()
    {
    }

    /// <summary>The one operation that this policy is for: <c>"METHOD /path"</c> as the document writes the path, or an operationId.</summary>
    /// <value>Default: null, which is every operation of the client.</value>
    public string? Operation { get; set; }
}
