namespace Integrations;

/// <summary>
/// Sends <c>Authorization: Basic {credentials}</c> in UTF-8 (RFC 7617). The secrets are <c>Integrations:{Name}:Auth:Username</c> and
/// <c>Integrations:{Name}:Auth:Password</c>; the password may be empty but not absent.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class BasicAuthAttribute : AuthAttribute;
