namespace Integrations.Store.Tests;

public abstract partial class StoreTests
{
    [Fact]
    public async Task A_lease_has_one_holder()
    {
        var lease = await Store.Leases.TryAcquireAsync("job", "a", Minute);
        Assert.NotNull(lease);
        Assert.Null(await Store.Leases.TryAcquireAsync("job", "b", Minute));
        Assert.Null(await Store.Leases.TryAcquireAsync("job", "a", Minute));
        Assert.NotNull(await Store.Leases.TryAcquireAsync("other job", "b", Minute));
        Assert.InRange(lease.Remaining, TimeSpan.FromSeconds(50), Minute);
        Assert.InRange((lease.ExpiresAt - lease.AcquiredAt).TotalSeconds, 59.9, 60.1);
    }

    [Fact]
    public async Task A_lease_that_is_released_is_free_and_its_next_token_is_greater()
    {
        var first = (await Store.Leases.TryAcquireAsync("job", "a", Minute))!;
        Assert.True(await Store.Leases.ReleaseAsync(first));
        Assert.False(await Store.Leases.ReleaseAsync(first));
        var second = (await Store.Leases.TryAcquireAsync("job", "b", Minute))!;
        Assert.True(second.Token > first.Token);
        Assert.False(await Store.Leases.ReleaseAsync(first));
        await Assert.ThrowsAsync<LeaseLostException>(() => Store.Leases.RenewAsync(first));
        Assert.Null(await Store.Leases.TryAcquireAsync("job", "c", Minute));
    }

    [Fact]
    public async Task A_lease_that_ended_goes_to_another_and_its_holder_is_told()
    {
        var first = (await Store.Leases.TryAcquireAsync("job", "a", TimeSpan.FromMilliseconds(50)))!;
        await Task.Delay(100);
        Assert.Equal(TimeSpan.Zero, first.Remaining);
        await Assert.ThrowsAsync<LeaseLostException>(() => Store.Leases.RenewAsync(first));
        var second = (await Store.Leases.TryAcquireAsync("job", "b", Minute))!;
        Assert.True(second.Token > first.Token);
        Assert.True(second.AcquiredAt >= first.ExpiresAt);
        var lost = await Assert.ThrowsAsync<LeaseLostException>(() => Do(transaction => Store.Leases.GuardAsync(transaction, first)));
        Assert.Equal(first.Token, lost.Lease.Token);
        await Do(transaction => Store.Leases.GuardAsync(transaction, second));
    }

    [Fact]
    public async Task Renewing_prolongs_a_lease_under_the_same_token()
    {
        var lease = (await Store.Leases.TryAcquireAsync("job", "a", TimeSpan.FromMilliseconds(500)))!;
        for (var i = 0; i < 6; i++)
        {
            await Task.Delay(150);
            var renewed = await Store.Leases.RenewAsync(lease);
            Assert.True(renewed.ExpiresAt > lease.ExpiresAt);
            Assert.Equal((lease.Token, lease.AcquiredAt), (renewed.Token, renewed.AcquiredAt));
            lease = renewed;
        }
        Assert.Null(await Store.Leases.TryAcquireAsync("job", "b", Minute));
    }

    [Fact]
    public async Task A_guarded_write_of_a_former_holder_is_not_there()
    {
        await Do(transaction => ExecuteAsync(transaction, "create table balance (amount integer)"));
        var first = (await Store.Leases.TryAcquireAsync("job", "a", TimeSpan.FromMilliseconds(1)))!;
        await Task.Delay(50);
        Assert.NotNull(await Store.Leases.TryAcquireAsync("job", "b", Minute));
        await Assert.ThrowsAsync<LeaseLostException>(() => Do(async transaction =>
        {
            await ExecuteAsync(transaction, "insert into balance values (1)");
            await Store.Leases.GuardAsync(transaction, first);
        }));
        Assert.Equal(0L, await Engine.ScalarAsync("select count(*) from balance"));
    }

    [Fact]
    public async Task Of_many_that_want_a_lease_at_once_one_gets_it_and_tokens_rise()
    {
        await using var other = Engine.Create();
        var last = 0L;
        for (var round = 0; round < 20; round++)
        {
            var got = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => (i % 2 == 0 ? Store : other).Leases.TryAcquireAsync("job", "w" + i, Minute)));
            var lease = Assert.Single(got, static lease => lease is not null)!;
            Assert.True(lease.Token > last);
            last = lease.Token;
            Assert.True(await Store.Leases.ReleaseAsync(lease));
        }
    }

    [Fact]
    public async Task A_token_is_never_given_twice_however_a_lease_ends_while_it_is_asked_for()
    {
        var last = 0L;
        for (var taken = 0; taken < 60;)
        {
            if (await Store.Leases.TryAcquireAsync("job", "", TimeSpan.FromMilliseconds(2)) is not { } lease)
                continue;
            Assert.True(lease.Token > last, $"{lease.Token} after {last}, the {taken}th time");
            last = lease.Token;
            taken++;
        }
    }

    [Fact]
    public async Task What_is_no_lease_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Leases.TryAcquireAsync("", "a", Minute));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Leases.TryAcquireAsync("a\0b", "a", Minute));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Leases.TryAcquireAsync("half \ud800", "a", Minute));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Leases.TryAcquireAsync(new string('n', 201), "a", Minute));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.Leases.TryAcquireAsync("n", "a", TimeSpan.Zero));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.Leases.TryAcquireAsync("n", "a", TimeSpan.FromDays(31)));
    }
}
