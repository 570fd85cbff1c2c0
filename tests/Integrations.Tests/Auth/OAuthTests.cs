using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Integrations.Http;
using Integrations.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Integrations.Tests.Auth;

public sealed class OAuthTests
{
    private static readonly OperationDescriptor s_get = new("GET", "/x");

    [Fact]
    public async Task One_request_for_a_token_however_many_callers_wait_and_the_token_on_every_call()
    {
        var gate = new TaskCompletionSource();
        var stub = new Stub { BeforeToken = () => gate.Task };
        var api = Over(stub);
        var calls = Enumerable.Range(0, 200).Select(_ => Task.Run(() => api.SendAsync(Api.Request(s_get), default))).ToList();
        await Task.Delay(50);
        Assert.Empty(stub.Calls);
        gate.SetResult();
        await Task.WhenAll(calls);
        Assert.Equal(1, stub.TokenRequests);
        Assert.Equal(200, stub.Calls.Count(authorization => authorization == "Bearer t1"));
    }

    [Fact]
    public async Task A_caller_that_gives_up_does_not_end_the_request_of_the_others()
    {
        var gate = new TaskCompletionSource();
        var stub = new Stub { BeforeToken = () => gate.Task };
        var api = Over(stub);
        using var source = new CancellationTokenSource();
        var first = api.SendAsync(Api.Request(s_get), source.Token);
        var second = api.SendAsync(Api.Request(s_get), default);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.WaitAsync(Storefront.Patience));
        gate.SetResult();
        await second.WaitAsync(Storefront.Patience);
        Assert.Equal(1, stub.TokenRequests);
    }

    [Fact]
    public async Task A_token_is_renewed_in_the_background_before_it_expires_and_is_not_used_after()
    {
        var clock = Storefront.Clock();
        var stub = new Stub { Life = "100" };
        // The random part is 0: the renewal begins a tenth of the life before its end.
        var api = Over(stub, options => options.TimeProvider = clock);
        await api.SendAsync(Api.Request(s_get), default);
        clock.Advance(TimeSpan.FromSeconds(89));
        await api.SendAsync(Api.Request(s_get), default);
        Assert.Equal(1, stub.TokenRequests);

        clock.Advance(TimeSpan.FromSeconds(2));
        await api.SendAsync(Api.Request(s_get), default);
        await Until(() => stub.TokenRequests == 2);
        await Until(() =>
        {
            api.SendAsync(Api.Request(s_get), default).GetAwaiter().GetResult();
            return stub.Calls.Last() == "Bearer t2";
        });
        Assert.Equal(["Bearer t1", "Bearer t1", "Bearer t1"], stub.Calls.Take(3));

        clock.Advance(TimeSpan.FromSeconds(101));
        await api.SendAsync(Api.Request(s_get), default);
        Assert.Equal("Bearer t3", stub.Calls.Last());
        Assert.Equal(3, stub.TokenRequests);
    }

    [Fact]
    public async Task A_renewal_that_fails_leaves_the_old_token_in_use_until_it_expires()
    {
        var clock = Storefront.Clock();
        var stub = new Stub { Life = "100" };
        var api = Over(stub, options => options.TimeProvider = clock);
        await api.SendAsync(Api.Request(s_get), default);
        stub.TokenStatus = HttpStatusCode.ServiceUnavailable;
        clock.Advance(TimeSpan.FromSeconds(95));
        await api.SendAsync(Api.Request(s_get), default);
        await Until(() => stub.TokenRequests == 2);
        await api.SendAsync(Api.Request(s_get), default);
        Assert.All(stub.Calls, authorization => Assert.Equal("Bearer t1", authorization));

        clock.Advance(TimeSpan.FromSeconds(6));
        var exception = await Assert.ThrowsAsync<ApiAuthenticationException>(() => api.SendAsync(Api.Request(s_get), default));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Shop"), (exception.Status, exception.Integration));
        // A failed renewal does not give an expired token more time.
        await Assert.ThrowsAsync<ApiAuthenticationException>(() => api.SendAsync(Api.Request(s_get), default));
        Assert.Equal(3, stub.Calls.Count);

        stub.TokenStatus = HttpStatusCode.OK;
        await api.SendAsync(Api.Request(s_get), default);
    }

    [Fact]
    public async Task A_refused_token_is_replaced_once_for_all_callers_and_each_request_sent_once_more()
    {
        var clock = Storefront.Clock();
        var stub = new Stub();
        var api = Over(stub, options => options.TimeProvider = clock);
        await api.SendAsync(Api.Request(s_get), default);
        clock.Advance(TimeSpan.FromSeconds(5));
        stub.Accepted = "Bearer t2";
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => api.SendAsync(Api.Request(s_get), default))));
        Assert.Equal(2, stub.TokenRequests);

        // Where every token is refused the token endpoint is spared.
        stub.Accepted = "nothing";
        for (var i = 0; i < 20; i++)
        {
            using var response = await api.SendResponseAsync(Api.Request(s_get), default);
            Assert.Equal(HttpStatusCode.Unauthorized, response.Status);
        }
        Assert.Equal(2, stub.TokenRequests);
    }

    [Theory]
    [InlineData(OAuth2ClientAuthentication.Basic)]
    [InlineData(OAuth2ClientAuthentication.Post)]
    public async Task The_request_is_as_the_rfc_says(OAuth2ClientAuthentication method)
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Request.Path == "/token"
            ? context.Response.WriteAsync("""{"access_token":"abc","token_type":"bearer","expires_in":3600,"more":{"a":[1]}}""")
            : Task.CompletedTask);
        var api = Api.Over(
            new SocketsHttpHandler { AllowAutoRedirect = false },
            s_get,
            options =>
            {
                options.BaseAddress = server.Address;
                options.Settings["Auth:ClientId"] = "my client";
                options.Settings["Auth:ClientSecret"] = "p:ss&w+rd=é";
                options.Settings["Auth:TokenEndpoint"] = server.Address + "/token";
            },
            [new OAuth2ClientCredentialsAttribute { Scopes = ["read:a", "write b"], Audience = "https://shop", ClientAuthentication = method }]);
        await api.SendAsync(Api.Request(s_get), default);

        var (token, call) = (server.Requests.First(), server.Requests.Last());
        Assert.Equal(("POST", "/token", "application/x-www-form-urlencoded"), (token.Method, token.Target, token.Headers["Content-Type"]));
        const string Fields = "grant_type=client_credentials&scope=read%3Aa+write+b&audience=https%3A%2F%2Fshop";
        if (method == OAuth2ClientAuthentication.Basic)
        {
            Assert.Equal("Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes("my+client:p%3Ass%26w%2Brd%3D%C3%A9")), token.Headers["Authorization"]);
            Assert.Equal(Fields, token.Body);
        }
        else
        {
            Assert.False(token.Headers.ContainsKey("Authorization"));
            Assert.Equal(Fields + "&client_id=my+client&client_secret=p%3Ass%26w%2Brd%3D%C3%A9", token.Body);
        }
        Assert.Equal("Bearer abc", call.Headers["Authorization"]);
    }

    [Theory]
    [InlineData(200, """{"access_token":"a b"}""", "gave no token")]
    [InlineData(200, """{"token":"a"}""", "gave no token")]
    [InlineData(200, "<html>", "gave no token")]
    [InlineData(200, "[]", "gave no token")]
    [InlineData(200, """{"access_token":"a","token_type":"mac"}""", "another type")]
    [InlineData(302, "", "answered 302")]
    [InlineData(401, """{"error":"invalid_client","error_description":"canary-secret is wrong"}""", "answered 401 (invalid_client)")]
    [InlineData(400, """{"error":"canary-secret"}""", "answered 400.")]
    public async Task An_endpoint_that_gives_no_token_is_a_typed_error_that_tells_no_secret(int status, string body, string says)
    {
        var stub = new Stub { TokenStatus = (HttpStatusCode)status, TokenBody = body };
        var api = Over(stub, options => options.Settings["Auth:ClientSecret"] = "canary-secret");
        var exception = await Assert.ThrowsAsync<ApiAuthenticationException>(() => api.SendAsync(Api.Request(s_get), default));
        Assert.Contains(says, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
        Assert.Empty(stub.Calls);
        Assert.Equal(1, stub.TokenRequests);
    }

    [Fact]
    public async Task A_changed_secret_gives_another_token_without_a_restart()
    {
        var configuration = new Microsoft.Extensions.Configuration.ConfigurationManager { ["Integrations:Shop:Auth:ClientSecret"] = "one" };
        var stub = new Stub();
        var api = Over(stub, options =>
        {
            options.Settings.Remove("Auth:ClientSecret");
            options.Configuration = configuration;
        });
        await api.SendAsync(Api.Request(s_get), default);
        configuration["Integrations:Shop:Auth:ClientSecret"] = "two";
        await api.SendAsync(Api.Request(s_get), default);
        Assert.Equal(["Bearer t1", "Bearer t2"], stub.Calls);
    }

    [Theory]
    [InlineData("http://auth.example.com/token", null, null, "plain http")]
    [InlineData("ftp://auth.example.com/token", null, null, "no absolute https address")]
    [InlineData(null, "https://auth.example.com/token", null, "without your word")]
    [InlineData(null, "https://auth.example.com/token", "auth.example.com", null)]
    [InlineData(null, "/oauth/token", null, null)]
    [InlineData(null, null, null, "Integrations:Shop:Auth:TokenEndpoint is missing")]
    public async Task Secrets_go_only_to_an_endpoint_that_the_user_names_or_the_clients_own_origin(string? configured, string? document, string? trusted, string? problem)
    {
        var stub = new Stub();
        var definition = new IntegrationDefinition("Shop")
        {
            BaseAddress = "https://shop.example.com/v1",
            Operations = [s_get],
            Auth = [new OAuth2ClientCredentialsAttribute()],
            Servers = trusted is null ? [] : [new TrustedServerAttribute(trusted)],
            SecuritySchemes = [new SecurityScheme("oauth", SecuritySchemeKind.OAuth2) { TokenUrl = document }],
        };
        var api = Api.Of(definition, stub, options =>
        {
            options.Settings["Auth:ClientId"] = "id";
            options.Settings["Auth:ClientSecret"] = "secret";
            options.Settings["Auth:TokenEndpoint"] = configured;
        });
        if (problem is null)
        {
            await api.SendAsync(Api.Request(s_get), default);
            Assert.Equal(new Uri(new Uri("https://shop.example.com/v1"), document), stub.Endpoint);
        }
        else
        {
            Assert.Contains(problem, (await Assert.ThrowsAsync<IntegrationConfigurationException>(() => api.SendAsync(Api.Request(s_get), default))).Message, StringComparison.Ordinal);
            Assert.Equal(0, stub.TokenRequests);
        }
    }

    [Fact]
    public async Task Expiry_after_expiry_under_load_costs_one_request_each()
    {
        var clock = Storefront.Clock();
        var stub = new Stub { Life = "60", BeforeToken = async () => await Task.Delay(2) };
        var api = Over(stub, options => options.TimeProvider = clock);
        for (var expiry = 1; expiry <= 20; expiry++)
        {
            await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => api.SendAsync(Api.Request(s_get), default))));
            Assert.Equal(expiry, stub.TokenRequests);
            clock.Advance(TimeSpan.FromSeconds(61));
        }
        Assert.DoesNotContain(stub.Calls, string.IsNullOrEmpty);
    }

    internal static async Task Until(Func<bool> condition)
    {
        for (var i = 0; !condition(); i++)
        {
            Assert.True(i < 2000, "It did not come to that in time.");
            await Task.Delay(10);
        }
    }

    private static ApiClient Over(Stub stub, Action<ClientOptions>? configure = null) => Api.Over(
        stub,
        s_get,
        options =>
        {
            options.Settings["Auth:ClientId"] = "id";
            options.Settings["Auth:ClientSecret"] = "secret";
            configure?.Invoke(options);
        },
        [new OAuth2ClientCredentialsAttribute { TokenEndpoint = "https://auth.example.com/token" }]);

    /// <summary>A token endpoint, and an API that takes one token or any.</summary>
    private sealed class Stub : HttpMessageHandler
    {
        private int _tokens;

        public ConcurrentQueue<string> Calls { get; } = new();

        public Uri? Endpoint { get; private set; }

        public int TokenRequests => _tokens;

        public Func<Task> BeforeToken { get; init; } = () => Task.CompletedTask;

        public string Life { get; init; } = "3600";

        public string? Accepted { get; set; }

        public HttpStatusCode TokenStatus { get; set; } = HttpStatusCode.OK;

        public string? TokenBody { get; init; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath.EndsWith("/token", StringComparison.Ordinal))
            {
                Endpoint = request.RequestUri;
                var number = Interlocked.Increment(ref _tokens);
                await BeforeToken();
                return StubHandler.Json(TokenBody ?? $$"""{"access_token":"t{{number}}","expires_in":"{{Life}}","token_type":"Bearer"}""", TokenStatus);
            }
            var authorization = request.Headers.NonValidated.TryGetValues("Authorization", out var values) ? values.ToString() : "";
            Calls.Enqueue(authorization);
            return StubHandler.Status(Accepted is null || Accepted == authorization ? HttpStatusCode.OK : HttpStatusCode.Unauthorized);
        }
    }
}
