namespace Integrations.Auth;

/// <summary>
/// Puts credentials on requests. Called for each attempt of an operation that is not anonymous, only for the configured origin, and inside the
/// attempt's timeout. Must be safe for many calls at once.
/// </summary>
public interface IRequestAuthenticator
{
    /// <summary>
    /// The scheme of the document that this stands for: it is then applied only to operations that the document lets use it.
    /// </summary>
    /// <value>Default: null, so that it is applied to every operation that is not anonymous.</value>
    string? Security => null;

    /// <summary>Puts credentials on a request. Where there are none it throws: a request never goes out without.</summary>
    /// <param name="request">The request; it may get headers or another query, but no other origin.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="cancellationToken">Ends with the attempt.</param>
    /// <returns>A task that is done when the request may go out.</returns>
    ValueTask AuthenticateAsync(HttpRequestMessage request, OperationDescriptor operation, CancellationToken cancellationToken);

    /// <summary>
    /// Called once a call when the server refuses the credentials (401). Where it gets new ones, the request is sent once more in the same attempt.
    /// Calls at the same time should share one refresh.
    /// </summary>
    /// <param name="response">The refusal.</param>
    /// <param name="cancellationToken">Ends with the attempt.</param>
    /// <returns>Whether there are new credentials. Default: false.</returns>
    ValueTask<bool> TryRefreshAsync(HttpResponseMessage response, CancellationToken cancellationToken) => new(false);
}
