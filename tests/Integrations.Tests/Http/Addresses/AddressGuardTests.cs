using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Integrations.Http;
using Integrations.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Integrations.Tests.Http.Addresses;

/// <summary>Over real sockets: a server on the loopback interface that must not be reached, or only where it is allowed.</summary>
public sealed class AddressGuardTests
{
    private static readonly OperationDescriptor s_get = new("GET", "/x");
    private static readonly IPNetwork s_one = IPNetwork.Parse("127.0.0.1/32");

    /// <summary>Without the guard each of these reaches the server; that is tried first, so that the test can fail.</summary>
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    [InlineData("2130706433")]
    [InlineData("0x7f000001")]
    [InlineData("017700000001")]
    [InlineData("0177.0.0.1")]
    [InlineData("0x7f.0.0.1")]
    [InlineData("127.1")]
    [InlineData("127.0.1")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::ffff:7f00:1]")]
    public async Task Loopback_is_refused_however_it_is_written(string host)
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync("secret"));
        var address = new Uri($"http://{host}:{new Uri(server.Address).Port}/x");
        using var open = new HttpClient(new SocketsHttpHandler());
        Assert.Equal("secret", await open.GetStringAsync(address));
        server.Requests.Clear();

        using var guarded = Guarded(new AddressGuard());
        var refused = Assert.IsType<AddressRefusedException>((await Assert.ThrowsAsync<HttpRequestException>(() => guarded.GetAsync(address))).InnerException);
        Assert.Contains(address.IdnHost.Trim('[', ']'), refused.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("loopback (RFC 1122)", refused.AddressClass);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("http://0:{0}/")]
    [InlineData("http://0.0.0.0:{0}/")]
    [InlineData("http://127.0.0.1.:{0}/")]
    [InlineData("http://localhost.:{0}/")]
    [InlineData("http://[::1]:{0}/")]
    [InlineData("http://[fe80::1%25lo]:{0}/")]
    [InlineData("http://[::127.0.0.1]:{0}/")]
    [InlineData("http://[64:ff9b::7f00:1]:{0}/")]
    [InlineData("http://①②⑦.⓪.⓪.①:{0}/")]
    public async Task Other_forms_do_not_get_through(string template)
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync("secret"));
        using var guarded = Guarded(new AddressGuard());
        await Assert.ThrowsAsync<HttpRequestException>(() => guarded.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, template, new Uri(server.Address).Port)));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task One_address_that_is_not_public_refuses_the_host()
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync("secret"));
        using var client = Guarded(new AddressGuard { Resolve = (_, _) => Task.FromResult(new[] { IPAddress.Parse("8.8.8.8"), IPAddress.Loopback }) });
        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(At(server, "rebind.example.com")));
        Assert.Equal(("rebind.example.com", "loopback (RFC 1122)"), Facts(exception));
        Assert.Empty(server.Requests);
    }

    /// <summary>DNS rebinding: what was checked is what is connected to, and the next connection is checked anew.</summary>
    [Fact]
    public async Task A_resolver_that_changes_its_answer_changes_nothing_between_check_and_connection()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers.Connection = "close";
            return context.Response.WriteAsync("public");
        });
        var asked = 0;
        using var client = Guarded(new AddressGuard(s_one)
        {
            Resolve = (_, _) => Task.FromResult(new[] { IPAddress.Parse(Interlocked.Increment(ref asked) == 1 ? "127.0.0.1" : "127.0.0.2") }),
        });
        Assert.Equal("public", await client.GetStringAsync(At(server, "rebind.example.com")));
        Assert.Equal(1, asked);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(At(server, "rebind.example.com")));
        Assert.Equal((2, 1), (asked, server.Requests.Count));
    }

    [Fact]
    public async Task A_redirect_from_an_allowed_host_to_another_is_checked_again()
    {
        await using var inside = await LoopbackServer.StartAsync(context => context.Response.WriteAsync("secret"));
        await using var outside = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Redirect(At(inside, "metadata.example.com").AbsoluteUri);
            return Task.CompletedTask;
        });
        using var client = Guarded(new AddressGuard(s_one) { Resolve = (host, _) => Task.FromResult(new[] { IPAddress.Parse(host == "metadata.example.com" ? "127.0.0.2" : "127.0.0.1") }) });
        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(At(outside, "api.example.com")));
        Assert.Equal("metadata.example.com", Facts(exception).Host);
        Assert.Single(outside.Requests);
        Assert.Empty(inside.Requests);
    }

    [Fact]
    public async Task Tls_is_with_the_name_and_not_the_address()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=api.example.com", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var usable = X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        string? name = null;
        var served = Task.Run(async () =>
        {
            using var connection = await listener.AcceptTcpClientAsync();
            await using var tls = new SslStream(connection.GetStream());
            await tls.AuthenticateAsServerAsync((_, hello, _, _) =>
            {
                name = hello.ServerName;
                return new(new SslServerAuthenticationOptions { ServerCertificate = usable });
            }, null);
            await tls.ReadAtLeastAsync(new byte[16], 16);
            await tls.WriteAsync("HTTP/1.1 204 No Content\r\n\r\n"u8.ToArray());
        });
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, seen, _, _) => seen!.GetCertHashString() == usable.GetCertHashString();
        new AddressGuard(s_one) { Resolve = (_, _) => Task.FromResult(new[] { IPAddress.Loopback }) }.Protect(handler);
        using var client = new HttpClient(handler);
        using var response = await client.GetAsync(new Uri($"https://api.example.com:{((IPEndPoint)listener.LocalEndpoint).Port}/"));
        Assert.Equal((HttpStatusCode.NoContent, "api.example.com"), (response.StatusCode, name));
        await served.WaitAsync(Support.Storefront.Patience);
    }

    [Fact]
    public async Task An_address_that_does_not_answer_gives_way_to_the_next()
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync("ok"));
        // Nobody listens at 127.0.0.3, and ::1 has no such port.
        using var client = Guarded(new AddressGuard(IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128"))
        {
            Resolve = (_, _) => Task.FromResult(new[] { IPAddress.IPv6Loopback, IPAddress.Parse("127.0.0.3"), IPAddress.Loopback }),
        });
        Assert.Equal("ok", await client.GetStringAsync(At(server, "api.example.com")));
        server.Requests.Clear();
        using var none = Guarded(new AddressGuard(IPNetwork.Parse("127.0.0.0/8")) { Resolve = (_, _) => Task.FromResult(new[] { IPAddress.Parse("127.0.0.3"), IPAddress.Parse("127.0.0.4") }) });
        Assert.IsType<SocketException>((await Assert.ThrowsAsync<HttpRequestException>(() => none.GetAsync(At(server, "api.example.com")))).InnerException);
    }

    [Fact]
    public async Task A_proxy_of_the_environment_is_not_used_and_one_of_code_is_refused()
    {
        using var handler = new SocketsHttpHandler { Proxy = new WebProxy("http://proxy.example.com:3128") };
        Assert.Contains("proxy", Assert.Throws<InvalidOperationException>(() => new AddressGuard().Protect(handler)).Message, StringComparison.Ordinal);
        using var own = new SocketsHttpHandler { ConnectCallback = (_, _) => throw new NotSupportedException() };
        Assert.Throws<InvalidOperationException>(() => new AddressGuard().Protect(own));
        using var plain = new SocketsHttpHandler();
        new AddressGuard().Protect(plain);
        Assert.False(plain.UseProxy);

        var api = Client("https://api.example.com", options =>
        {
            options.PublicAddressesOnly = true;
            options.ConfigureTransport = transport => transport.Proxy = new WebProxy("http://proxy.example.com:3128");
        });
        var exception = await Assert.ThrowsAsync<IntegrationConfigurationException>(() => api.SendAsync(Api.Request(s_get), default));
        Assert.Contains("Integrations:Shop:PublicAddressesOnly cannot hold: the transport has a proxy", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("code")]
    [InlineData("configuration")]
    [InlineData("attribute")]
    public async Task A_client_says_what_was_refused_and_neither_retries_nor_breaks(string by)
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync("secret"));
        var api = Client(server.Address, options =>
        {
            options.PublicAddressesOnly = by == "code" ? true : null;
            options.Settings["PublicAddressesOnly"] = by == "configuration" ? "true" : null;
        }, by == "attribute" ? [new PublicAddressesOnlyAttribute()] : []);
        for (var i = 0; i < 12; i++)
        {
            var exception = await Assert.ThrowsAsync<AddressRefusedException>(() => api.SendAsync(Api.Request(s_get), default));
            Assert.Equal(("127.0.0.1", "loopback (RFC 1122)", 1, "Shop", s_get), (exception.Host, exception.AddressClass, exception.Attempts, exception.Integration, exception.Operation));
            Assert.Equal("Shop: GET /x was not sent to '127.0.0.1': it has an address that is loopback (RFC 1122), and only public ones are allowed.", exception.Message);
        }
        Assert.DoesNotContain(api.Pipelines.Current.Breakers(), static breaker => breaker.State == BreakerState.Open);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("AllowedNetworks", "10.0.0.0/8, 127.0.0.0/8")]
    [InlineData("AllowedNetworks:1", "127.0.0.0/8")]
    [InlineData("PublicAddressesOnly", "false")]
    public async Task Configuration_allows_networks_or_takes_the_guard_away(string key, string value)
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync("ok"));
        var api = Client(server.Address, options => options.Settings[key] = value, [new PublicAddressesOnlyAttribute { Allow = ["10.0.0.0/8"] }]);
        await api.SendAsync(Api.Request(s_get), default);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task What_is_wrong_with_the_guard_stops_calls()
    {
        foreach (var (key, value, told) in new[]
        {
            ("AllowedNetworks", "10.0.0.0/33", "Integrations:Shop:AllowedNetworks has an entry that is no network"),
            ("PublicAddressesOnly", "yes", "Integrations:Shop:PublicAddressesOnly is neither true nor false"),
        })
        {
            var api = Client("https://api.example.com", options => options.Settings[key] = value, [new PublicAddressesOnlyAttribute()]);
            Assert.Contains(told, (await Assert.ThrowsAsync<IntegrationConfigurationException>(() => api.SendAsync(Api.Request(s_get), default))).Message, StringComparison.Ordinal);
        }
        using var unguarded = new SocketsHttpHandler();
        var own = Client("https://api.example.com", options => (options.PrimaryHandler, options.PublicAddressesOnly) = (unguarded, true));
        Assert.Contains("AddressGuard.Protect", (await Assert.ThrowsAsync<IntegrationConfigurationException>(() => own.SendAsync(Api.Request(s_get), default))).Message, StringComparison.Ordinal);
    }

    private static ApiClient Client(string address, Action<ClientOptions> configure, IReadOnlyList<ServerAttribute>? servers = null) =>
        Api.Of(new IntegrationDefinition("Shop") { BaseAddress = address, Operations = [s_get], Servers = servers ?? [] }, null, configure);

    private static HttpClient Guarded(AddressGuard guard)
    {
        var handler = new SocketsHttpHandler();
        guard.Protect(handler);
        return new HttpClient(handler);
    }

    private static Uri At(LoopbackServer server, string host) => new($"http://{host}:{new Uri(server.Address).Port}/x");

    private static (string Host, string Class) Facts(HttpRequestException exception) =>
        exception.InnerException is AddressRefusedException refused ? (refused.Host, refused.AddressClass) : throw exception;
}
