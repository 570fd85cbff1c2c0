using System.Data.Common;
using System.Globalization;
using System.Text;
using Integrations.Storage;

namespace Integrations.Benchmarks.Store;

/// <summary>A process that may be killed at any moment: takes leases, writes under them, sends what it wrote.</summary>
internal sealed class Worker(Target target, IStore store, string name, bool isUnguarded)
{
    public const string Command = "worker";
    public static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(2);
    private const string Queue = "sink";
    private static readonly TimeSpan Visibility = TimeSpan.FromSeconds(3);

    private volatile bool _isStopping;

    public static async Task<int> RunAsync(Target target, string name, bool isUnguarded)
    {
        await using var store = target.CreateStore();
        await store.PrepareAsync();
        await store.TransactAsync((transaction, _) => ExecuteAsync(transaction, $"insert into ready (at) values ({(target.IsPostgres ? "micros(clock_timestamp())" : "cast(unixepoch('subsec') * 1000000 as integer)")})"));
        var worker = new Worker(target, store, name, isUnguarded);
        _ = Task.Run(async () =>
        {
            // The parent says stop, or is gone.
            await Console.In.ReadLineAsync();
            worker._isStopping = true;
        });
        // The first only asks, and leaves what it gets to others: whoever waits for a lease must ask all the time.
        var holders = Enumerable.Range(0, target.IsPostgres ? 5 : 17).Select(i => Task.Run(() => worker.HoldAsync(i)));
        var senders = Enumerable.Range(0, target.IsPostgres ? 2 : 4).Select(_ => Task.Run(worker.SendAsync));
        await Task.WhenAll([.. holders, .. senders]);
        return 0;
    }

    private async Task HoldAsync(int index)
    {
        var random = new Random(HashCode.Combine(name, index));
        var isWatcher = index == 0;
        var held = new List<Task>();
        for (var i = random.Next(Target.Names); !_isStopping; i++)
        {
            var lease = await store.Leases.TryAcquireAsync(Target.NameOf(i % Target.Names), name, LeaseTime);
            if (lease is null)
            {
                await Task.Delay(isWatcher ? random.Next(1, 6) : random.Next(20, 60));
                continue;
            }
            held.RemoveAll(static task => task.IsCompletedSuccessfully);
            held.Add(UseAsync(lease, random.Next()));
            if (!isWatcher)
                await held[^1];
        }
        await Task.WhenAll(held);
    }

    private async Task UseAsync(Lease lease, int seed)
    {
        var random = new Random(seed);
        try
        {
            for (var round = random.Next(1, 4); round > 0; round--)
            {
                await WriteAsync(lease);
                // One in fifty stands still until its lease has ended, and goes on as if nothing had been.
                await Task.Delay(random.Next(50) == 0 ? LeaseTime + TimeSpan.FromMilliseconds(random.Next(300, 1_500)) : TimeSpan.FromMilliseconds(random.Next(2, 15)));
                await WriteAsync(lease);
                lease = await store.Leases.RenewAsync(lease);
            }
            // One in ten is left to end by itself.
            if (random.Next(10) != 0)
                await store.Leases.ReleaseAsync(lease);
        }
        catch (LeaseLostException)
        {
            await store.TransactAsync((transaction, _) => ExecuteAsync(transaction, "insert into refused (name, token) values (@name, @token)", ("name", lease.Name), ("token", lease.Token)));
        }
    }

    private Task WriteAsync(Lease lease) => store.TransactAsync(async (transaction, token) =>
    {
        if (!isUnguarded)
            await store.Leases.GuardAsync(transaction, lease, token);
        var n = await ExecuteAsync(transaction, "update state set n = n + 1 where name = @name returning n", ("name", lease.Name));
        await ExecuteAsync(
            transaction,
            $"insert into write (name, n, token, held) values (@name, @n, @token, (select token from {target.LeaseTable} where name = @name))",
            ("name", lease.Name), ("n", n), ("token", lease.Token));
        await store.Outbox.AppendAsync(transaction, new() { Queue = Queue, Key = Target.KeyOf(lease.Name), Payload = Encoding.ASCII.GetBytes($"{lease.Name}:{n}") }, token);
        await store.Log.AppendAsync(transaction, lease.Name, n - 1, [new() { Type = "written" }], token);
    });

    private async Task SendAsync()
    {
        var random = new Random();
        while (true)
        {
            var rows = await store.Outbox.ClaimAsync(Queue, 10, Visibility);
            foreach (var row in rows)
            {
                if (random.Next(50) == 0 && !_isStopping)
                {
                    await store.Outbox.FailAsync(row, "by chance", TimeSpan.FromMilliseconds(100));
                    continue;
                }
                await SinkAsync(row);
                // One in two hundred takes longer than its claim lasts.
                if (random.Next(200) == 0)
                    await Task.Delay(Visibility + TimeSpan.FromMilliseconds(500));
                await store.Outbox.CompleteAsync(row);
            }
            if (rows.Count > 0)
                continue;
            if (_isStopping && await IsEmptyAsync())
                return;
            await store.Signals.WaitAsync(Queue, TimeSpan.FromMilliseconds(200));
        }
    }

    private Task SinkAsync(OutboxRow row) => store.TransactAsync(async (transaction, token) =>
    {
        var id = Encoding.ASCII.GetString(row.Payload.Span);
        if (!await store.Inbox.MarkAsync(transaction, "sink", id, token))
            return;
        var parts = id.Split(':');
        await ExecuteAsync(transaction, "insert into sink (name, n) values (@name, @n)", ("name", parts[0]), ("n", long.Parse(parts[1], CultureInfo.InvariantCulture)));
    });

    private async Task<bool> IsEmptyAsync()
    {
        await using var connection = await target.ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = target.IsPostgres ? "select count(*) from integrations.outbox" : "select count(*) from integrations_outbox";
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) == 0;
    }

    private static async Task<long> ExecuteAsync(DbTransaction transaction, string sql, params (string Name, object Value)[] parameters)
    {
        await using var command = transaction.Connection!.CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, sql);
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
