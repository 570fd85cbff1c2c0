using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Integrations;

/// <summary>An answer that was received, good or bad.</summary>
public class ApiResponse : IDisposable
{
    /// <summary>Makes an answer, for tests and fakes.</summary>
    /// <param name="status">The status.</param>
    /// <param name="error">The typed error, if any.</param>
    public ApiResponse(HttpStatusCode status, object? error = null)
    {
        Status = status;
        Error = error;
    }

    /// <summary>What came of a call whose fallback gave the value: all of the answer that made it fail.</summary>
    internal ApiResponse(ApiResponse failed)
        : this(failed.Status, failed.Error)
    {
        Headers = failed.Headers;
        RequestId = failed.RequestId;
        Attempts = failed.Attempts;
        ErrorBody = failed.ErrorBody;
        IsFallback = true;
    }

    /// <summary>The status.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>Whether the status is one of 200 to 299.</summary>
    public bool IsSuccess => (int)Status is >= 200 and <= 299;

    /// <summary>Whether the resource is what <see cref="CallOptions.IfNoneMatch"/> says already (304). There is no value then, and no error.</summary>
    public bool IsNotModified => Status == HttpStatusCode.NotModified;

    /// <summary>
    /// The header <c>ETag</c>, quotes and <c>W/</c> included: the version of the resource, for <see cref="CallOptions.IfNoneMatch"/> and
    /// <see cref="CallOptions.IfMatch"/>. Null where there is none.
    /// </summary>
    public string? ETag => Headers["ETag"];

    /// <summary>The headers.</summary>
    public ApiHeaders Headers { get; init; }

    /// <summary>The <c>X-Request-ID</c> that every attempt of the call carried.</summary>
    public string? RequestId { get; init; }

    /// <summary>How often the call was tried.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>
    /// Whether the call failed and its <see cref="FallbackAttribute"/> gave the value. <see cref="Status"/> and <see cref="IsSuccess"/> are then those of the
    /// answer that made it fail; the status is 0 where there was none.
    /// </summary>
    public bool IsFallback { get; init; }

    /// <summary>The error, of the type that the document gives to this status; null where it gives none or the body could not be read.</summary>
    public object? Error { get; }

    /// <summary>The first 8192 characters of an error's body, if it is text. It may hold what is private.</summary>
    public string? ErrorBody { get; init; }

    /// <summary>Looks for an error of a type.</summary>
    /// <typeparam name="TError">The type.</typeparam>
    /// <param name="error">The error.</param>
    /// <returns>Whether the answer is such an error.</returns>
    public bool TryGetError<TError>([NotNullWhen(true)] out TError? error)
    {
        error = Error is TError typed ? typed : default;
        return error is not null;
    }

    /// <summary>Lets go of the connection. Only needed where <c>Value</c> is a stream.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of the connection.</summary>
    /// <param name="disposing">Always true.</param>
    protected virtual void Dispose(bool disposing)
    {
    }
}

/// <summary>An answer that was received, good or bad, with its value.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class ApiResponse<T> : ApiResponse
{
    /// <summary>Makes an answer, for tests and fakes.</summary>
    /// <param name="status">The status.</param>
    /// <param name="value">The value.</param>
    /// <param name="error">The typed error, if any.</param>
    public ApiResponse(HttpStatusCode status, T? value = default, object? error = null)
        : base(status, error) => Value = value;

    internal ApiResponse(ApiResponse failed, T? value)
        : base(failed) => Value = value;

    /// <summary>The value of a success, or that of the fallback (<see cref="ApiResponse.IsFallback"/>); the type's default for errors and for answers without content (such as 204 and 304).</summary>
    public T? Value { get; }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (Value is Stream stream)
        {
            stream.Dispose();
        }
        base.Dispose(disposing);
    }
}
