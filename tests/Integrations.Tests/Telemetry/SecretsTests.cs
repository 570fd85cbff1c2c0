using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using Golden.Storefront;
using Integrations.Http;
using Integrations.Json;
using Integrations.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Integrations.Tests.Telemetry;

public sealed class SecretsTests
{
    private const string Canary = "CANARY";

    public static TheoryData<string> Endings => ["ok", "404", "401", "500", "connection", "html", "unreadable", "paused", "cancelled"];

    /// <summary>Token, path, query, header, cookie, request body and response body all hold the canary: nothing that is logged, traced, measured or thrown may.</summary>
    [Theory]
    [MemberData(nameof(Endings))]
    public async Task No_value_of_a_call_reaches_logs_traces_metrics_or_exceptions(string ending)
    {
        var seen = new ConcurrentQueue<string>();
        using var factory = LoggerFactory.Create(builder => builder.SetMinimumLevel(LogLevel.Trace).AddProvider(new Recorder(seen)));
        using var activities = Listen(seen);
        using var meters = Measure(seen);
        var operation = new OperationDescriptor("PUT", "/things/{id}", "things/put") { Errors = new ErrorMap().Json<Problem, ModelCodec<Problem>>("404") };
        var handler = new StubHandler((_, _, _) => ending switch
        {
            "connection" => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"),
            "cancelled" => throw new OperationCanceledException(),
            "html" => Answer(HttpStatusCode.BadRequest, $"<html>{Canary}</html>", "text/html"),
            "unreadable" => Answer(HttpStatusCode.OK, $"{{\"message\":{{\"{Canary}\":1}}}}", "application/json"),
            "ok" => Answer(HttpStatusCode.OK, $"{{\"message\":\"{Canary}\"}}", "application/json"),
            "paused" => Task.FromResult(StubHandler.Status(HttpStatusCode.TooManyRequests, "3000")),
            _ => Answer((HttpStatusCode)int.Parse(ending, System.Globalization.CultureInfo.InvariantCulture), $"{{\"message\":\"{Canary}\"}}", "application/json"),
        });
        var api = Api.Over(
            handler,
            operation,
            options =>
            {
                options.LoggerFactory = factory;
                options.BaseAddress = "https://shop.example.com/" + Canary;
                options.Settings["Auth:Token"] = Canary;
                options.Settings["Auth:Key"] = Canary;
            },
            [new BearerAuthAttribute(), new ApiKeyAuthAttribute("key") { In = ApiKeyLocation.Query }]);

        for (var i = 0; i < 12; i++)
        {
            var url = new UrlBuilder("/things/");
            url.PathString("id", Canary);
            url.QueryString("q", Canary);
            var request = new ApiRequest(operation, ref url);
            request.HeaderString("X-Secret", Canary);
            request.CookieString("session", Canary);
            request.JsonBody<string, StringCodec>(Canary);
            try
            {
                await api.SendAsync<Problem, ModelCodec<Problem>>(request, ending == "cancelled" ? new CancellationToken(true) : default);
            }
            catch (Exception exception)
            {
                seen.Enqueue(exception.ToString());
            }
        }
        Assert.NotEmpty(seen);
        Assert.Contains(seen, text => text.Contains("/things/{id}", StringComparison.Ordinal));
        Assert.All(seen, text => Assert.DoesNotContain(Canary, text, StringComparison.Ordinal));
    }

    /// <summary>Client credentials and their tokens, whatever the token endpoint and the API answer.</summary>
    [Theory]
    [InlineData(200, 200)]
    [InlineData(200, 401)]
    [InlineData(200, 503)]
    [InlineData(401, 200)]
    [InlineData(503, 200)]
    [InlineData(0, 200)]
    public async Task Neither_client_secrets_nor_tokens_are_told(int token, int api)
    {
        var seen = new ConcurrentQueue<string>();
        using var factory = LoggerFactory.Create(builder => builder.SetMinimumLevel(LogLevel.Trace).AddProvider(new Recorder(seen)));
        using var activities = Listen(seen);
        using var meters = Measure(seen);
        var operation = new OperationDescriptor("GET", "/things");
        var handler = new StubHandler((_, request, _) => request.RequestUri!.AbsolutePath == "/token"
            ? token == 0
                ? throw new HttpRequestException(HttpRequestError.ConnectionError, "refused")
                : Answer((HttpStatusCode)token, $"{{\"access_token\":\"{Canary}\",\"error_description\":\"{Canary}\"}}", "application/json")
            : Answer((HttpStatusCode)api, Canary, "text/plain"));
        var client = Api.Over(
            handler,
            operation,
            options =>
            {
                options.LoggerFactory = factory;
                options.Settings["Auth:TokenEndpoint"] = "https://auth.example.com/token";
                options.Settings["Auth:ClientId"] = "id";
                options.Settings["Auth:ClientSecret"] = Canary;
            },
            [new OAuth2ClientCredentialsAttribute()]);
        for (var i = 0; i < 3; i++)
        {
            try
            {
                await client.SendAsync(Api.Request(operation), default);
            }
            catch (Exception exception)
            {
                seen.Enqueue(exception.ToString());
            }
        }
        Assert.NotEmpty(seen);
        Assert.All(seen, text => Assert.DoesNotContain(Canary, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_canary_would_be_found_if_it_were_told()
    {
        var seen = new ConcurrentQueue<string>();
        using var factory = LoggerFactory.Create(builder => builder.AddProvider(new Recorder(seen)));
        factory.CreateLogger("x").Log(LogLevel.Warning, default, "told " + Canary, null, static (text, _) => text);
        using var activities = Listen(seen);
        var operation = new OperationDescriptor("GET", "/" + Canary);
        await Api.Over(new StubHandler(_ => StubHandler.Status(HttpStatusCode.OK)), operation).SendAsync(Api.Request(operation), default);
        Assert.True(seen.Count(text => text.Contains(Canary, StringComparison.Ordinal)) >= 2);
    }

    private static Task<HttpResponseMessage> Answer(HttpStatusCode status, string body, string type)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, type) };
        response.Headers.TryAddWithoutValidation("Set-Cookie", "session=" + Canary);
        return Task.FromResult(response);
    }

    private static ActivityListener Listen(ConcurrentQueue<string> seen)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Integrations",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => seen.Enqueue(activity.DisplayName + " " + string.Join(' ', activity.TagObjects) + activity.StatusDescription),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static MeterListener Measure(ConcurrentQueue<string> seen)
    {
        var listener = new MeterListener { InstrumentPublished = (instrument, listener) => { if (instrument.Meter.Name == "Integrations") listener.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => seen.Enqueue(instrument.Name + " " + string.Join(' ', tags.ToArray())));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => seen.Enqueue(instrument.Name + " " + string.Join(' ', tags.ToArray())));
        listener.Start();
        return listener;
    }

    private sealed class Recorder(ConcurrentQueue<string> seen) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            seen.Enqueue(formatter(state, exception) + " " + (state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs) : "") + exception);

        public void Dispose()
        {
        }
    }
}
