namespace Integrations.Auth.OAuth;

/// <summary>
/// The token of a client: one request however many calls wait, renewed in the background before it expires. A caller that gives up does not end the
/// request of the others. A failure is told to those who wait and not kept: the next call asks again.
/// </summary>
internal sealed class TokenCache(Func<ClientCredentials, Task<Token>> request, TimeProvider time)
{
    private readonly Lock _lock = new();
    private volatile Token? _token;
    private Task<Token>? _flight;
    private ClientCredentials? _for;

    /// <summary>The token for some credentials.</summary>
    public ValueTask<Token> GetAsync(string id, string secret, CancellationToken cancellationToken)
    {
        var token = _token;
        if (token is null || !token.Owner.Are(id, secret))
        {
            return new(Request(id, secret, token).WaitAsync(cancellationToken));
        }
        var now = time.GetTimestamp();
        if (now < token.RenewAt)
        {
            return new(token);
        }
        var flight = Request(id, secret, token);
        return now < token.ExpiresAt ? new(token) : new(flight.WaitAsync(cancellationToken));
    }

    /// <summary>Another token than one that was refused.</summary>
    /// <returns>Null where the refused one is so new that another would not help.</returns>
    public async ValueTask<Token?> ReplaceAsync(string? refused, string id, string secret, CancellationToken cancellationToken)
    {
        var token = _token;
        if (token is not null && token.Header != refused)
        {
            return token;
        }
        // Where every token is refused it is not the token: no storm on the token endpoint.
        if (token is not null && time.GetElapsedTime(token.Obtained) < TimeSpan.FromSeconds(1))
        {
            return null;
        }
        return await Request(id, secret, token).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The request that is under way, or a new one.</summary>
    /// <param name="id">The client's id.</param>
    /// <param name="secret">The client's secret.</param>
    /// <param name="known">The token that is not to be used any longer.</param>
    private Task<Token> Request(string id, string secret, Token? known)
    {
        lock (_lock)
        {
            if (_token is { } token && token != known && token.Owner.Are(id, secret))
            {
                return Task.FromResult(token);
            }
            if (_flight is not null && _for!.Are(id, secret))
            {
                return _flight;
            }
            var credentials = _for = new ClientCredentials(id, secret);
            using (ExecutionContext.SuppressFlow())
            {
                _flight = Task.Run(() => RunAsync(credentials));
            }
            // Where it is renewed in the background nobody else looks.
            _ = _flight.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            return _flight;
        }
    }

    private async Task<Token> RunAsync(ClientCredentials credentials)
    {
        Token? token = null;
        try
        {
            return token = await request(credentials).ConfigureAwait(false);
        }
        finally
        {
            lock (_lock)
            {
                if (ReferenceEquals(_for, credentials))
                {
                    _flight = null;
                    _token = token ?? _token;
                    if (token is null && _token is { } old)
                    {
                        // While the endpoint fails and the old token lives, it is asked once a second; never is it used beyond its life.
                        old.RenewAt = Math.Min(time.GetTimestamp() + time.TimestampFrequency, old.ExpiresAt);
                    }
                }
            }
        }
    }
}
