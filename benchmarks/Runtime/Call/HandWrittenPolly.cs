using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Integrations.Benchmarks.Call;

/// <summary>The hand-written call inside Polly, as people write it: one pipeline of two timeouts, retry and breaker, and a closure around the call.</summary>
internal sealed class HandWrittenPolly(HttpMessageInvoker http, HandWritten plain)
{
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>()
        .AddTimeout(TimeSpan.FromSeconds(30))
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = 2,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = static arguments => new ValueTask<bool>(arguments.Outcome.Exception is HttpRequestException or TimeoutRejectedException || arguments.Outcome.Result is { StatusCode: >= System.Net.HttpStatusCode.InternalServerError }),
        })
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
        {
            FailureRatio = 0.5,
            MinimumThroughput = 10,
            ShouldHandle = static arguments => new ValueTask<bool>(arguments.Outcome.Exception is HttpRequestException or TimeoutRejectedException || arguments.Outcome.Result is { StatusCode: >= System.Net.HttpStatusCode.InternalServerError }),
        })
        .AddTimeout(TimeSpan.FromSeconds(10))
        .Build();

    public async Task<HandIssue> GetIssueAsync(string owner, string repo, int number, CancellationToken cancellationToken = default)
    {
        using var response = await _pipeline.ExecuteAsync(
            async token =>
            {
                using var request = plain.Request(owner, repo, number);
                return await http.SendAsync(request, token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        return await HandWritten.ReadAsync(response, cancellationToken).ConfigureAwait(false);
    }
}
