namespace Integrations.Hosting;

/// <summary>A secret of a vault: asked for once however many wait, kept for a while, renewed in the background.</summary>
internal sealed class VaultSecret(IntegrationSource source, string key)
{
    private static readonly TimeSpan s_fresh = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_again = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_lately = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);
    private readonly Lock _lock = new();
    private Task? _flight;
    private long _renewAt = long.MinValue;
    private long _changed = long.MinValue / 2;
    private long _asked = long.MinValue / 2;

    public string? Value { get; private set; }

    public ValueTask LoadAsync(CancellationToken cancellationToken)
    {
        if (source.Time.GetTimestamp() < Volatile.Read(ref _renewAt))
        {
            return default;
        }
        var flight = Ask();
        return Value is not null ? default : new ValueTask(flight.WaitAsync(cancellationToken));
    }

    /// <returns>Whether the value has changed lately.</returns>
    public async ValueTask<bool> ReloadAsync(CancellationToken cancellationToken)
    {
        // Refusals come in crowds: one question a second is enough.
        if (source.Time.GetElapsedTime(Volatile.Read(ref _asked)) >= TimeSpan.FromSeconds(1))
        {
            await Ask().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        return source.Time.GetElapsedTime(Volatile.Read(ref _changed)) < s_lately;
    }

    private Task Ask()
    {
        lock (_lock)
        {
            if (_flight is null)
            {
                using (ExecutionContext.SuppressFlow())
                {
                    _flight = Task.Run(AskAsync);
                }
                // Where it is renewed in the background nobody else looks.
                _ = _flight.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            }
            return _flight;
        }
    }

    private async Task AskAsync()
    {
        try
        {
            using var patience = new CancellationTokenSource(s_patience, source.Time);
            var value = await source.Vault!.GetSecretAsync(source.Name, key, patience.Token).AsTask().WaitAsync(patience.Token).ConfigureAwait(false);
            var now = source.Time.GetTimestamp();
            if (Value is not null && Value != value)
            {
                Volatile.Write(ref _changed, now);
            }
            Value = value;
            Renew(now, value is null ? TimeSpan.Zero : s_fresh);
        }
        catch (Exception exception)
        {
            Renew(source.Time.GetTimestamp(), Value is null ? TimeSpan.Zero : s_again);
            throw new IntegrationConfigurationException([$"{source.Path(key)} could not be had of the vault ({exception.GetType().Name})."]) { Integration = source.Name };
        }
        finally
        {
            lock (_lock)
            {
                _flight = null;
            }
        }
    }

    private void Renew(long now, TimeSpan after)
    {
        Volatile.Write(ref _asked, now);
        Volatile.Write(ref _renewAt, now + (long)(after.TotalSeconds * source.Time.TimestampFrequency));
    }
}
