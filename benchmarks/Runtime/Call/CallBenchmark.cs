using System.Text;

namespace Integrations.Benchmarks.Call;

/// <summary>One GET of 877 bytes of JSON over a stub transport, asynchronous.</summary>
internal static class CallBenchmark
{
    public static void Run(int rounds)
    {
        var body = Body();
        var stub = new StubTransport(body);
        using var http = new HttpMessageInvoker(stub);
        var plain = new HandWritten(http, "secret-token");
        var polly = new HandWrittenPolly(http, plain);
        var emitted = IntegrationClient.Create<BenchClient>(options =>
        {
            options.PrimaryHandler = stub;
            options.Settings["Auth:Token"] = "secret-token";
        });

        new Comparison($"One call, {body.Length} bytes of JSON", rounds)
            .Add("hand-written, no resilience", () => Finish(plain.GetIssueAsync("dotnet", "roslyn", 42), stub).ToString())
            .Add("hand-written inside Polly", () => Finish(polly.GetIssueAsync("dotnet", "roslyn", 42), stub).ToString())
            .Add("emitted, everything on", () => Finish(emitted.GetIssueAsync("dotnet", "roslyn", 42, expand: true), stub).ToString())
            .Run();
    }

    private static T Finish<T>(Task<T> call, StubTransport stub)
    {
        stub.Answer();
        return call.GetAwaiter().GetResult();
    }

    private static byte[] Body()
    {
        var text = """
            {"id":1296269,"number":42,"title":"Found a bug in the source generator","body":"","state":"open","locked":false,"comments":3,"created_at":"2026-01-02T03:04:05Z","updated_at":"2026-02-03T04:05:06Z","html_url":"https://example.com/dotnet/roslyn/issues/42","user":{"login":"octocat","id":583231,"avatar_url":"https://example.com/avatars/583231","site_admin":false},"labels":[{"id":208045946,"name":"bug","color":"f29513"},{"id":208045947,"name":"help wanted","color":"aabbcc"}]}
            """;
        return Encoding.UTF8.GetBytes(text.Replace("\"body\":\"\"", "\"body\":\"" + new string('x', 877 - text.Length) + "\"", StringComparison.Ordinal));
    }
}
