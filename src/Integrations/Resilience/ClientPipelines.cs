using Integrations.Hosting;
using Integrations.Http;

namespace Integrations.Resilience;

/// <summary>
/// What the calls of a client go through. Policies may change while it runs: a new set takes the old one's place, and takes over what must not be
/// lost: open circuit breakers, permits used and calls that run.
/// </summary>
internal sealed class ClientPipelines
{
    private readonly Lock _lock = new();
    private readonly ApiClient _client;
    private readonly ISharedRateLimit? _shared;
    private Kept _kept = new();
    private volatile PipelineSet _current;

    /// <summary>Builds the first set, from the settings of a client that has its clock, log and health already.</summary>
    public ClientPipelines(ApiClient client, ISharedRateLimit? shared)
    {
        (_client, _shared) = (client, shared);
        _current = Build(client.Settings.Policies);
    }

    public PipelineSet Current => _current;

    /// <returns>Whether the policies differ from those in use.</returns>
    public bool Change(PolicyTable policies)
    {
        lock (_lock)
        {
            if (policies.IsSame(_current.Policies))
            {
                return false;
            }
            _current = Build(policies);
            return true;
        }
    }

    private PipelineSet Build(PolicyTable policies)
    {
        var kept = new Kept();
        var limits = new CallLimits(Rate(policies.Client.RateLimit, "", kept), Places(policies.Client.Concurrency, "", kept));
        var client = new OperationPipeline(policies.Client, limits, Breaker(policies.Client.Breaker, "", scope: null, kept), _client.Time);
        Dictionary<OperationDescriptor, OperationPipeline>? own = null;
        // An operation that goes to another host has that host's breaker.
        foreach (var (operation, server) in _client.Settings.Servers)
        {
            if (server is { IsElsewhere: true, Refusal: null })
            {
                var host = new Uri(server.Address).Authority;
                var breaker = Breaker(policies.Client.Breaker, "host " + host, host, kept);
                (own ??= []).Add(operation, new OperationPipeline(policies.Client, limits, breaker, _client.Time));
            }
        }
        foreach (var (operation, settings) in policies.Operations)
        {
            var outer = own?.GetValueOrDefault(operation) ?? client;
            var ownLimits = new CallLimits(
                policies.SharesRate(settings) ? limits.Rate : Rate(settings.RateLimit, operation.Name, kept),
                policies.SharesPlaces(settings) ? limits.Concurrency : Places(settings.Concurrency, operation.Name, kept));
            var breaker = settings.Breaker == policies.Client.Breaker ? outer.Breaker : Breaker(settings.Breaker, operation.Name, operation.Name, kept);
            (own ??= [])[operation] = new OperationPipeline(settings, ownLimits, breaker, _client.Time);
        }
        _kept = kept;
        return new PipelineSet(policies, client, own);
    }

    private RateLimiter? Rate(RateLimitSettings? settings, string scope, Kept kept)
    {
        if (settings is null)
        {
            return null;
        }
        if (_kept.Rates.TryGetValue(scope, out var limiter))
        {
            limiter.Change(settings);
        }
        else
        {
            limiter = new RateLimiter(settings, scope.Length == 0 ? _client.Settings.Name : _client.Settings.Name + "/" + scope, _shared, _client.Time, _client.Log);
        }
        kept.Rates.Add(scope, limiter);
        return limiter;
    }

    private ConcurrencyLimiter? Places(ConcurrencySettings? settings, string scope, Kept kept)
    {
        if (settings is null)
        {
            return null;
        }
        if (_kept.Places.TryGetValue(scope, out var limiter))
        {
            limiter.Change(settings);
        }
        else
        {
            limiter = new ConcurrencyLimiter(settings);
        }
        kept.Places.Add(scope, limiter);
        return limiter;
    }

    private CircuitBreaker? Breaker(BreakerSettings settings, string key, string? scope, Kept kept)
    {
        if (!settings.Enabled)
        {
            return null;
        }
        if (kept.Breakers.TryGetValue(key, out var breaker))
        {
            return breaker;
        }
        if (_kept.Breakers.TryGetValue(key, out breaker))
        {
            breaker.Change(settings);
        }
        else
        {
            breaker = new CircuitBreaker(settings, scope, _client);
        }
        kept.Breakers.Add(key, breaker);
        return breaker;
    }

    /// <summary>What has a state, by what it is for: the client (empty), a further host, an operation.</summary>
    private sealed class Kept
    {
        public Dictionary<string, RateLimiter> Rates { get; } = new(StringComparer.OrdinalIgnoreCase);

        public Dictionary<string, ConcurrencyLimiter> Places { get; } = new(StringComparer.OrdinalIgnoreCase);

        public Dictionary<string, CircuitBreaker> Breakers { get; } = new(StringComparer.OrdinalIgnoreCase);
    }
}
