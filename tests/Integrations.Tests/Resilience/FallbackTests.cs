using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Integrations.Http;
using Integrations.Json;
using Integrations.Tests.Support;

namespace Integrations.Tests.Resilience;

/// <summary>When a fallback gives the result, and what it is told. How emitted code connects methods is tested with the generator.</summary>
public sealed class FallbackTests
{
    private static readonly OperationDescriptor s_text = new("POST", "/text");
    private static readonly OperationDescriptor s_empty = new("DELETE", "/empty");

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    public async Task It_gives_the_value_after_a_failure_of_the_server(HttpStatusCode status)
    {
        var api = Client(_ => StubHandler.Status(status), call => Task.FromResult($"cached {((ApiException)call.Exception).Status}"));
        Assert.Equal($"cached {status}", await api.SendTextAsync(Api.Request(s_text), default));
        using var response = await api.SendTextResponseAsync(Api.Request(s_text), default);
        Assert.Equal((true, false, status, $"cached {status}"), (response.IsFallback, response.IsSuccess, response.Status, response.Value));
    }

    [Fact]
    public async Task It_gives_the_value_where_the_server_cannot_be_reached()
    {
        var api = Client(_ => throw new HttpRequestException("away"), call => Task.FromResult(call.Exception.GetType().Name));
        Assert.Equal(nameof(ApiConnectionException), await api.SendTextAsync(Api.Request(s_text), default));
        using var response = await api.SendTextResponseAsync(Api.Request(s_text), default);
        Assert.Equal((true, (HttpStatusCode)0, false), (response.IsFallback, response.Status, response.IsSuccess));
        Assert.NotNull(response.RequestId);
    }

    [Fact]
    public async Task It_gives_the_value_after_a_timeout_an_open_breaker_and_an_exhausted_limit()
    {
        var slow = Client(new StubHandler(async (_, _, cancellation) =>
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            return null!;
        }), call => Task.FromResult(call.Exception.GetType().Name), options => options.Settings["Timeout:TotalSeconds"] = "0.05");
        Assert.Equal(nameof(ApiTimeoutException), await slow.SendTextAsync(Api.Request(s_text), default));

        var broken = Client(_ => StubHandler.Status(HttpStatusCode.BadGateway), call => Task.FromResult(call.Exception.GetType().Name), options => options.Settings["CircuitBreaker:MinimumThroughput"] = "2");
        Assert.Equal(nameof(ApiException), await broken.SendTextAsync(Api.Request(s_text), default));
        Assert.Equal(nameof(ApiException), await broken.SendTextAsync(Api.Request(s_text), default));
        Assert.Equal(nameof(ApiUnavailableException), await broken.SendTextAsync(Api.Request(s_text), default));

