using System.Runtime.ExceptionServices;
using Integrations.Resilience;

namespace Integrations.Http;

/// <summary>Makes the exceptions of calls. They name the integration, the operation's template and the request id, and no value of the call.</summary>
internal static class CallErrors
{
    public static void ThrowUnlessSuccess(ApiCall call)
    {
        if (!call.Result.IsSuccess)
        {
            ThrowUnlessAnswered(call);
            throw Http(call);
        }
    }

    public static void ThrowUnlessAnswered(ApiCall call)
    {
        if (call.Result.Failure != Failure.None)
        {
            Throw(call);
        }
    }

    /// <summary>The exception of a call that failed, other than by its caller.</summary>
    public static IntegrationException Of(ApiCall call)
    {
        try
        {
            ThrowUnlessSuccess(call);
        }
        catch (IntegrationException exception)
        {
            return exception;
        }
        throw new InvalidOperationException("The call did not fail.");
    }

    public static ApiException Empty(ApiCall call)
    {
        call.Result.Failure = Failure.Unreadable;
        return Plain(call, $"{Subject(call)} answered {Status(call)} without content, where content is expected.", null);
    }

    public static ApiException Unreadable(ApiCall call, Exception? inner)
    {
        call.Result.Failure = Failure.Unreadable;
        return Plain(call, $"{Subject(call)} answered {Status(call)} with content that cannot be read as the operation's result.", inner);
    }

    private static ApiException Http(ApiCall call)
    {
        var attempt = call.Result;
        var message = $"{Subject(call)} answered {Status(call)}{Times(call)}.{Trace(call)}";
        if (Responses.Error(call, out var reader) is { } error)
        {
            var facts = new CallFacts(call.Owner.Settings.Name, call.Request.Operation, call.RequestId, call.Attempts, Charset.ExcerptOf(attempt), attempt.RetryAfter);
            return reader!.Create(error, message, attempt.Status, new ApiHeaders(attempt.Response!), facts);
        }
        return Plain(call, message, null);
    }

    private static ApiException Plain(ApiCall call, string message, Exception? inner)
    {
        var attempt = call.Result;
        return new ApiException(message, attempt.Status, inner)
        {
            Headers = new ApiHeaders(attempt.Response!),
            Integration = call.Owner.Settings.Name,
            Operation = call.Request.Operation,
            RequestId = call.RequestId,
            Attempts = call.Attempts,
            Body = Charset.ExcerptOf(attempt),
            RetryAfter = attempt.RetryAfter,
        };
    }

    private static void Throw(ApiCall call)
    {
        var (attempt, operation, name) = (call.Result, call.Request.Operation, call.Owner.Settings.Name);
        var timeouts = call.Pipeline.Settings.Timeout;
        switch (attempt.Failure)
        {
            case Failure.Canceled:
                throw new OperationCanceledException($"{Subject(call)} was cancelled.", attempt.Exception, call.CancellationToken);
            case Failure.Connection:
                throw new ApiConnectionException(
                    $"{Subject(call)} {(attempt.NothingSent ? "could not reach the server" : "lost its connection")}{Times(call)}.{Trace(call)}", attempt.Exception)
                { Integration = name, Operation = operation, RequestId = call.RequestId, Attempts = call.Attempts, MayHaveBeenSent = !attempt.NothingSent };
            case Failure.TotalTimeout:
                throw new ApiTimeoutException($"{Subject(call)} took longer than the {Seconds(call.Timeout)} of its total timeout{Times(call)}.{Trace(call)}", ApiTimeout.Total, call.Timeout, attempt.Exception)
                { Integration = name, Operation = operation, RequestId = call.RequestId, Attempts = call.Attempts };
            case Failure.AttemptTimeout:
                throw new ApiTimeoutException($"{Subject(call)} took longer than the {Seconds(timeouts.Attempt)} of its attempt timeout{Times(call)}.{Trace(call)}", ApiTimeout.Attempt, timeouts.Attempt, attempt.Exception)
                { Integration = name, Operation = operation, RequestId = call.RequestId, Attempts = call.Attempts };
            case Failure.Paused:
                throw new ApiUnavailableException($"{Subject(call)} was not sent: the server asked to pause for another {Seconds(attempt.RetryAfter!.Value)}, longer than the call may take.{Trace(call)}", attempt.RetryAfter)
                { Integration = name, Operation = operation, RequestId = call.RequestId, Attempts = call.Attempts };
            case Failure.BreakerOpen:
                throw new ApiUnavailableException(
                    $"{Subject(call)} was not sent{Times(call)}: the circuit breaker is open after too many failures{(attempt.RetryAfter is { } wait && wait > TimeSpan.Zero ? $"; it lets a call through in {Seconds(wait)}" : "")}.{Trace(call)}",
                    attempt.RetryAfter,
                    attempt.Exception)
                { Integration = name, Operation = operation, RequestId = call.RequestId, Attempts = call.Attempts };
            case Failure.AddressRefused:
                var refused = (AddressRefusedException)attempt.Exception!;
                throw new AddressRefusedException($"{Subject(call)} was not sent to '{refused.Host}'", refused.Host, refused.AddressClass, null)
                { Integration = name, Operation = operation, RequestId = call.RequestId, Attempts = call.Attempts };
            case Failure.Throttled:
                throw new ApiUnavailableException(
                    $"{Subject(call)} was not sent{Times(call)}: its rate limit (Integrations:{name}:RateLimit) has no permit for another {Seconds(attempt.RetryAfter!.Value)} and no room to wait for one.{Trace(call)}",
                    attempt.RetryAfter)
                { Integration = name, Operation = operation, RequestId = call.RequestId, Attempts = call.Attempts };
            case Failure.Busy:
                throw new ApiUnavailableException(
                    $"{Subject(call)} was not sent: as many calls are running as its concurrency limit (Integrations:{name}:ConcurrencyLimit) allows, and no more may wait.{Trace(call)}",
                    null)
                { Integration = name, Operation = operation, RequestId = call.RequestId, Attempts = call.Attempts };
            case Failure.TooLarge:
                throw Plain(call, $"{Subject(call)} answered {Status(call)} with more than the {call.Owner.Settings.MaxResponseBytes} bytes that Integrations:{name}:MaxResponseBytes allows.{Trace(call)}", null);
            default:
                ExceptionDispatchInfo.Throw(attempt.Exception!);
                break;
        }
    }

    public static string Subject(ApiCall call)
    {
        var operation = call.Request.Operation;
        return operation.Id == operation.Name
            ? $"{call.Owner.Settings.Name}: {operation.Name}"
            : $"{call.Owner.Settings.Name}: {operation.Name} ({operation.Id})";
    }

    private static string Status(ApiCall call) => $"{(int)call.Result.Status} ({call.Result.Status})";

    private static string Times(ApiCall call) => call.Attempts > 1 ? $" after {call.Attempts} attempts" : "";

    private static string Trace(ApiCall call) => $" Request id {call.RequestId}.";

    private static string Seconds(TimeSpan time) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");
}
