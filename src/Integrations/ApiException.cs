using System.Net;

namespace Integrations;

/// <summary>The server answered, but not with what the operation promises: an HTTP error, or a success that could not be read.</summary>
public class ApiException : IntegrationException
{
    /// <summary>Makes an exception, for tests and fakes.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="status">The status of the answer.</param>
    /// <param name="inner">Why it could not be read.</param>
    public ApiException(string message, HttpStatusCode status, Exception? inner = null)
        : base(message, inner) => Status = status;

    /// <summary>The status of the answer.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>The headers of the answer.</summary>
    public ApiHeaders Headers { get; init; }

    /// <summary>The first 8192 characters of the error's body, if it is text. It may hold what is private: it is in no message, and should be in no log.</summary>
    public string? Body { get; init; }

    /// <summary>How long the server asks to wait (<c>Retry-After</c>), where that was longer than what remained of the call.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>The server answered with an error whose type the document gives.</summary>
/// <typeparam name="TError">The type of the error.</typeparam>
public sealed class ApiException<TError> : ApiException
{
    /// <summary>Makes an exception, for tests and fakes.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="status">The status of the answer.</param>
    /// <param name="error">The error.</param>
    public ApiException(string message, HttpStatusCode status, TError error)
        : base(message, status) => Error = error;

    /// <summary>The error.</summary>
    public TError Error { get; }
}
