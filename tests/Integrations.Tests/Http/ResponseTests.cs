using System.Net;
using System.Text;
using System.Text.Json;
using Golden.Storefront;
using Integrations.Http;
using Integrations.Json;
using Integrations.Tests.Support;

namespace Integrations.Tests.Http;

public sealed class ResponseTests
{
    private static readonly OperationDescriptor s_get = new("GET", "/x/{id}", "x/get");

    [Fact]
    public async Task A_typed_error_is_thrown_with_its_value_and_not_in_the_message()
    {
        var client = Support.Storefront.Over(new StubHandler(_ => StubHandler.Json("""{"message":"no kettle"}""", HttpStatusCode.NotFound)));
        var exception = await Assert.ThrowsAsync<ApiException<Problem>>(() => client.Products.GetAsync(7));
        Assert.Equal("no kettle", exception.Error.Message);
        Assert.Equal(("Storefront", "products/get", 1, HttpStatusCode.NotFound), (exception.Integration, exception.Operation!.Id, exception.Attempts, exception.Status));
        Assert.Equal("""{"message":"no kettle"}""", exception.Body);
        Assert.Equal("application/json; charset=utf-8", exception.Headers["Content-Type"]);
        Assert.StartsWith("Storefront: GET /products/{id} (products/get) answered 404 (NotFound). Request id " + exception.RequestId, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("kettle", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_typed_error_is_in_the_answer_of_the_method_that_does_not_throw()
    {
        var client = Support.Storefront.Over(new StubHandler(_ => StubHandler.Json("""{"message":"no"}""", HttpStatusCode.Conflict)));
        using var response = await client.Products.GetResponseAsync(7);
        Assert.False(response.IsSuccess);
        Assert.Null(response.Value);
        Assert.True(response.TryGetError<Problem>(out var problem));
        Assert.Equal("no", problem.Message);
        Assert.False(response.TryGetError<Product>(out _));
        Assert.Equal(20, response.RequestId!.Length);
    }

    [Theory]
    [InlineData(404, typeof(long))]
    [InlineData(409, typeof(string))]
    [InlineData(500, typeof(int))]
    public void The_most_exact_entry_of_an_error_map_counts(int status, Type expected)
    {
        var map = new ErrorMap().Json<int, Int32Codec>("default").Json<string, StringCodec>("4xx").Json<long, Int64Codec>("404");
        Assert.Equal(expected, map.Find((HttpStatusCode)status)!.GetType().GetGenericArguments()[0]);
    }

    [Theory]
    [InlineData("40")]
    [InlineData("4X4")]
    [InlineData("")]
    public void A_status_that_is_none_is_refused(string status) =>
        Assert.Throws<ArgumentException>(() => new ErrorMap().Json<int, Int32Codec>(status));

    [Theory]
    [InlineData("<html>", "text/html")]
    [InlineData("", "application/json")]
    [InlineData("[1", "application/json")]
    public async Task An_error_that_is_not_what_the_document_says_still_has_its_status(string body, string type)
    {
        var client = Support.Storefront.Over(new StubHandler(_ => new(HttpStatusCode.BadRequest) { Content = new StringContent(body, Encoding.UTF8, type) }));
        var exception = await Assert.ThrowsAsync<ApiException>(() => client.Products.GetAsync(7));
        Assert.Equal(HttpStatusCode.BadRequest, exception.Status);
        Assert.Equal(body.Length == 0 ? null : body, exception.Body);
        using var response = await client.Products.GetResponseAsync(7);
        Assert.Null(response.Error);
        Assert.Equal(exception.Body, response.ErrorBody);
    }

    [Fact]
    public async Task A_success_that_cannot_be_read_names_the_operation_and_the_place()
    {
        var client = Support.Storefront.Over(new StubHandler(_ => StubHandler.Json("""{"id":"canary","name":null,"state":"x"}""")));
        var exception = await Assert.ThrowsAsync<ApiException>(() => client.Products.GetAsync(7));
        var inner = Assert.IsType<JsonException>(exception.InnerException);
        Assert.Contains("GET /products/{id}", exception.Message, StringComparison.Ordinal);
        Assert.Contains("id", inner.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_success_is_an_error_unless_the_operation_allows_it()
    {
        var handler = new StubHandler(_ => StubHandler.Status(HttpStatusCode.NoContent));
        var exception = await Assert.ThrowsAsync<ApiException>(() => Api.Over(handler, s_get).SendAsync<string, StringCodec>(Api.Request(s_get), default));
        Assert.Contains("without content", exception.Message, StringComparison.Ordinal);

        var allowing = new OperationDescriptor("GET", "/x") { AllowEmpty = true };
        Assert.Null(await Api.Over(handler, allowing).SendAsync<string, StringCodec>(Api.Request(allowing), default));
        using var response = await Api.Over(handler, s_get).SendResponseAsync<string, StringCodec>(Api.Request(s_get), default);
        Assert.True(response.IsSuccess);
        Assert.Null(response.Value);
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("iso-8859-1", true)]
    [InlineData("\"UTF-8\"", false)]
    [InlineData("unknown", false)]
    public async Task The_charset_of_the_answer_is_respected(string charset, bool other)
    {
        var encoding = other ? Encoding.GetEncoding(charset) : Encoding.UTF8;
        var handler = new StubHandler(_ =>
        {
            var content = new ByteArrayContent(encoding.GetBytes("\"grün\""));
            content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=" + charset);
            return new(HttpStatusCode.OK) { Content = content };
        });
        var api = Api.Over(handler, s_get);
        Assert.Equal("grün", await api.SendAsync<string, StringCodec>(Api.Request(s_get), default));
        Assert.Equal("\"grün\"", await api.SendTextAsync(Api.Request(s_get), default));
        using var response = await api.SendTextResponseAsync(Api.Request(s_get), default);
        Assert.Equal("\"grün\"", response.Value);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_is_refused_with_and_without_a_length(bool announced)
    {
        var handler = new StubHandler(_ =>
        {
            var content = new StreamContent(new MemoryStream(new byte[5001]));
            content.Headers.TryAddWithoutValidation("Content-Length", announced ? "5001" : null);
            return new(HttpStatusCode.OK) { Content = content };
        });
        var exact = new StubHandler(_ => new(HttpStatusCode.OK) { Content = new ByteArrayContent(new byte[5000]) });
        await Assert.ThrowsAsync<ApiException>(() => Api.Over(handler, s_get, o => o.MaxResponseBytes = 5000).SendTextAsync(Api.Request(s_get), default));
        Assert.Equal(1, handler.Count);
        Assert.Equal(5000, (await Api.Over(exact, s_get, o => o.MaxResponseBytes = 5000).SendTextAsync(Api.Request(s_get), default)).Length);
    }

    [Fact]
    public async Task An_error_over_the_limit_keeps_its_status()
    {
        var handler = new StubHandler(_ => new(HttpStatusCode.BadRequest) { Content = new ByteArrayContent(new byte[5001]) });
        Assert.Equal(HttpStatusCode.BadRequest, (await Assert.ThrowsAsync<ApiException>(() => Api.Over(handler, s_get, o => o.MaxResponseBytes = 5000).SendAsync(Api.Request(s_get), default))).Status);
    }

    [Fact]
    public async Task The_request_id_is_the_same_for_all_attempts_or_the_callers_own()
    {
        var handler = new StubHandler(index => StubHandler.Status(index < 2 ? HttpStatusCode.BadGateway : HttpStatusCode.OK));
        using var response = await Api.Over(handler, s_get).SendResponseAsync(Api.Request(s_get), default);
        Assert.Equal([response.RequestId!], handler.Requests.Select(r => r.Headers.GetValues("X-Request-ID").Single()).Distinct());
        Assert.Equal(3, response.Attempts);

        var request = Api.Request(s_get);
        request.HeaderString("x-request-id", "mine");
        using var own = await Api.Over(handler, s_get).SendResponseAsync(request, default);
        Assert.Equal("mine", own.RequestId);
        Assert.Equal("mine", handler.Requests.Last().Headers.GetValues("X-Request-ID").Single());
    }
}
