using System.Buffers;
using System.Net;

namespace Integrations.Resilience;

/// <summary>What one attempt came to: a response, or a failure. Never an exception thrown through the pipeline.</summary>
internal sealed class Attempt(ApiCall call) : IDisposable
{
    private byte[]? _buffer;
    private int _length;

    public ApiCall Call { get; } = call;

    public HttpResponseMessage? Response { get; set; }

    public Failure Failure { get; set; }

    public Exception? Exception { get; set; }

    public TimeSpan? RetryAfter { get; set; }

    /// <summary>Before the next attempt, once that is decided.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>No connection was made, so that the server cannot have acted on the request.</summary>
    public bool NothingSent { get; set; }

    public ReadOnlySpan<byte> Body => _buffer.AsSpan(0, _length);

    public HttpStatusCode Status => Response!.StatusCode;

    public bool IsSuccess => Failure == Failure.None && Response!.IsSuccessStatusCode;

    /// <summary>Whether the host is in trouble; what the circuit breaker counts.</summary>
    public bool IsHostFailure => Failure switch
    {
        Failure.None => (int)Status >= 500,
        Failure.Connection or Failure.AttemptTimeout or Failure.TotalTimeout => true,
        _ => false,
    };

    /// <summary>Whether another attempt may come to something else.</summary>
    public bool IsTransient => Failure switch
    {
        Failure.None => Status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.InternalServerError
            or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout,
        Failure.Connection or Failure.AttemptTimeout => true,
        _ => false,
    };

    public void SetBody(byte[] buffer, int length) => (_buffer, _length) = (buffer, length);

    public void Dispose()
    {
        Response?.Dispose();
        var buffer = _buffer;
        _buffer = null;
        _length = 0;
        if (buffer is not null)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

/// <summary>Why an attempt has no response, or none that is whole.</summary>
internal enum Failure
{
    None,
    Connection,
    AttemptTimeout,
    TotalTimeout,
    Canceled,

    /// <summary>The body is larger than the client reads into memory.</summary>
    TooLarge,

    /// <summary>A success whose body is not what the operation promises.</summary>
    Unreadable,

    /// <summary>The client pauses for longer than the call may take.</summary>
    Paused,

    /// <summary>The circuit breaker is open.</summary>
    BreakerOpen,

    /// <summary>The rate limit has no permit in time.</summary>
    Throttled,

    /// <summary>The concurrency limit has no place.</summary>
    Busy,

    /// <summary>The host has an address that the client's guard refuses.</summary>
    AddressRefused,

    /// <summary>Something else threw: configuration, a user's handler.</summary>
    Other,
}
