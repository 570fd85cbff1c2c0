using Microsoft.Extensions.Logging;

namespace Integrations.Sql;

/// <summary>The log of a client of a database, category <c>Integrations.{Name}</c>. It names methods; no value and no text of a statement is in it.</summary>
internal sealed partial class SqlLog(ILogger logger, string name)
{
    public void Failed(SqlCall call, string error)
    {
        // What a caller can be expected to catch is no warning.
        var level = call.Fault is null or { IsTransient: true } ? LogLevel.Warning : LogLevel.Information;
        if (logger.IsEnabled(level))
        {
            Failed(logger, level, name, call.Operation.Id, error, call.Attempts, call.Elapsed.TotalMilliseconds);
        }
    }

    public void Retry(SqlCall call, TimeSpan delay)
    {
        if (logger.IsEnabled(LogLevel.Information))
        {
            Retrying(logger, name, call.Attempts, call.Operation.Id, call.Fault?.SqlState ?? call.Fault?.Kind.ToString(), delay.TotalMilliseconds);
        }
    }

    public void TransactionAgain(int attempt, string error) => Again(logger, name, attempt, error);

    public void AfterCommitFailed(Exception exception) => AfterCommit(logger, exception, name);

    public void ListeningAgain(string error, TimeSpan delay) => Listening(logger, name, error, delay.TotalMilliseconds);

    public void BreakerOpened(TimeSpan duration) => Opened(logger, name, duration.TotalSeconds);

    public void StatusChanged(IntegrationStatus status, string? reason)
    {
        var level = status is IntegrationStatus.Degraded or IntegrationStatus.Unhealthy ? LogLevel.Warning : LogLevel.Information;
        if (logger.IsEnabled(level))
        {
            Changed(logger, level, name, status, reason ?? "it works");
        }
    }

    public void BreakerClosed() => Closed(logger, name);

    public void ProbeFailed(string error) => NoProbe(logger, name, error);

    public void Migrated(string migration, TimeSpan duration) => Applied(logger, name, migration, duration.TotalMilliseconds);

    public void DatabaseIsNewer(string migrations) => Newer(logger, name, migrations);

    [LoggerMessage(EventId = 20, Message = "{Integration}: {Method} failed with {Error} after {Attempts} attempts and {Milliseconds} ms")]
    private static partial void Failed(ILogger logger, LogLevel level, string integration, string method, string error, int attempts, double milliseconds);

    [LoggerMessage(21, LogLevel.Information, "{Integration}: attempt {Attempt} of {Method} came to {Error}; the next begins in {Milliseconds} ms")]
    private static partial void Retrying(ILogger logger, string integration, int attempt, string method, string? error, double milliseconds);

    [LoggerMessage(22, LogLevel.Information, "{Integration}: attempt {Attempt} of a transaction came to {Error}; it runs again")]
    private static partial void Again(ILogger logger, string integration, int attempt, string error);

    [LoggerMessage(23, LogLevel.Error, "{Integration}: the transaction is committed, but what was to follow it failed")]
    private static partial void AfterCommit(ILogger logger, Exception exception, string integration);

    [LoggerMessage(24, LogLevel.Warning, "{Integration}: the connection that listens was lost ({Error}); the next attempt begins in {Milliseconds} ms. Messages sent meanwhile are lost")]
    private static partial void Listening(ILogger logger, string integration, string error, double milliseconds);

    [LoggerMessage(27, LogLevel.Error, "{Integration}: a probe ended with {Error}; it is probed again")]
    private static partial void NoProbe(ILogger logger, string integration, string error);

    [LoggerMessage(25, LogLevel.Information, "{Integration}: applied {Migration} in {Milliseconds} ms")]
    private static partial void Applied(ILogger logger, string integration, string migration, double milliseconds);

    [LoggerMessage(26, LogLevel.Warning, "{Integration}: the database has migrations that come after all of this program's ({Migrations}): it is an older version on a newer database")]
    private static partial void Newer(ILogger logger, string integration, string migrations);

    [LoggerMessage(5, LogLevel.Warning, "{Integration}: the circuit breaker opens for {Seconds} s: too many attempts failed")]
    private static partial void Opened(ILogger logger, string integration, double seconds);

    [LoggerMessage(6, LogLevel.Information, "{Integration}: the circuit breaker closes: a call succeeded")]
    private static partial void Closed(ILogger logger, string integration);

    [LoggerMessage(EventId = 10, Message = "{Integration} is {Status}: {Reason}")]
    private static partial void Changed(ILogger logger, LogLevel level, string integration, IntegrationStatus status, string reason);
}
