namespace QuickStart.MisbehavingShop;

/// <summary>What really reached the shop during one stretch: the other end's view, which no client can embellish.</summary>
internal sealed class WireLog
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _byRequestId = new(StringComparer.Ordinal);
    private readonly List<TimeSpan> _arrivals = [];
    private readonly long _start = TimeProvider.System.GetTimestamp();

    /// <summary>Requests that arrived.</summary>
    public int Requests
    {
        get
        {
            lock (_lock)
                return _arrivals.Count;
        }
    }

    /// <summary>Requests beyond the first of each call. All attempts of a call carry the same <c>X-Request-ID</c>.</summary>
    public int Retries
    {
        get
        {
            lock (_lock)
                return _arrivals.Count - _byRequestId.Count;
        }
    }

    /// <summary>The longest time in which nothing arrived between two requests.</summary>
    public TimeSpan LongestSilence
    {
        get
        {
            lock (_lock)
            {
                var longest = TimeSpan.Zero;
                for (var i = 1; i < _arrivals.Count; i++)
                    longest = _arrivals[i] - _arrivals[i - 1] is var silence && silence > longest ? silence : longest;
                return longest;
            }
        }
    }

    /// <summary>Writes a request down.</summary>
    /// <param name="requestId">Its <c>X-Request-ID</c>; a request without one counts as a call of its own.</param>
    /// <returns>Its number within the stretch, from 1.</returns>
    public int Add(string? requestId)
    {
        lock (_lock)
        {
            _arrivals.Add(TimeProvider.System.GetElapsedTime(_start));
            var id = string.IsNullOrEmpty(requestId) ? "request " + _arrivals.Count : requestId;
            _byRequestId[id] = _byRequestId.GetValueOrDefault(id) + 1;
            return _arrivals.Count;
        }
    }
}
