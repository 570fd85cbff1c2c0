using System.Net;
using Integrations.Auth;
using Integrations.Tests.Support;

namespace Integrations.Tests.Auth;

public sealed class SecurityTests
{
    private static readonly SecurityScheme[] s_schemes =
    [
        new("oauth", SecuritySchemeKind.OAuth2),
        new("basic", SecuritySchemeKind.Basic),
        new("key", SecuritySchemeKind.ApiKey) { Parameter = "x-key" },
        new("app", SecuritySchemeKind.ApiKey) { Parameter = "X-App" },
        new("signature", SecuritySchemeKind.Other),
        new("mtls", SecuritySchemeKind.Other),
    ];

    [Theory]
    [InlineData(null, "bearer,key,app,signature")]
    [InlineData("oauth read", "bearer")]
    [InlineData("oauth | key", "bearer")]
    [InlineData("key | oauth", "key")]
    [InlineData("key + app", "key,app")]
    [InlineData("basic | key + app", "key,app")]
    [InlineData("basic + key | app", "app")]
    [InlineData(" | key", "key")]
    [InlineData("basic | ", "")]
    [InlineData("basic", "bearer,key,app,signature")]
    [InlineData("mtls | signature + key", "key,signature")]
    [InlineData("unheard-of", "bearer,key,app,signature")]
    public async Task An_operation_gets_the_credentials_of_the_first_alternative_that_the_client_has(string? security, string expected)
    {
        var operation = new OperationDescriptor("GET", "/x") { Security = security };
        var handler = new StubHandler(_ => StubHandler.Status(HttpStatusCode.OK));
        await Over(handler, operation, null).SendAsync(Api.Request(operation), default);
        Assert.Equal(expected, Sent(Assert.Single(handler.Requests)));
    }

    [Fact]
    public async Task What_the_document_says_for_all_counts_where_an_operation_says_nothing()
    {
        var (plain, own, none) = (new OperationDescriptor("GET", "/x"), new OperationDescriptor("GET", "/y") { Security = "app" }, new OperationDescriptor("GET", "/z") { Anonymous = true });
        var handler = new StubHandler(_ => StubHandler.Status(HttpStatusCode.OK));
        var api = Over(handler, plain, "key", own, none);
        foreach (var operation in new[] { plain, own, none })
        {
            await api.SendAsync(Api.Request(operation), default);
        }
        Assert.Equal(["key", "app", ""], handler.Requests.Select(Sent));
    }

    [Fact]
    public async Task The_scopes_that_the_operations_need_are_asked_for()
    {
        var (read, write) = (new OperationDescriptor("GET", "/x"), new OperationDescriptor("POST", "/x") { Security = "key | oauth write other" });
        string? asked = null;
        var handler = new StubHandler(async (_, request, cancellationToken) =>
        {
            asked = request.Content is null ? asked : await request.Content.ReadAsStringAsync(cancellationToken);
            return StubHandler.Json("""{"access_token":"t"}""");
        });
        var definition = new IntegrationDefinition("Shop")
        {
            BaseAddress = "https://shop.example.com",
            Operations = [read, write],
            SecuritySchemes = s_schemes,
            Security = "oauth read",
            Auth = [new OAuth2ClientCredentialsAttribute { TokenEndpoint = "https://shop.example.com/token" }],
        };
        await Api.Of(definition, handler, options =>
        {
            options.Settings["Auth:ClientId"] = "id";
            options.Settings["Auth:ClientSecret"] = "secret";
        }).SendAsync(Api.Request(read), default);
        Assert.Equal("grant_type=client_credentials&scope=other+read+write", asked);
    }

    [Fact]
    public async Task A_signer_signs_what_is_sent_body_included()
    {
        var post = new OperationDescriptor("POST", "/x");
        string? body = null;
        var handler = new StubHandler(async (_, request, cancellationToken) =>
        {
            body = await request.Content!.ReadAsStringAsync(cancellationToken);
            return StubHandler.Status(HttpStatusCode.OK);
        });
        var api = Api.Over(handler, post, options => options.Authenticators.Add(new Hmac()));
        var request = Api.Request(post);
        request.JsonBody<string, Integrations.Json.StringCodec>("héllo");
        await api.SendAsync(request, default);
        var expected = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData("\"héllo\""u8));
        Assert.Equal("\"héllo\"", body);
        Assert.Equal("POST /x " + expected, Assert.Single(handler.Requests).Headers.NonValidated["X-Signature"].ToString());

        var streamed = Api.Request(post);
        streamed.StreamBody(new NoSeek([1, 2, 3]), "application/octet-stream");
        var exception = await Assert.ThrowsAsync<NotSupportedException>(() => api.SendAsync(streamed, default));
        Assert.Contains("POST /x", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hash_of_no_body_is_that_of_nothing() =>
        Assert.Equal(Convert.FromHexString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"), await RequestBodyHash.Sha256Async(new HttpRequestMessage(), new("GET", "/x"), default));

    private static Integrations.Http.ApiClient Over(StubHandler handler, OperationDescriptor operation, string? security, params OperationDescriptor[] more) => Api.Of(
        new IntegrationDefinition("Shop")
        {
            BaseAddress = "https://shop.example.com",
            Operations = [operation, .. more],
            SecuritySchemes = s_schemes,
            Security = security,
            Auth = [new BearerAuthAttribute(), new ApiKeyAuthAttribute("X-Key"), new ApiKeyAuthAttribute("X-App") { Secret = "App" }],
        },
        handler,
        options =>
        {
            options.Settings["Auth:Token"] = "bearer";
            options.Settings["Auth:Key"] = "key";
            options.Settings["Auth:App"] = "app";
            options.Authenticators.Add(new Signer());
        });

    private static string Sent(HttpRequestMessage request)
    {
        var headers = request.Headers.NonValidated;
        var sent = new List<string>();
        foreach (var (name, word) in new[] { ("Authorization", "bearer"), ("X-Key", "key"), ("X-App", "app"), ("X-Signature", "signature") })
        {
            if (headers.Contains(name))
            {
                sent.Add(word);
            }
        }
        return string.Join(',', sent);
    }

    private sealed class Signer : IRequestAuthenticator
    {
        public string? Security => "signature";

        public ValueTask AuthenticateAsync(HttpRequestMessage request, OperationDescriptor operation, CancellationToken cancellationToken)
        {
            request.Headers.TryAddWithoutValidation("X-Signature", "s");
            return default;
        }
    }

    private sealed class Hmac : IRequestAuthenticator
    {
        public async ValueTask AuthenticateAsync(HttpRequestMessage request, OperationDescriptor operation, CancellationToken cancellationToken)
        {
            var hash = await RequestBodyHash.Sha256Async(request, operation, cancellationToken);
            request.Headers.TryAddWithoutValidation("X-Signature", $"{request.Method} {request.RequestUri!.PathAndQuery} {Convert.ToHexString(hash)}");
        }
    }

    private sealed class NoSeek(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
