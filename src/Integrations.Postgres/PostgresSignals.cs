using System.Data.Common;
using Integrations.Storage;
using Integrations.Storage.Relational;
using Npgsql;

namespace Integrations.Postgres;

/// <summary>Hints by NOTIFY. One connection listens, from the first wait on; while it is away, waits end by their time.</summary>
internal sealed class PostgresSignals : ISignals, IAsyncDisposable
{
    private static readonly TimeSpan Reconnect = TimeSpan.FromSeconds(1);

    private readonly PostgresStore _store;
    private readonly NpgsqlDataSource _source;
    private readonly string _channel;
    private readonly bool _isOn;
    private readonly Topics _topics = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _lock = new();
    private Task? _listening;

    public PostgresSignals(PostgresStore store, PostgresStoreOptions options, NpgsqlDataSource source)
    {
        (_store, _source, _isOn) = (store, source, options.Notify);
        _channel = "integrations:" + options.Schema;
    }

    public async Task HintAsync(DbTransaction transaction, string topic, CancellationToken cancellationToken = default)
    {
        Check.Name(topic, nameof(topic));
        _store.Joined(transaction);
        if (_isOn)
            await transaction.ExecuteAsync("select pg_notify(@channel, @topic)", [("channel", _channel), ("topic", topic)], cancellationToken).ConfigureAwait(false);
    }

    public Task WaitAsync(string topic, TimeSpan atMost, CancellationToken cancellationToken = default)
    {
        Check.Name(topic, nameof(topic));
        Check.Duration(atMost, TimeSpan.Zero, Times.Month, nameof(atMost));
        if (_isOn)
        {
            lock (_lock)
                _listening ??= Task.Run(ListenAsync, CancellationToken.None);
        }
        return _topics.WaitAsync(topic, atMost, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        if (_listening is { } listening)
            await listening.ConfigureAwait(false);
        _end.Dispose();
    }

    private async Task ListenAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                await using var connection = await _source.OpenConnectionAsync(_end.Token).ConfigureAwait(false);
                connection.Notification += (_, notification) => _topics.Signal(notification.Payload);
                await using (var command = connection.Command($"listen \"{_channel}\""))
                    await command.ExecuteNonQueryAsync(_end.Token).ConfigureAwait(false);
                // What was said before it listened is lost: everybody looks once.
                _topics.SignalAll();
                while (true)
                    await connection.WaitAsync(_end.Token).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is DbException or IOException or TimeoutException)
            {
                await Task.Delay(Reconnect, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
