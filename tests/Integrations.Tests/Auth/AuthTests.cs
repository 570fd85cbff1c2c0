using System.Net;
using Integrations.Auth;
using Integrations.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace Integrations.Tests.Auth;

public sealed class AuthTests
{
    private static readonly OperationDescriptor s_get = new("GET", "/x");

    [Fact]
    public async Task Each_scheme_puts_its_secret_where_it_belongs()
    {
        var handler = new StubHandler(_ => StubHandler.Status(HttpStatusCode.OK));
        var api = Api.Over(
            handler,
            s_get,
            options =>
            {
                options.Settings["Auth:Username"] = "Aladdin";
                options.Settings["Auth:Password"] = "open sesame";
                options.Settings["Auth:Key"] = "k=1&2";
            },
            [new BasicAuthAttribute(), new ApiKeyAuthAttribute("X-Api-Key"), new ApiKeyAuthAttribute("api key") { In = ApiKeyLocation.Query }, new ApiKeyAuthAttribute("sid") { In = ApiKeyLocation.Cookie }]);
        var request = Api.Request(s_get, "/x?a=1");
        request.CookieString("theme", "dark");
        await api.SendAsync(request, default);

        var message = Assert.Single(handler.Requests);
        // RFC 7617, section 2.
        Assert.Equal("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==", message.Headers.NonValidated["Authorization"].ToString());
        Assert.Equal("k=1&2", message.Headers.NonValidated["X-Api-Key"].ToString());
        Assert.Equal("/x?a=1&api%20key=k%3D1%262", message.RequestUri!.PathAndQuery);
        Assert.Equal("theme=dark; sid=k=1&2", message.Headers.NonValidated["Cookie"].ToString());
    }

    [Fact]
    public async Task A_changed_secret_works_without_a_restart_and_a_removed_one_fails_the_call()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Integrations:Shop:Auth:Token", "one")]).Build();
        var handler = new StubHandler(_ => StubHandler.Status(HttpStatusCode.OK));
        var api = Api.Over(handler, s_get, options => options.Configuration = configuration, [new BearerAuthAttribute { Scheme = "Bot" }]);
        await api.SendAsync(Api.Request(s_get), default);
        configuration["Integrations:Shop:Auth:Token"] = "two";
        await api.SendAsync(Api.Request(s_get), default);
        Assert.Equal(["Bot one", "Bot two"], handler.Requests.Select(r => r.Headers.NonValidated["Authorization"].ToString()));

        configuration["Integrations:Shop:Auth:Token"] = null;
        var exception = await Assert.ThrowsAsync<IntegrationConfigurationException>(() => api.SendAsync(Api.Request(s_get), default));
        Assert.Contains("Integrations:Shop:Auth:Token is missing", exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, handler.Count);
    }

    [Theory]
    [InlineData("http://shop.example.com", false, false)]
    [InlineData("http://shop.example.com", true, true)]
    [InlineData("http://127.0.0.1:5000", false, true)]
    [InlineData("http://[::1]:5000", false, true)]
    [InlineData("http://localhost", false, true)]
    [InlineData("https://shop.example.com", false, true)]
    public async Task Credentials_go_over_plain_http_only_to_this_machine_or_where_that_is_allowed(string address, bool allowed, bool sent)
    {
        var handler = new StubHandler(_ => StubHandler.Status(HttpStatusCode.OK));
        var api = Api.Over(
            handler,
            s_get,
            options =>
            {
                options.BaseAddress = address;
                options.Settings["Auth:Token"] = "token";
                options.Settings["AllowInsecureHttp"] = allowed ? "true" : "false";
            },
            [new BearerAuthAttribute()]);
        if (sent)
        {
            await api.SendAsync(Api.Request(s_get), default);
        }
        else
        {
            var exception = await Assert.ThrowsAsync<IntegrationConfigurationException>(() => api.SendAsync(Api.Request(s_get), default));
            Assert.Contains("Integrations:Shop:AllowInsecureHttp", exception.Message, StringComparison.Ordinal);
        }
        Assert.Equal(sent ? 1 : 0, handler.Count);
    }

    [Fact]
    public async Task A_secret_with_a_line_break_is_refused_and_not_told()
    {
        var api = Api.Over(new StubHandler(_ => StubHandler.Status(HttpStatusCode.OK)), s_get, options => options.Settings["Auth:Key"] = "canary\nX-Admin: 1", [new ApiKeyAuthAttribute("X-Key")]);
        var exception = await Assert.ThrowsAsync<IntegrationConfigurationException>(() => api.SendAsync(Api.Request(s_get), default));
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_credential_is_refreshed_once_and_the_request_sent_once_more()
    {
        var authenticator = new Rotating();
        var handler = new StubHandler((_, request, _) => Task.FromResult(StubHandler.Status(request.Headers.NonValidated["Authorization"].ToString() == "2" ? HttpStatusCode.OK : HttpStatusCode.Unauthorized)));
        var post = new OperationDescriptor("POST", "/x");
        await Api.Over(handler, post, options => options.Authenticators.Add(authenticator)).SendAsync(Api.Request(post), default);
        Assert.Equal((2, 1), (handler.Count, authenticator.Refreshes));

        var refusing = new StubHandler(_ => StubHandler.Status(HttpStatusCode.Unauthorized));
        await Assert.ThrowsAsync<ApiException>(() => Api.Over(refusing, post, options => options.Authenticators.Add(authenticator)).SendAsync(Api.Request(post), default));
        Assert.Equal(2, refusing.Count);
    }

    [Fact]
    public async Task A_failing_authenticator_fails_the_call_and_not_the_breaker()
    {
        var handler = new StubHandler(_ => StubHandler.Status(HttpStatusCode.OK));
        var api = Api.Over(handler, s_get, options => options.Authenticators.Add(new Failing()));
        for (var i = 0; i < 20; i++)
        {
            await Assert.ThrowsAsync<NotSupportedException>(() => api.SendAsync(Api.Request(s_get), default));
        }
        Assert.Equal(0, handler.Count);
    }

    private sealed class Rotating : IRequestAuthenticator
    {
        public int Refreshes { get; private set; }

        public ValueTask AuthenticateAsync(HttpRequestMessage request, OperationDescriptor operation, CancellationToken cancellationToken)
        {
            request.Headers.TryAddWithoutValidation("Authorization", Refreshes == 0 ? "1" : "2");
            return default;
        }

        public ValueTask<bool> TryRefreshAsync(HttpResponseMessage response, CancellationToken cancellationToken)
        {
            Refreshes++;
            return new(true);
        }
    }

    private sealed class Failing : IRequestAuthenticator
    {
        public ValueTask AuthenticateAsync(HttpRequestMessage request, OperationDescriptor operation, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