        var limited = Client(_ => StubHandler.Json("1"), call => Task.FromResult(call.Exception.GetType().Name), options =>
            (options.Settings["RateLimit:Permits"], options.Settings["RateLimit:PerSeconds"]) = ("1", "3600"));
        Assert.Equal("1", await limited.SendTextAsync(Api.Request(s_text), default));
        Assert.Equal(nameof(ApiUnavailableException), await limited.SendTextAsync(Api.Request(s_text), default));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Conflict)]
    public async Task An_error_of_the_callers_own_stays_an_error(HttpStatusCode status)
    {
        var api = Client(_ => StubHandler.Status(status), _ => throw new InvalidOperationException("It must not be called."));
        Assert.Equal(status, (await Assert.ThrowsAsync<ApiException>(() => api.SendTextAsync(Api.Request(s_text), default))).Status);
        using var response = await api.SendTextResponseAsync(Api.Request(s_text), default);
        Assert.Equal((false, status), (response.IsFallback, response.Status));
    }

    [Fact]
    public async Task A_call_that_its_caller_cancelled_stays_cancelled()
    {
        using var source = new CancellationTokenSource();
        var api = Client(new StubHandler(async (_, _, cancellation) =>
        {
            await source.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
            return StubHandler.Status(HttpStatusCode.InternalServerError);
        }), _ => throw new InvalidOperationException("It must not be called."));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => api.SendTextAsync(Api.Request(s_text), source.Token));
    }

    [Fact]
    public async Task It_is_called_once_after_all_attempts()
    {
        var handler = new StubHandler(_ => StubHandler.Status(HttpStatusCode.ServiceUnavailable));
        var calls = 0;
        var api = Api.Over(handler, s_empty);
        api.SetEmptyFallback(s_empty, _ => Task.FromResult(calls++), needsArguments: false);
        await api.SendAsync(Api.Request(s_empty), default);
        Assert.Equal((3, 1), (handler.Count, calls));
        using var response = await api.SendResponseAsync(Api.Request(s_empty), default);
        Assert.Equal((true, HttpStatusCode.ServiceUnavailable, 3), (response.IsFallback, response.Status, response.Attempts));
    }

    [Fact]
    public async Task It_is_given_arguments_and_the_callers_token_and_calls_without_arguments_have_none()
    {
        using var source = new CancellationTokenSource();
        var api = Api.Over(new StubHandler(_ => StubHandler.Status(HttpStatusCode.BadGateway)), s_text);
        api.SetFallback(s_text, call => Task.FromResult($"{((string, int))call.Arguments!} {call.CancellationToken == source.Token}"), needsArguments: true);
        var request = Api.Request(s_text);
        request.Arguments = ("a", 7);
        Assert.Equal("(a, 7) True", await api.SendTextAsync(request, source.Token));
        await Assert.ThrowsAsync<ApiException>(() => api.SendTextAsync(Api.Request(s_text), source.Token));
    }

    [Fact]
    public async Task What_it_throws_the_call_throws()
    {
        var api = Client(_ => StubHandler.Status(HttpStatusCode.BadGateway), call => throw new InvalidOperationException("Nothing cached.", call.Exception));
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => api.SendTextAsync(Api.Request(s_text), default));
        Assert.IsType<ApiException>(thrown.InnerException);
    }

    [Fact]
    public async Task Streams_pages_and_other_results_have_none()
    {
        var api = Client(_ => StubHandler.Status(HttpStatusCode.BadGateway), _ => throw new InvalidOperationException("It must not be called."));
        await Assert.ThrowsAsync<ApiException>(() => api.SendStreamAsync(Api.Request(s_text), default));
        using (await api.SendStreamResponseAsync(Api.Request(s_text), default))
        {
        }
        await Assert.ThrowsAsync<ApiException>(async () =>
        {
            await foreach (var item in api.LinkPages<List<string>, ListCodec<string, StringCodec>, string>(Api.Request(s_text), static page => page, default))
            {
            }
        });
    }

    [Fact]
    public async Task Health_sees_the_failure_and_telemetry_says_that_it_fell_back()
    {
        var api = Client(_ => StubHandler.Status(HttpStatusCode.BadGateway), _ => Task.FromResult("cached"));
        object? tag = null;
        var counted = new List<object?>();
        using var activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Integrations",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => tag = activity.DisplayName == "POST /text" ? activity.GetTagItem("integrations.fallback") : tag,
        };
        ActivitySource.AddActivityListener(activities);
        using var metrics = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "integrations.client.fallbacks")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        metrics.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            foreach (var (key, value) in tags)
            {
                if (key == "error.type")
                {
                    counted.Add(value);
                }
            }
        });
        metrics.Start();
        await api.SendTextAsync(Api.Request(s_text), default);
        Assert.Equal((true, 1, "502"), (tag, api.Health.ConsecutiveFailures, api.Health.LastError));
        Assert.Contains("502", counted);
    }

    private static ApiClient Client(Func<int, HttpResponseMessage> answer, Func<FailedCall, Task<string>> fallback, Action<ClientOptions>? configure = null) =>
        Client(new StubHandler((index, _, _) => Task.Run(() => answer(index))), fallback, configure);

    private static ApiClient Client(HttpMessageHandler handler, Func<FailedCall, Task<string>> fallback, Action<ClientOptions>? configure = null)
    {
        var api = Api.Over(handler, s_text, options =>
        {
            options.Policies.Add(new RetryAttribute { MaxAttempts = 1 });
            configure?.Invoke(options);
        });
        api.SetFallback(s_text, fallback, needsArguments: false);
        return api;
    }
}
