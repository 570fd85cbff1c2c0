namespace Integrations;

/// <summary>
/// A method of the client's class that gives a value in place of an operation's when the call failed after all its attempts: for transport errors,
/// timeouts, an open circuit breaker, exhausted limits, and answers of 500 and above, 429 and 408. Not for other errors, which are the caller's own, nor
/// where the caller cancelled. What the method throws, the call throws.
/// </summary>
/// <remarks>
/// The method has the operation's parameters in their order, or none of them; then, where it wants them, an <see cref="Exception"/> (or
/// <see cref="IntegrationException"/>) and a <see cref="CancellationToken"/>, which is the caller's. It returns what the operation gives, or a
/// <see cref="Task{TResult}"/> or <see cref="ValueTask{TResult}"/> of it. It may be static or private. Operations that give streams or items one by one
/// can have none, and of a paginated operation the <c>AllAsync</c> method has none. <see cref="ApiResponse.IsFallback"/> tells a value that is no answer.
/// </remarks>
/// <param name="method">The method's name: <c>nameof(Cached)</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class FallbackAttribute(string method) : Attribute
{
    /// <summary>The method's name.</summary>
    public string Method { get; } = method;

    /// <summary>The one operation that it is for: <c>"METHOD /path"</c> as the document writes the path, or an operationId. It must be given.</summary>
    public string? Operation { get; set; }
}
