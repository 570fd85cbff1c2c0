namespace Integrations;

/// <summary>Sends a key in a header, a query parameter or a cookie. The key is <c>Integrations:{Name}:Auth:Key</c>.</summary>
/// <param name="name">The name of the header, parameter or cookie.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ApiKeyAuthAttribute(string name) : AuthAttribute
{
    /// <summary>The name of the header, parameter or cookie.</summary>
    public string Name { get; } = name;

    /// <summary>Where the key goes.</summary>
    /// <value>Default: <see cref="ApiKeyLocation.Header"/>.</value>
    public ApiKeyLocation In { get; set; } = ApiKeyLocation.Header;

    /// <summary>The key of its secret under <c>Integrations:{Name}:Auth</c>, for clients that send two keys.</summary>
    /// <value>Default: <c>Key</c>.</value>
    public string Secret { get; set; } = "Key";
}

/// <summary>Where an API key goes.</summary>
public enum ApiKeyLocation
{
    /// <summary>A request header.</summary>
    Header,

    /// <summary>A query parameter. Servers and proxies log addresses: prefer a header where the vendor takes both.</summary>
    Query,

    /// <summary>A cookie.</summary>
    Cookie,
}
