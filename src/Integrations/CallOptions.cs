using System.Collections.ObjectModel;

namespace Integrations;

/// <summary>
/// What one call, or a few, do differently: <c>client.Issues.With(new CallOptions { Timeout = TimeSpan.FromSeconds(2) }).GetAsync(7)</c>. The
/// client itself stays as it is, and connections, limits, circuit breaker and health are shared with it.
/// </summary>
public sealed record CallOptions
{
    /// <summary>Headers that every attempt carries. They replace those of the same name that the operation's parameters set.</summary>
    /// <value>Default: none. Credentials and what belongs to the transport are refused.</value>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>How long the call may take with all its attempts.</summary>
    /// <value>Default: null, which is the client's own total timeout.</value>
    public TimeSpan? Timeout { get; init; }

    /// <summary>
    /// The header <c>Idempotency-Key</c>: the server then does only once what is sent twice, so that the call is retried whatever its method. One
    /// key is for one call: do not keep what <c>With</c> gives for another.
    /// </summary>
    /// <value>Default: null.</value>
    public string? IdempotencyKey { get; init; }

    /// <summary>The header <c>X-Request-ID</c> of every attempt.</summary>
    /// <value>Default: null, which is a new one for each call.</value>
    public string? RequestId { get; init; }

    /// <summary>The header <c>If-Match</c>: the call counts only while the resource has this <see cref="ApiResponse.ETag"/>; else it is answered 412.</summary>
    /// <value>Default: null.</value>
    public string? IfMatch { get; init; }

    /// <summary>
    /// The header <c>If-None-Match</c>: where the resource still has this <see cref="ApiResponse.ETag"/>, the answer is 304 without a value. Call the
    /// <c>ResponseAsync</c> method then, and ask <see cref="ApiResponse.IsNotModified"/>: the other one throws, for it has nothing to give.
    /// </summary>
    /// <value>Default: null.</value>
    public string? IfNoneMatch { get; init; }
}
