namespace Integrations;

/// <summary>A call took longer than its policy allows. Whether the server acted on it is unknown.</summary>
public sealed class ApiTimeoutException : IntegrationException
{
    /// <summary>Makes an exception, for tests and fakes.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="timeout">Which timeout ended it.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="inner">The cancellation inside.</param>
    public ApiTimeoutException(string message, ApiTimeout timeout, TimeSpan limit, Exception? inner = null)
        : base(message, inner)
    {
        Timeout = timeout;
        Limit = limit;
    }

    /// <summary>Which timeout ended it.</summary>
    public ApiTimeout Timeout { get; }

    /// <summary>The limit that it ran into.</summary>
    public TimeSpan Limit { get; }
}

/// <summary>Which timeout ended a call.</summary>
public enum ApiTimeout
{
    /// <summary>The one of the whole call (<see cref="TimeoutAttribute.TotalSeconds"/>).</summary>
    Total,

    /// <summary>The one of an attempt (<see cref="TimeoutAttribute.AttemptSeconds"/>), where no further attempt was allowed.</summary>
    Attempt,

    /// <summary>The one between two reads of a streamed response (<see cref="TimeoutAttribute.StreamIdleSeconds"/>).</summary>
    StreamIdle,
}
