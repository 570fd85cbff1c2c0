using System.Net;
using Integrations.Hosting;
using Integrations.Http;
using Integrations.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Integrations.Tests.Hosting;

public sealed class ServerTests
{
    private static readonly OperationDescriptor s_list = new("GET", "/things");
    private static readonly OperationDescriptor s_upload = new("PUT", "/content") { Server = "https://uploads.example.com/api" };
    private static readonly OperationDescriptor s_public = new("GET", "/public") { Server = "https://uploads.example.com/api", Anonymous = true };
    private static readonly OperationDescriptor s_moved = new("GET", "/moved") { Server = "/v2" };
    private static readonly OperationDescriptor s_sibling = new("GET", "/sibling") { Server = "https://us.example.com/v3" };
    private static readonly OperationDescriptor s_plain = new("GET", "/plain") { Server = "http://plain.example.com" };
    private static readonly OperationDescriptor s_network = new("GET", "/network") { Server = "//evil.example.net" };

    [Fact]
    public async Task Without_the_users_word_no_credentials_go_to_a_further_host_of_the_document()
    {
        var (api, handler) = Client();
        foreach (var operation in new[] { s_upload, s_network })
        {
            var exception = await Assert.ThrowsAsync<IntegrationConfigurationException>(() => api.SendAsync(Request(operation), default));
            Assert.Contains(operation == s_upload ? "set Integrations:Shop:Servers:uploads.example.com" : "[TrustedServer(\"evil.example.net\")]", exception.Message, StringComparison.Ordinal);
        }
        Assert.Empty(handler.Requests);

        await api.SendAsync(Request(s_public), default);
        await api.SendAsync(Request(s_list), default);
        Assert.Equal([("https://uploads.example.com/api/public", null), ("https://us.example.com/v1/things", "Bearer t")], handler.Requests.Select(Sent));
    }

    [Fact]
    public async Task Where_nothing_is_secret_an_operation_goes_to_its_own_server()
    {
        var (api, handler) = Client(credentials: false);
        await api.SendAsync(Request(s_upload), default);
        Assert.Equal("https://uploads.example.com/api/content", Sent(Assert.Single(handler.Requests)).Address);
    }

    [Fact]
    public async Task A_server_that_the_class_or_configuration_names_gets_credentials_but_not_over_plain_http()
    {
        var (api, handler) = Client(options => options.Settings["Servers:plain.example.com"] = "http://plain.example.com", servers: [new TrustedServerAttribute("Uploads.example.com")]);
        await api.SendAsync(Request(s_upload), default);
        Assert.Equal(("https://uploads.example.com/api/content", "Bearer t"), Sent(Assert.Single(handler.Requests)));

        var exception = await Assert.ThrowsAsync<IntegrationConfigurationException>(() => api.SendAsync(Request(s_plain), default));
        Assert.Contains("plain http", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, handler.Count);
    }

    [Fact]
    public async Task Configuration_puts_another_address_in_place_of_a_host()
    {
        var (api, handler) = Client(options => options.Settings["Servers:uploads.example.com"] = "https://proxy.corp/uploads/");
        await api.SendAsync(Request(s_upload), default);
        Assert.Equal(("https://proxy.corp/uploads/api/content", "Bearer t"), Sent(Assert.Single(handler.Requests)));
    }

    [Theory]
    [InlineData("https://ghe.corp/base")]
    [InlineData("http://127.0.0.1:5000/base")]
    public async Task A_client_that_is_sent_elsewhere_takes_every_operation_along(string address)
    {
        var (api, handler) = Client(options => options.BaseAddress = address);
        foreach (var operation in new[] { s_list, s_upload, s_plain, s_moved, s_sibling })
        {
            await api.SendAsync(Request(operation), default);
        }
        var origin = address[..^"/base".Length];
        Assert.Equal([address + "/things", address + "/content", address + "/plain", origin + "/v2/moved", origin + "/v3/sibling"], handler.Requests.Select(r => Sent(r).Address));
    }

