using Integrations.Http;
using Integrations.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Integrations.Tests.Auth;

public sealed class SecretSourceTests
{
    private static readonly OperationDescriptor s_get = new("GET", "/x");

    [Fact]
    public async Task A_secret_in_a_file_is_read_again_when_it_changes_links_included()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            // As Kubernetes does it: the file is a link over a link, and the one between is replaced.
            var (file, data) = (Path.Combine(folder.FullName, "token"), Path.Combine(folder.FullName, "..data"));
            Write(folder, "1", "one\n");
            Directory.CreateSymbolicLink(data, Path.Combine(folder.FullName, "1"));
            File.CreateSymbolicLink(file, Path.Combine(data, "token"));
            var (handler, clock) = (Ok(), Storefront.Clock());
            var api = Over(handler, clock, options => options.Settings["Auth:TokenFile"] = file);
            await api.SendAsync(Api.Request(s_get), default);

            Write(folder, "2", "two\r\n");
            Directory.Delete(data);
            Directory.CreateSymbolicLink(data, Path.Combine(folder.FullName, "2"));
            clock.Advance(TimeSpan.FromSeconds(1));
            await api.SendAsync(Api.Request(s_get), default);
            Assert.Equal(["Bearer one", "Bearer two"], Sent(handler));

            File.Delete(file);
            clock.Advance(TimeSpan.FromSeconds(1));
            var exception = await Assert.ThrowsAsync<IntegrationConfigurationException>(() => api.SendAsync(Api.Request(s_get), default));
            Assert.Contains("Integrations:Shop:Auth:TokenFile names a file that cannot be read", exception.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_refused_file_secret_is_read_at_once_and_the_request_sent_once_more()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, "one");
            var handler = new StubHandler((_, request, _) => Task.FromResult(StubHandler.Status(
                request.Headers.NonValidated["Authorization"].ToString() == "Bearer two" ? System.Net.HttpStatusCode.OK : System.Net.HttpStatusCode.Unauthorized)));
            var api = Over(handler, Storefront.Clock(), options => options.Settings["Auth:TokenFile"] = file);
            using (var refused = await api.SendResponseAsync(Api.Request(s_get), default))
            {
                Assert.Equal((401, 1), ((int)refused.Status, handler.Count));
            }
            await File.WriteAllTextAsync(file, "two");
            await api.SendAsync(Api.Request(s_get), default);
            Assert.Equal(3, handler.Count);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_file_that_is_missing_is_told_at_start_up_and_its_secret_never()
    {
        var exception = Assert.Throws<IntegrationConfigurationException>(() =>
            Storefront.Over(Ok(), configure: options =>
            {
                options.Settings.Remove("Auth:Token");
                options.Settings["Auth:TokenFile"] = "/nowhere/canary";
            }));
        Assert.Contains("Auth:TokenFile", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vault_is_asked_once_for_all_renewed_in_the_background_and_its_old_value_stays_while_it_fails()
    {
        var (handler, clock, vault) = (Ok(), Storefront.Clock(), new Vault { Answer = () => "one" });
        var api = Over(handler, clock, options => options.SecretSource = vault);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => api.SendAsync(Api.Request(s_get), default))));
        Assert.Equal((1, "Shop/Auth:Token"), (vault.Asked, vault.Key));

        vault.Answer = () => throw new IOException("canary");
        clock.Advance(TimeSpan.FromMinutes(5));
        await api.SendAsync(Api.Request(s_get), default);
        await OAuthTests.Until(() => vault.Asked == 2);
        await api.SendAsync(Api.Request(s_get), default);
        Assert.All(Sent(handler), sent => Assert.Equal("Bearer one", sent));

        vault.Answer = () => "two";
        await OAuthTests.Until(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(5));
            api.SendAsync(Api.Request(s_get), default).GetAwaiter().GetResult();
            return Sent(handler).Last() == "Bearer two";
        });
    }

    [Theory]
    [InlineData(false, "Integrations:Shop:Auth:Token is missing")]
    [InlineData(true, "could not be had of the vault (IOException)")]
    public async Task A_vault_without_the_secret_fails_the_call(bool fails, string says)
    {
        var handler = Ok();
        var api = Over(handler, Storefront.Clock(), options => options.SecretSource = new Vault { Answer = () => fails ? throw new IOException("canary") : null });
        var exception = await Assert.ThrowsAsync<IntegrationConfigurationException>(() => api.SendAsync(Api.Request(s_get), default));
        Assert.Contains(says, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, handler.Count);
    }

    [Fact]
    public async Task Configuration_wins_over_the_vault()
    {
        var (handler, vault) = (Ok(), new Vault { Answer = () => "vault" });
        var api = Over(handler, Storefront.Clock(), options =>
        {
            options.SecretSource = vault;
            options.Settings["Auth:Token"] = "configured";
        });
        await api.SendAsync(Api.Request(s_get), default);
        Assert.Equal("Bearer configured", Assert.Single(Sent(handler)));
        Assert.Equal(0, vault.Asked);
    }

    private static ApiClient Over(StubHandler handler, FakeTimeProvider clock, Action<ClientOptions> configure) => Api.Over(
        handler,
        s_get,
        options =>
        {
            options.TimeProvider = clock;
            configure(options);
        },
        [new BearerAuthAttribute()]);

    private static StubHandler Ok() => new(_ => StubHandler.Status(System.Net.HttpStatusCode.OK));

    private static List<string> Sent(StubHandler handler) => [.. handler.Requests.Select(request => request.Headers.NonValidated["Authorization"].ToString())];

    private static void Write(DirectoryInfo folder, string version, string text) =>
        File.WriteAllText(Path.Combine(folder.CreateSubdirectory(version).FullName, "token"), text);

    private sealed class Vault : ISecretSource
    {
        private int _asked;

        public Func<string?> Answer { get; set; } = () => null;

        public int Asked => _asked;

        public string? Key { get; private set; }

        public async ValueTask<string?> GetSecretAsync(string integration, string key, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _asked);
            Key = integration + "/" + key;
            await Task.Yield();
            return Answer();
        }
    }
}
