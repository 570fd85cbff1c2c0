using System.Collections.Concurrent;
using Integrations.Hosting;
using Integrations.Resilience;
using Microsoft.Extensions.Logging;

namespace Integrations.Sql;

/// <summary>
/// The core of a client of a database: what is the same for every statement. It holds the pool, the circuit breaker and what was seen of the server's health; emitted
/// methods reach it through <see cref="Session"/>.
/// </summary>
public sealed partial class SqlDatabase : IIntegrationState, IAsyncDisposable, IDisposable
{
    private readonly SqlDriver? _driver;
    private readonly SqlBreaker _breaker;
    private volatile bool _isDisposed;
    private readonly ConcurrentDictionary<OperationDescriptor, SqlBreaker> _breakers = new();

    internal SqlDatabase(IntegrationDefinition definition, SqlSettings settings, SqlDriver? driver, SqlOptions options, TimeProvider time, ILogger logger, EventHub? events)
    {
        (Definition, Settings, _driver, Time, Random) = (definition, settings, driver, time, options.Random);
        Log = new SqlLog(logger, settings.Name);
        Health = new ClientHealth(this, events);
        Session = new SqlSession(this, null);
        _breaker = new SqlBreaker(settings.Policies.Breaker, null, this);
        Watch = new SqlWatch(this);
        Health.Register();
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

    internal SqlWatch Watch { get; }

    internal RetryBudget Budget { get; } = new();

    /// <exception cref="ObjectDisposedException">It was disposed.</exception>
    /// <exception cref="IntegrationDisabledException">It is switched off.</exception>
    /// <exception cref="IntegrationConfigurationException">Configuration is missing or wrong.</exception>
    internal SqlDriver Driver
    {
        get
        {
            if (_driver is null || !Settings.Enabled || _isDisposed)
            {
                Unusable();
            }
            return _driver!;
        }
    }

    ClientName IIntegrationState.Client => Settings.Client;

    TimeProvider IIntegrationState.Time => Time;

    bool IIntegrationState.Enabled => Settings.Enabled;

    bool IIntegrationState.Required => Settings.Required;

    IReadOnlyList<string> IIntegrationState.Problems => Settings.Problems;

    ClientHealth IIntegrationState.Health => Health;

    IReadOnlyList<IntegrationBreaker> IIntegrationState.Breakers() => [.. Breakers()
        .Where(static breaker => breaker.IsOn)
        .Select(static breaker => new IntegrationBreaker(breaker.Scope, breaker.State))
        .OrderBy(static breaker => breaker.Scope, StringComparer.Ordinal)];

    bool IIntegrationState.IsBreakerTripped => Breakers().Any(static breaker => breaker.State != BreakerState.Closed);

    TimeSpan IIntegrationState.Pause => TimeSpan.Zero;

    bool IIntegrationState.IsLimitExhausted => false;

    TimeSpan? IIntegrationState.ExhaustedFor => null;

    int IIntegrationState.FailureThreshold => Settings.HealthCheck?.FailureThreshold ?? 1;

    IHealthProbe? IIntegrationState.Probe() => Settings.HealthCheck is { } check && _driver is not null ? new SqlProbe(this, check) : null;

    void IIntegrationState.LogStatus(IntegrationStatus status, string? reason) => Log.StatusChanged(status, reason);

    internal PolicySettings Policies(OperationDescriptor operation) =>
        Settings.Operations.Count > 0 && Settings.Operations.TryGetValue(operation, out var own) ? own : Settings.Policies;

    internal SqlBreaker Breaker(OperationDescriptor operation, PolicySettings policies) =>
        policies.Breaker == Settings.Policies.Breaker ? _breaker : _breakers.GetOrAdd(operation, static (operation, it) => new SqlBreaker(it.Breaker, operation.Id, it.Database), (policies.Breaker, Database: this));

    /// <inheritdoc/>
    public void Dispose()
    {
        _isDisposed = true;
        _driver?.Dispose();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _isDisposed = true;
        return _driver?.DisposeAsync() ?? default;
    }

    private IEnumerable<SqlBreaker> Breakers() => _breakers.Values.Prepend(_breaker);

    private void Unusable() => throw (_isDisposed ? new ObjectDisposedException(Settings.Name)
        : Settings.Enabled
        ? new IntegrationConfigurationException(Settings.Problems) { Integration = Settings.Name }
        : new IntegrationDisabledException(Settings.Name));
}
