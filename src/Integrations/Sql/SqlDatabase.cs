using System.Collections.Concurrent;
using System.Data.Common;
using Integrations.Hosting;
using Integrations.Resilience;
using Microsoft.Extensions.Logging;
using Polly;

namespace Integrations.Sql;

/// <summary>
/// The core of a client of a database: what is the same for every statement. It holds the pool, the circuit breaker and what was seen of the server's health; emitted
/// methods reach it through <see cref="Session"/>.
/// </summary>
public sealed partial class SqlDatabase : IIntegrationState, IAsyncDisposable, IDisposable
{
    private readonly SqlDriver? _driver;
    private readonly SqlBreaker _breaker;
    private readonly ConcurrentDictionary<OperationDescriptor, SqlBreaker> _breakers = new();

    internal SqlDatabase(IntegrationDefinition definition, SqlSettings settings, SqlDriver? driver, SqlOptions options, TimeProvider time, ILogger logger)
    {
        (Definition, Settings, _driver, Time, Random) = (definition, settings, driver, time, options.Random);
        Log = new SqlLog(logger, settings.Name);
        Health = new ClientHealth(time);
        Session = new SqlSession(this, null);
        _breaker = new SqlBreaker(settings.Policies.Breaker, settings.Name, time, Log);
    }

    /// <summary>Where emitted methods run that are in no transaction.</summary>
    public SqlSession Session { get; }

    /// <summary>The engine.</summary>
    public SqlEngine Engine => Settings.Engine;

    internal IntegrationDefinition Definition { get; }

    internal SqlSettings Settings { get; }

    internal TimeProvider Time { get; }

    internal Func<double> Random { get; }

    internal SqlLog Log { get; }

    internal ClientHealth Health { get; }

    internal RetryBudget Budget { get; } = new();

    /// <exception cref="IntegrationDisabledException">It is switched off.</exception>
    /// <exception cref="IntegrationConfigurationException">Configuration is missing or wrong.</exception>
    internal SqlDriver Driver
    {
        get
        {
            if (_driver is null || !Settings.Enabled)
            {
                Unusable();
            }
            return _driver!;
        }
    }

    string IIntegrationState.Name => Settings.Name;

    bool IIntegrationState.Enabled => Settings.Enabled;

    bool IIntegrationState.Required => Settings.Required;

    IReadOnlyList<string> IIntegrationState.Problems => Settings.Problems;

    bool IIntegrationState.IsBreakerOpen => _breaker.IsOpen || _breakers.Values.Any(static breaker => breaker.IsOpen);

    bool IIntegrationState.IsLimitExhausted => false;

    ClientHealth IIntegrationState.Health => Health;

    internal PolicySettings Policies(OperationDescriptor operation) =>
        Settings.Operations.Count > 0 && Settings.Operations.TryGetValue(operation, out var own) ? own : Settings.Policies;

    internal SqlBreaker Breaker(OperationDescriptor operation, PolicySettings policies) =>
        policies.Breaker == Settings.Policies.Breaker ? _breaker : _breakers.GetOrAdd(operation, static (_, it) => new SqlBreaker(it.Breaker, it.Name, it.Time, it.Log), (policies.Breaker, Settings.Name, Time, Log));

    internal async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken) => await Driver.OpenAsync(cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public void Dispose() => _driver?.Dispose();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _driver?.DisposeAsync() ?? default;

    private void Unusable() => throw (Settings.Enabled
        ? new IntegrationConfigurationException(Settings.Problems) { Integration = Settings.Name }
        : new IntegrationDisabledException(Settings.Name));
}
