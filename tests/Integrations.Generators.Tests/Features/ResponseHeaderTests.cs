using Microsoft.AspNetCore.Http;

namespace Integrations.Generators.Tests.Features;

public sealed class ResponseHeaderTests
{
    private const string Code = """
        var response = await client.ListResponseAsync();
        var headers = new ResponseHeadersHeaders(response.Headers);
        log.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{headers.Link}|{headers.XRateLimitRemaining}|{headers.XReset:O}|{headers.XDay:yyyy-MM-dd}|{headers.XRatio}|{headers.XFlag}|{headers.XTrace}|{headers.XNames?.Count}|{headers.XState}|{headers.XMeta}|{headers.XMixed}|{headers.RetryAfter}"));
        """;

    [Fact]
    public async Task Headers_of_an_answer_are_read_as_the_document_types_them()
    {
        var log = await Feature.LiveAsync(Feature.Project("response-headers.yaml", Code).Run(), context =>
        {
            var headers = context.Response.Headers;
            headers.Link = "</things?page=2>; rel=\"next\"";
            headers["X-RateLimit-Remaining"] = "4999";
            headers["X-Reset"] = "Tue, 24 Nov 2026 12:00:00 GMT";
            headers["X-Day"] = "2026-11-24";
            headers["X-Ratio"] = "0.5";
            headers["X-Flag"] = "TRUE";
            headers["X-Trace"] = "6f9619ff-8b86-d011-b42d-00cf4fc964ff";
            headers["X-Names"] = new[] { "a, b", "c" };
            headers["X-State"] = "half";
            headers["X-Meta"] = "{}";
            headers["X-Mixed"] = "7";
            return context.Response.WriteAsync("[]");
        });
        Assert.Equal(["</things?page=2>; rel=\"next\"|4999|2026-11-24T12:00:00.0000000+00:00|2026-11-24|0.5|True|6f9619ff-8b86-d011-b42d-00cf4fc964ff|3|half|{}|7|"], log);
    }

    [Fact]
    public async Task What_is_absent_or_not_what_the_document_says_is_null_and_fails_nothing()
    {
        var log = await Feature.LiveAsync(Feature.Project("response-headers.yaml", Code).Run(), context =>
        {
            context.Response.Headers["X-RateLimit-Remaining"] = "unlimited";
            context.Response.Headers["X-Ratio"] = "NaN";
            context.Response.Headers["X-Reset"] = "soon";
            return context.Response.WriteAsync("[]");
        });
        Assert.Equal(["|||||||||||"], log);
    }

    [Fact]
    public async Task Headers_of_an_error_are_read_from_its_exception()
    {
        var run = Feature.Project("response-headers.yaml", """
            try { await client.With(new CallOptions { Timeout = TimeSpan.FromSeconds(2) }).ListAsync(); }
            catch (ApiException exception) { log.Add($"{new ResponseHeadersHeaders(exception.Headers).RetryAfter}"); }
            """).Run();
        var log = await Feature.LiveAsync(run, context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "60";
            return context.Response.WriteAsync("{}");
        });
        Assert.Equal(["60"], log);
    }
}
