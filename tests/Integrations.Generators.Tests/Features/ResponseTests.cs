using Microsoft.AspNetCore.Http;

namespace Integrations.Generators.Tests.Features;

public sealed class ResponseTests
{
    [Theory]
    [InlineData(200, """{"result":"r"}""", "Done")]
    [InlineData(202, """{"job":7}""", "StartResponseStatus202")]
    [InlineData(204, "", "")]
    [InlineData(404, """{"missing":"m"}""", "Missing")]
    [InlineData(418, """{"wrong":"w"}""", "Wrong")]
    [InlineData(500, """{"broken":"b"}""", "Broken")]
    [InlineData(302, """{"broken":"b"}""", "Broken")]
    public async Task Each_status_gives_its_own_type(int status, string body, string expected)
    {
        var run = Feature.Project("responses-several.yaml", """
            var answer = await client.With(new CallOptions { Timeout = TimeSpan.FromSeconds(5) }).StartResponseAsync();
            log.Add(answer.IsSuccess ? answer.Value?.Value?.GetType().Name ?? "" : answer.Error?.GetType().Name ?? "none");
            """).Run();
        var log = await Feature.LiveAsync(run, async context =>
        {
            context.Response.StatusCode = status;
            if (status == 302)
                context.Response.Headers.Location = "https://elsewhere.example.com/";
            if (body.Length > 0)
            {
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(body);
            }
        });
        Assert.Equal([expected], log);
    }

    [Fact]
    public async Task Where_a_success_may_be_JSON_that_is_asked_for()
    {
        var accept = "";
        var log = await Feature.LiveAsync(Feature.Project("responses-several.yaml", "log.Add((await client.ReadAsync())[0].Result);").Run(), context =>
        {
            accept = context.Request.Headers.Accept.ToString();
            return context.Response.WriteAsync("""[{"result":"r"}]""");
        });
        Assert.Equal(("application/json", "r"), (accept, Assert.Single(log)));
    }
}
