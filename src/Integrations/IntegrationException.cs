namespace Integrations;

/// <summary>
/// A call of an integration failed. What it was called with is in no message: neither values of the path or query, nor headers, nor bodies.
/// Cancellation by the caller is an <see cref="OperationCanceledException"/> instead.
/// </summary>
public abstract class IntegrationException : Exception
{
    private protected IntegrationException(string message, Exception? inner)
        : base(message, inner)
    {
    }

    /// <summary>The integration's name, of an instance <c>{Name}:{instance}</c>; null in exceptions made by hand.</summary>
    public string? Integration { get; internal init; }

    /// <summary>The operation that was called, if one was.</summary>
    public OperationDescriptor? Operation { get; init; }

    /// <summary>The <c>X-Request-ID</c> that every attempt of the call carried.</summary>
    public string? RequestId { get; init; }

    /// <summary>How often the call was tried.</summary>
    public int Attempts { get; init; }
}
