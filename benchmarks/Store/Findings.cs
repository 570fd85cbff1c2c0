using System.Data.Common;
using System.Globalization;
using Integrations.Storage;

namespace Integrations.Benchmarks.Store;

/// <summary>What the database says happened.</summary>
internal sealed class Findings
{
    private readonly List<long> _takeovers = [];
    private long _renewed, _released, _overlaps, _tokensNotRising, _writes, _stale, _refused, _sunk, _lost, _doubled, _outOfOrder, _left, _dead, _versionGaps, _skipped;

    private readonly List<long> _ready = [];
    private long _longestWithRestart;

    public long Acquired { get; private set; }

    public bool AreGood =>
        _overlaps + _tokensNotRising + _stale + _lost + _doubled + _outOfOrder + _left + _dead + _versionGaps + _skipped == 0 && _takeovers.DefaultIfEmpty().Max() <= 1_000_000;

    public static async Task<Findings> CheckAsync(Target target, HashSet<long> seenPositions)
    {
        var findings = new Findings();
        await using var connection = await target.ConnectAsync();
        // Where there is only one process, nobody can take over before it is back.
        if (!target.IsPostgres)
            await foreach (var row in RowsAsync(connection, "select at from ready order by at"))
                findings._ready.Add(Long(row[0]));
        await findings.CheckLeasesAsync(connection);
        await findings.CheckWritesAsync(connection);
        await findings.CheckOutboxAsync(connection, target.IsPostgres ? "integrations." : "integrations_");
        await findings.CheckLogAsync(connection, target.IsPostgres ? "integrations." : "integrations_", seenPositions);
        return findings;
    }

    public void Print(string title, int failed)
    {
        (string What, object Value)[] rows =
        [
            ("leases taken", Acquired), ("renewed", _renewed), ("released", _released), ("taken over after they ended", _takeovers.Count),
            ("two holders at once (wanted 0)", _overlaps), ("tokens that did not rise (0)", _tokensNotRising),
            ($"longest takeover after the end of a lease of {Worker.LeaseTime.TotalSeconds} s, ms (1,000)", _takeovers.DefaultIfEmpty().Max() / 1_000),
            ("the same, from the end of the lease although the only process was away, ms", _ready.Count == 0 ? 0 : _longestWithRestart / 1_000),
            ("takeover, median, ms", _takeovers.Count == 0 ? 0 : _takeovers.Order().ElementAt(_takeovers.Count / 2) / 1_000),
            ("guarded writes", _writes), ("stale (0)", _stale), ("writes and renewals refused as stale", _refused),
            ("outbox rows sunk", _sunk), ("lost (0)", _lost), ("doubled (0)", _doubled), ("out of their key's order (0)", _outOfOrder), ("left in the outbox (0)", _left), ("dead letters (0)", _dead),
            ("gaps in versions of the log (0)", _versionGaps), ("records that a running reader skipped (0)", _skipped), ("workers that ended by themselves (0)", failed),
        ];
        Console.WriteLine($"| {title} | |\n|---|---|");
        foreach (var (what, value) in rows)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {value:N0} |"));
    }

    private async Task CheckLeasesAsync(DbConnection connection)
    {
        var holders = new Dictionary<string, (long Token, long Expires)>();
        var highest = new Dictionary<string, long>();
        var tokens = new HashSet<long>();
        await foreach (var row in RowsAsync(connection, "select name, op, token, coalesce(old_token, 0), expires, at from audit where op <> 'INSERT' order by id"))
        {
            var (name, op, token, oldToken, expires, at) = ((string)row[0], (string)row[1], Long(row[2]), Long(row[3]), Long(row[4]), Long(row[5]));
            if (op == "DELETE")
            {
                _released++;
                _overlaps += holders.Remove(name, out var released) && released.Token == oldToken ? 0 : 1;
            }
            else if (token == oldToken)
            {
                _renewed++;
                _overlaps += holders.TryGetValue(name, out var held) && held.Token == token ? 0 : 1;
                holders[name] = (token, expires);
            }
            else
            {
                Acquired++;
                if (holders.TryGetValue(name, out var held))
                {
                    _overlaps += at < held.Expires ? 1 : 0;
                    _longestWithRestart = Math.Max(_longestWithRestart, at - held.Expires);
                    _takeovers.Add(at - Math.Max(held.Expires, _ready.LastOrDefault(ready => ready <= at)));
                }
                _tokensNotRising += token > highest.GetValueOrDefault(name) && tokens.Add(token) ? 0 : 1;
                highest[name] = token;
                holders[name] = (token, expires);
            }
        }
    }

    private async Task CheckWritesAsync(DbConnection connection)
    {
        var last = new Dictionary<string, long>();
        await foreach (var row in RowsAsync(connection, "select name, token, coalesce(held, 0) from write order by name, n"))
        {
            _writes++;
            var (name, token) = ((string)row[0], Long(row[1]));
            _stale += token != Long(row[2]) || token < last.GetValueOrDefault(name) ? 1 : 0;
            last[name] = Math.Max(token, last.GetValueOrDefault(name));
        }
        _refused = await NumberAsync(connection, "select count(*) from refused");
    }

    private async Task CheckOutboxAsync(DbConnection connection, string prefix)
    {
        _sunk = await NumberAsync(connection, "select count(*) from sink");
        _lost = await NumberAsync(connection, "select count(*) from write w where not exists (select 1 from sink s where s.name = w.name and s.n = w.n)");
        _doubled = _sunk - await NumberAsync(connection, "select count(*) from (select distinct name, n from sink) as one");
        _left = await NumberAsync(connection, $"select count(*) from {prefix}outbox");
        _dead = await NumberAsync(connection, $"select count(*) from {prefix}outbox_dead");
        var last = new Dictionary<string, long>();
        await foreach (var row in RowsAsync(connection, "select name, n from sink order by id"))
        {
            if (Target.KeyOf((string)row[0]) is not { } key)
                continue;
            _outOfOrder += Long(row[1]) == last.GetValueOrDefault(key) + 1 ? 0 : 1;
            last[key] = Long(row[1]);
        }
    }

    private async Task CheckLogAsync(DbConnection connection, string prefix, HashSet<long> seenPositions)
    {
        _versionGaps = await NumberAsync(connection, $"select count(*) from (select stream from {prefix}log group by stream having count(*) <> max(version) or min(version) <> 1) as bad");
        _versionGaps += Math.Abs(_writes - await NumberAsync(connection, $"select count(*) from {prefix}log"));
        await foreach (var row in RowsAsync(connection, $"select position from {prefix}log"))
            _skipped += seenPositions.Contains(Long(row[0])) ? 0 : 1;
    }

    private static long Long(object value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);

    private static async Task<long> NumberAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Long((await command.ExecuteScalarAsync())!);
    }

    private static async IAsyncEnumerable<object[]> RowsAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            yield return row;
        }
    }
}
