namespace Integrations;

/// <summary>The server could not be reached, or the connection broke before the answer was complete.</summary>
public sealed class ApiConnectionException : IntegrationException
{
    /// <summary>Makes an exception, for tests and fakes.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="inner">The transport's exception.</param>
    public ApiConnectionException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>Whether the request may have reached the server, so that its effect is unknown.</summary>
    public bool MayHaveBeenSent { get; init; }
}
