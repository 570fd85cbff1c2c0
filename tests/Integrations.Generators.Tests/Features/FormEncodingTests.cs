namespace Integrations.Generators.Tests.Features;

public sealed class FormEncodingTests
{
    [Fact]
    public async Task Each_property_is_written_as_the_document_says()
    {
        var run = Feature.Project("form-encoding.yaml", """
            await client.SendAsync(new SendRequest
            {
                Comma = ["a", "b,c"],
                Pipe = [1, 2],
                Many = ["x", "y"],
                Json = [3, 4],
                Url = "https://h/p?q&r",
                Deep = new SendRequestDeep { A = 5 },
                Plain = new SendRequestPlain { B = 6 },
            });
            """).Run();
        var body = "";
        await Feature.LiveAsync(run, async context =>
        {
            body = await new StreamReader(context.Request.Body).ReadToEndAsync();
            context.Response.StatusCode = 204;
        });
        Assert.Equal("comma=a,b%2Cc&pipe=1%7C2&many=x&many=y&json=%5B3%2C4%5D&url=https://h/p?q%26r&deep%5Ba%5D=5&plain=%7B%22b%22%3A6%7D", body);
    }

    [Fact]
    public async Task Null_leaves_a_property_out_whatever_its_encoding()
    {
        var run = Feature.Project("form-encoding.yaml", """
            var request = new SendRequest { Many = ["x"], Comma = null, Json = null, Deep = new SendRequestDeep { A = null }, Maybe = (string?)null };
            request.AdditionalProperties["other"] = System.Text.Json.JsonSerializer.SerializeToElement(1);
            await client.SendAsync(request);
            """).Run();
        var body = "";
        await Feature.LiveAsync(run, async context =>
        {
            body = await new StreamReader(context.Request.Body).ReadToEndAsync();
            context.Response.StatusCode = 204;
        });
        Assert.Equal("many=x&other=1", body);
    }
}
