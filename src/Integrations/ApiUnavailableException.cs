namespace Integrations;

/// <summary>The call was not made (or not made again): the circuit breaker is open, or the server asked the client to pause for longer than the call may take.</summary>
public sealed class ApiUnavailableException : IntegrationException
{
    /// <summary>Makes an exception, for tests and fakes.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="retryAfter">When it is worth trying again, from now.</param>
    /// <param name="inner">The cause.</param>
    public ApiUnavailableException(string message, TimeSpan? retryAfter, Exception? inner = null)
        : base(message, inner) => RetryAfter = retryAfter;

    /// <summary>When it is worth trying again, from when the exception was made; null where that is not known.</summary>
    public TimeSpan? RetryAfter { get; }
}
