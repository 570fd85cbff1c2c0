using System.Net;

namespace Integrations;

/// <summary>The call was not made, because there are no credentials for it: the token endpoint failed or refused.</summary>
public sealed class ApiAuthenticationException : IntegrationException
{
    /// <summary>Makes an exception, for tests and fakes.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="status">What the token endpoint answered; null where it did not.</param>
    /// <param name="inner">The cause.</param>
    public ApiAuthenticationException(string message, HttpStatusCode? status = null, Exception? inner = null)
        : base(message, inner) => Status = status;

    /// <summary>What the token endpoint answered; null where it could not be reached or took too long.</summary>
    public HttpStatusCode? Status { get; }
}
