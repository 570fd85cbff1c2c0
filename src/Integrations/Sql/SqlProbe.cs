namespace Integrations.Sql;

/// <summary>
/// The probe of a database: <c>select 1</c> on a connection of the pool. It goes by the breaker, whose calls close it themselves, and it decides nothing where the
/// pool is exhausted, for that tells nothing of the server.
/// </summary>
internal sealed class SqlProbe(SqlDatabase database, HealthCheckTimes check) : IHealthProbe
{
    public TimeSpan Interval => check.Interval;

    public double Random() => database.Random();

    public async Task ProbeAsync(CancellationToken cancellationToken)
    {
        var start = database.Time.GetTimestamp();
        using var patience = new CancellationTokenSource(check.Timeout, database.Time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        string? error = null;
        try
        {
            var driver = database.Driver;
            var connection = await driver.OpenAsync(linked.Token).ConfigureAwait(false);
            try
            {
                var command = driver.CreateCommand("select 1");
                await using (command.ConfigureAwait(false))
                {
                    (command.Connection, command.CommandTimeout) = (connection, (int)Math.Ceiling(check.Timeout.TotalSeconds));
                    await command.ExecuteScalarAsync(linked.Token).ConfigureAwait(false);
                }
            }
            finally
            {
                await driver.ReleaseAsync(connection, isShared: true).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var told = patience.IsCancellationRequested
                ? new SqlException("", SqlErrorKind.Timeout)
                : MigrationSession.Explain(database, "HealthCheck", exception);
            if (told is SqlException { Kind: SqlErrorKind.PoolExhausted })
            {
                return;
            }
            error = SqlErrors.Type(told);
        }
        database.Health.Probed(error, database.Time.GetElapsedTime(start));
    }

    public void LogFailure(string error) => database.Log.ProbeFailed(error);
}
