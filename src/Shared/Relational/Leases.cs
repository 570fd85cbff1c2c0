using System.Data.Common;
using System.Diagnostics;

namespace Integrations.Storage.Relational;

internal sealed class Leases(RelationalStore store) : ILeases
{
    private const int OwnerLength = 200;

    // The row is made first and the token drawn while it is locked: drawn before, a token could be lower than one that somebody got, used and gave back meanwhile.
    private readonly string _acquire = $"""
        insert into {store.Dialect.Table("lease")} (name, owner, token, acquired_at, expires_at)
        values (@name, '', 0, {store.Dialect.Now}, {store.Dialect.Now})
        on conflict (name) do nothing;
        {store.Dialect.Advance($"exists (select 1 from {store.Dialect.Table("lease")} where name = @name and expires_at <= {store.Dialect.Now})")}
        update {store.Dialect.Table("lease")}
        set token = {store.Dialect.NextToken}, owner = @owner, acquired_at = {store.Dialect.Now}, expires_at = {store.Dialect.After("@duration")}
        where name = (select name from {store.Dialect.Table("lease")} where name = @name and expires_at <= {store.Dialect.Now} {store.Dialect.AndAdvanced} {store.Dialect.SkipLocked()})
        returning token, {store.Dialect.Micros("acquired_at")}, {store.Dialect.Micros("expires_at")};
        """;

    private readonly string _renew = $"""
        update {store.Dialect.Table("lease")} set expires_at = {store.Dialect.After("@duration")}
        where name = @name and token = @token and expires_at > {store.Dialect.Now}
        returning token, {store.Dialect.Micros("acquired_at")}, {store.Dialect.Micros("expires_at")}
        """;

    private readonly string _release = $"delete from {store.Dialect.Table("lease")} where name = @name and token = @token";

    private readonly string _guard = $"select 1 from {store.Dialect.Table("lease")} where name = @name and token = @token {store.Dialect.KeyShare}";

    public Task<Lease?> TryAcquireAsync(string name, string owner, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        Check.Name(name, nameof(name));
        ArgumentNullException.ThrowIfNull(owner);
        Check.Text(owner, OwnerLength, nameof(owner));
        return ChangeAsync(_acquire, name, owner, duration, 0, cancellationToken);
    }

    public async Task<Lease> RenewAsync(Lease lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return await ChangeAsync(_renew, lease.Name, lease.Owner, lease.Duration, lease.Token, cancellationToken).ConfigureAwait(false) ?? throw new LeaseLostException(lease);
    }

    public Task<bool> ReleaseAsync(Lease lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return store.TransactAsync(
            async (transaction, token) => await transaction.ExecuteAsync(_release, [("name", lease.Name), ("token", lease.Token)], token).ConfigureAwait(false) > 0,
            cancellationToken);
    }

    public async Task GuardAsync(DbTransaction transaction, Lease lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        if (await store.Joined(transaction).NumberAsync(_guard, [("name", lease.Name), ("token", lease.Token)], cancellationToken).ConfigureAwait(false) is null)
            throw new LeaseLostException(lease);
    }

    private Task<Lease?> ChangeAsync(string sql, string name, string owner, TimeSpan duration, long token, CancellationToken cancellationToken)
    {
        var micros = Check.Duration(duration, Times.Shortest, Times.Month, nameof(duration));
        var requested = Stopwatch.GetTimestamp();
        return store.TransactAsync(
            async (transaction, cancellation) =>
            {
                await using var command = transaction.Command(sql, ("name", name), ("owner", owner), ("token", token), ("duration", micros));
                await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
                return await reader.ReadAsync(cancellation).ConfigureAwait(false)
                    ? new Lease { Name = name, Owner = owner, Duration = duration, RequestedAt = requested, Token = reader.GetInt64(0), AcquiredAt = reader.Time(1), ExpiresAt = reader.Time(2) }
                    : null;
            },
            cancellationToken);
    }
}
