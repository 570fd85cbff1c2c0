using Integrations.Resilience;
using Microsoft.Extensions.Logging;

namespace Integrations.Telemetry;

/// <summary>The log of one client, category <c>Integrations.{Name}</c>. It names operations by their template; no value of a call is in it.</summary>
internal sealed partial class ClientLog(ILogger logger, string name)
{
    public void Finished(ApiCall call, TimeSpan elapsed)
    {
        var attempt = call.Result;
        var error = attempt.IsSuccess ? null : CallEnd.ErrorType(attempt);
        if (error is null)
        {
            if (logger.IsEnabled(LogLevel.Debug))
            {
                Succeeded(logger, name, call.Request.Operation.Name, (int)attempt.Status, call.Attempts, elapsed.TotalMilliseconds, call.RequestId);
            }
            return;
        }
        var level = attempt.Failure switch
        {
            Failure.Canceled => LogLevel.Debug,
            Failure.None when (int)attempt.Status < 500 => LogLevel.Information,
            _ => LogLevel.Warning,
        };
        if (logger.IsEnabled(level))
        {
            Failed(logger, level, name, call.Request.Operation.Name, error, call.Attempts, elapsed.TotalMilliseconds, call.RequestId);
        }
    }

    public void Retry(Attempt attempt, int number)
    {
        if (logger.IsEnabled(LogLevel.Information))
        {
            Retrying(logger, name, attempt.Call.Request.Operation.Name, number, CallEnd.ErrorType(attempt), attempt.Delay.TotalMilliseconds, attempt.Call.RequestId);
        }
    }

    public void Paused(Attempt attempt) => Pausing(logger, name, attempt.RetryAfter!.Value.TotalSeconds);

    public void SharedLimitAway(string key, string error) => Away(logger, name, key, error);

    public void TokenFailed(string why) => NoToken(logger, name, why);

    public void Hedged(ApiCall call, int number)
    {
        if (logger.IsEnabled(LogLevel.Debug))
        {
            Hedging(logger, name, number, call.Request.Operation.Name, call.RequestId);
        }
    }

    public void PoliciesChanged() => PolicyChange(logger, name);

    public void PoliciesRefused(IReadOnlyList<string> problems) => PolicyRefusal(logger, name, string.Join(' ', problems));

    public void BreakerOpened(TimeSpan duration) => Opened(logger, name, duration.TotalSeconds);

    public void StatusChanged(IntegrationStatus status, string? reason)
    {
        var level = status is IntegrationStatus.Degraded or IntegrationStatus.Unhealthy ? LogLevel.Warning : LogLevel.Information;
        if (logger.IsEnabled(level))
        {
            Changed(logger, level, name, status, reason ?? "it works");
        }
    }

    public void FellBack(ApiCall call)
    {
        if (logger.IsEnabled(LogLevel.Information))
        {
            FallingBack(logger, name, call.Request.Operation.Name, CallEnd.ErrorType(call.Result), call.RequestId);
        }
    }

    public void ProbeFailed(string error) => NoProbe(logger, name, error);

    public void BreakerClosed() => Closed(logger, name);

    [LoggerMessage(1, LogLevel.Debug, "{Integration}: {Operation} answered {Status} after {Attempts} attempts and {Milliseconds} ms (request id {RequestId})")]
    private static partial void Succeeded(ILogger logger, string integration, string operation, int status, int attempts, double milliseconds, string requestId);

    [LoggerMessage(EventId = 2, Message = "{Integration}: {Operation} failed with {Error} after {Attempts} attempts and {Milliseconds} ms (request id {RequestId})")]
    private static partial void Failed(ILogger logger, LogLevel level, string integration, string operation, string error, int attempts, double milliseconds, string requestId);

    [LoggerMessage(3, LogLevel.Information, "{Integration}: attempt {Attempt} of {Operation} came to {Error}; the next begins in {Milliseconds} ms (request id {RequestId})")]
    private static partial void Retrying(ILogger logger, string integration, string operation, int attempt, string? error, double milliseconds, string requestId);

    [LoggerMessage(4, LogLevel.Warning, "{Integration}: the server asks to pause for {Seconds} s; all calls wait")]
    private static partial void Pausing(ILogger logger, string integration, double seconds);

    [LoggerMessage(5, LogLevel.Warning, "{Integration}: the circuit breaker opens for {Seconds} s: too many attempts failed")]
    private static partial void Opened(ILogger logger, string integration, double seconds);

    [LoggerMessage(7, LogLevel.Warning, "{Integration}: the shared rate limit of {Key} is away ({Error}); the limit of this process takes over")]
    private static partial void Away(ILogger logger, string integration, string key, string error);

    [LoggerMessage(8, LogLevel.Warning, "{Integration}: the token endpoint {Problem}")]
    private static partial void NoToken(ILogger logger, string integration, string problem);

    [LoggerMessage(9, LogLevel.Debug, "{Integration}: attempt {Attempt} of {Operation} begins beside one that is slow (request id {RequestId})")]
    private static partial void Hedging(ILogger logger, string integration, int attempt, string operation, string requestId);

    [LoggerMessage(EventId = 10, Message = "{Integration} is {Status}: {Reason}")]
    private static partial void Changed(ILogger logger, LogLevel level, string integration, IntegrationStatus status, string reason);

    [LoggerMessage(11, LogLevel.Warning, "{Integration}: a health check could not be made ({Error})")]
    private static partial void NoProbe(ILogger logger, string integration, string error);

    [LoggerMessage(12, LogLevel.Information, "{Integration}: {Operation} came to {Error}; its fallback gives the result (request id {RequestId})")]
    private static partial void FallingBack(ILogger logger, string integration, string operation, string? error, string requestId);

    [LoggerMessage(13, LogLevel.Information, "{Integration}: its policies have changed with configuration")]
    private static partial void PolicyChange(ILogger logger, string integration);

    [LoggerMessage(14, LogLevel.Error, "{Integration}: configuration has changed, but its policies stay as they were until this is mended: {Problems}")]
    private static partial void PolicyRefusal(ILogger logger, string integration, string problems);

    [LoggerMessage(6, LogLevel.Information, "{Integration}: the circuit breaker closes: a call succeeded")]
    private static partial void Closed(ILogger logger, string integration);
}