    [Fact]
    public async Task A_base_address_that_is_the_documents_changes_nothing()
    {
        var (api, _) = Client(options => options.BaseAddress = "https://us.example.com/v9");
        await Assert.ThrowsAsync<IntegrationConfigurationException>(() => api.SendAsync(Request(s_upload), default));
    }

    [Fact]
    public async Task Variables_come_from_configuration_then_the_class_then_the_document()
    {
        var (api, handler) = Client(options => options.Settings["ServerVariables:region"] = "eu", servers: [new ServerVariableAttribute("region", "us"), new ServerVariableAttribute("version", "v7")]);
        await api.SendAsync(Request(s_list), default);
        Assert.Equal("https://eu.example.com/v7/things", Sent(Assert.Single(handler.Requests)).Address);
    }

    [Fact]
    public async Task A_variable_that_cannot_be_is_said_with_its_path_and_what_it_may_be()
    {
        var (api, _) = Client(options => options.Settings["ServerVariables:region"] = "mars", servers: [new ServerVariableAttribute("reigon", "eu"), new ServerVariableAttribute("version", "")]);
        var exception = await Assert.ThrowsAsync<IntegrationConfigurationException>(() => api.SendAsync(Request(s_list), default));
        Assert.Equal(
        [
            "Integrations:Shop:ServerVariables:region must be one of: us, eu.",
            "[ServerVariable(\"reigon\", ...)] of Shop: the servers of its document have no such variable; they have region, version.",
            "Integrations:Shop:ServerVariables:version is missing: a part of the address of Shop (or set Integrations:Shop:BaseAddress to all of it). Set it in configuration, for example as the environment variable Integrations__Shop__ServerVariables__version.",
        ], exception.Problems);
    }

    [Fact]
    public async Task Another_host_has_a_breaker_of_its_own()
    {
        var (api, _) = Client(servers: [new TrustedServerAttribute("uploads.example.com")], answer: r => StubHandler.Status(r.RequestUri!.Host == "uploads.example.com" ? HttpStatusCode.BadGateway : HttpStatusCode.OK));
        for (var i = 0; i < 12; i++)
        {
            await Assert.ThrowsAnyAsync<IntegrationException>(() => api.With(new CallOptions { Timeout = TimeSpan.FromMilliseconds(100) }).SendAsync(Request(s_upload), default));
        }
        await Assert.ThrowsAsync<ApiUnavailableException>(() => api.SendAsync(Request(s_upload), default));
        await api.SendAsync(Request(s_list), default);
    }

    private static ApiRequest Request(OperationDescriptor operation) => Api.Request(operation, operation.Path);

    private static (string Address, string? Authorization) Sent(HttpRequestMessage request) =>
        (request.RequestUri!.OriginalString, request.Headers.NonValidated.TryGetValues("Authorization", out var values) ? values.ToString() : null);

    private static (ApiClient Api, StubHandler Handler) Client(
        Action<ClientOptions>? configure = null,
        bool credentials = true,
        IReadOnlyList<ServerAttribute>? servers = null,
        Func<HttpRequestMessage, HttpResponseMessage>? answer = null)
    {
        var definition = new IntegrationDefinition("Shop")
        {
            BaseAddress = "https://{region}.example.com/{version}",
            Variables = [new("region", "us", "us", "eu"), new("version", "v1")],
            Servers = servers ?? [],
            Auth = credentials ? [new BearerAuthAttribute()] : [],
            Operations = [s_list, s_upload, s_public, s_moved, s_sibling, s_plain, s_network],
        };
        var handler = new StubHandler((_, request, _) => Task.FromResult(answer?.Invoke(request) ?? StubHandler.Status(HttpStatusCode.OK)));
        var options = new ClientOptions { PrimaryHandler = handler };
        options.Settings["Auth:Token"] = "t";
        configure?.Invoke(options);
        return (ClientFactory.Create(definition, options, new ServiceCollection().BuildServiceProvider(), out _), handler);
    }
}
