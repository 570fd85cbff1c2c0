using System.Text;
using Integrations.Testing.Tests.Shop;

namespace Integrations.Testing.Tests;

/// <summary>A fake is what the document says.</summary>
public sealed class FakeApiTests
{
    private const string Document = "specs/shop.yaml";

    private readonly FakeApi<ShopClient> _fake = FakeApi.For<ShopClient>(Document);

    [Fact]
    public async Task An_answer_is_an_instance_of_the_schema_and_the_same_in_every_run()
    {
        var product = await _fake.CreateClient().Products.GetAsync("kettle");
        Assert.NotEmpty(product.Sku);
        Assert.True(product.Price > 0);
        Assert.Contains(product.State, new[] { ProductState.InStock, ProductState.SoldOut, ProductState.PreOrder });
        var again = await FakeApi.For<ShopClient>(Document).CreateClient().Products.GetAsync("kettle");
        Assert.Equal(product.Sku, again.Sku);
    }

    [Fact]
    public async Task The_example_of_the_document_is_answered_where_it_has_one()
    {
        const string Schema = "schema: { $ref: \"#/components/schemas/ShopStatus\" }";
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, Document));
        Assert.Contains(Schema, text, StringComparison.Ordinal);
        var document = text.Replace(Schema, Schema + "\n              example: { open: true, message: Come in }", StringComparison.Ordinal);
        var fake = FakeApi.For<ShopClient>(new MemoryStream(Encoding.UTF8.GetBytes(document)));
        var status = await fake.CreateClient().Status.GetAsync();
        Assert.True(status.Open);
        Assert.Equal("Come in", status.Message.Value);
    }

    [Fact]
    public async Task A_sound_body_is_taken_and_kept()
    {
        var order = await _fake.CreateClient().Orders.PlaceAsync(Order(2));
        Assert.NotEqual(Guid.Empty, order.Id);
        var request = Assert.Single(_fake.Requests);
        Assert.Equal(("orders/place", "POST", "/orders"), (request.Operation, request.Method, request.Target));
        Assert.Equal("kettle", request.Json!["lines"]![0]!["sku"]!.GetValue<string>());
        Assert.Equal("Bearer fake", request.Headers["Authorization"]);
        Assert.Empty(request.Violations);
    }

    [Fact]
    public async Task Parameters_are_kept_decoded()
    {
        await _fake.CreateClient().Products.ListAsync(state: ProductState.SoldOut, tags: ["a b", "c"], limit: 5);
        var parameters = Assert.Single(_fake.Requests).Parameters;
        Assert.Equal("sold-out", parameters["query/state"]!.GetValue<string>());
        Assert.Equal("a b", parameters["query/tags"]![0]!.GetValue<string>());
        Assert.Equal("5", parameters["query/limit"]!.ToJsonString());
    }

    [Fact]
    public async Task A_violation_lists_everything_that_is_wrong_and_is_not_retried()
    {
        var client = _fake.CreateClient();
        var exception = await Assert.ThrowsAsync<DocumentViolationException>(() => client.Products.ListAsync(state: new ProductState("gone"), limit: 1000));
        Assert.Equal(2, exception.Violations.Count);
        Assert.Contains(exception.Violations, static v => v.StartsWith("query/state:", StringComparison.Ordinal));
        Assert.Contains(exception.Violations, static v => v.StartsWith("query/limit:", StringComparison.Ordinal));
        Assert.All(exception.Violations, v => Assert.Contains(v, exception.Message, StringComparison.Ordinal));
        Assert.Same(exception.Request, Assert.Single(_fake.Requests));
    }

    [Fact]
    public async Task A_body_that_breaks_its_schema_is_a_violation()
    {
        var exception = await Assert.ThrowsAsync<DocumentViolationException>(() => _fake.CreateClient().Orders.PlaceAsync(Order(0)));
        Assert.StartsWith("body/lines/0/quantity:", Assert.Single(exception.Violations), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_is_no_operation_is_a_violation()
    {
        using var http = new HttpClient(_fake.CreateHandler("https://shop.example.com/v1"));
        var exception = await Assert.ThrowsAsync<DocumentViolationException>(() => http.GetAsync("https://shop.example.com/v1/nothing"));
        Assert.Contains("GET /v1/nothing is no operation", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_sets_the_answer_of_an_operation_and_the_client_types_its_error()
    {
        _fake.On("orders/place").Respond(409, """{"sku":"kettle","left":3}""");
        var response = await _fake.CreateClient().Orders.PlaceResponseAsync(Order(9));
        Assert.Equal(409, (int)response.Status);
        Assert.IsType<OutOfStock>(response.Error);
    }

    [Fact]
    public async Task An_answer_by_code_sees_the_request_and_the_last_one_counts()
    {
        _fake.On("GET /products/{sku}").Respond(500);
        _fake.On("products/get").Respond(request => new HttpResponseMessage
        {
            Content = new StringContent($$"""{"sku":{{request.Parameters["path/sku"]!.ToJsonString()}},"name":"Kettle","price":1,"state":"in-stock"}""", Encoding.UTF8, "application/json"),
        });
        Assert.Equal("k/1", (await _fake.CreateClient().Products.GetAsync("k/1")).Sku);
    }

    [Fact]
    public void An_operation_that_the_document_lacks_and_a_document_that_is_nowhere_are_refused()
    {
        Assert.Contains("orders/place", Assert.Throws<ArgumentException>(() => _fake.On("orders/plac")).Message, StringComparison.Ordinal);
        Assert.Contains("CopyToOutputDirectory", Assert.Throws<FileNotFoundException>(() => FakeApi.For<ShopClient>("specs/none.yaml")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_calls_at_once_are_all_kept()
    {
        var client = _fake.CreateClient();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => client.Products.GetAsync("p" + i)));
        Assert.Equal(50, _fake.Requests.Count);
    }

    private static NewOrder Order(int quantity) => new()
    {
        Reference = "A-1",
        Lines = [new OrderLine { Sku = "kettle", Quantity = quantity }],
        Payment = new TransferPayment { Iban = "XX00 0000 0000" },
    };
}
