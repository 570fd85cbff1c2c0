using System.Diagnostics;
using System.Diagnostics.Metrics;
using Integrations.Hosting;
using Integrations.Resilience;

namespace Integrations.Telemetry;

/// <summary>The activity source and the meter, both named <c>Integrations</c>. Without listeners nothing is allocated. Names are in docs/telemetry.md.</summary>
internal static class Instruments
{
    public const string Name = "Integrations";

    private static readonly ActivitySource s_source = new(Name, ThisAssembly.Version);
    private static readonly Meter s_meter = new(Name, ThisAssembly.Version);

    private static readonly Histogram<double> s_duration = s_meter.CreateHistogram<double>(
        "integrations.client.call.duration", "s", "Duration of calls, with all attempts and waits.", advice: new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30] });

    private static readonly Counter<long> s_retries = s_meter.CreateCounter<long>("integrations.client.retries", "{retry}", "Retries of calls.");
    private static readonly Counter<long> s_throttled = s_meter.CreateCounter<long>("integrations.client.throttled", "{call}", "Attempts and calls that the client's own limits refused.");
    private static readonly Counter<long> s_tokens = s_meter.CreateCounter<long>("integrations.client.token.requests", "{request}", "Requests for access tokens.");
    private static readonly Counter<long> s_hedges = s_meter.CreateCounter<long>("integrations.client.hedges", "{attempt}", "Attempts sent beside one that was slow.");
    private static readonly Counter<long> s_breaker = s_meter.CreateCounter<long>("integrations.client.breaker.transitions", "{transition}", "Transitions of circuit breakers.");

    private static readonly Counter<long> s_status = s_meter.CreateCounter<long>("integrations.client.status.changes", "{change}", "Changes of the status of integrations.");

    private static readonly Counter<long> s_fallbacks = s_meter.CreateCounter<long>("integrations.client.fallbacks", "{call}", "Calls whose result their fallback gave.");

    public static void Start(ApiCall call)
    {
        if (s_source.HasListeners())
        {
            call.Activity = s_source.StartActivity(call.Request.Operation.Name, ActivityKind.Internal);
            if (call.Activity is { IsAllDataRequested: true } activity)
            {
                activity.SetTag("integrations.name", call.Owner.Settings.Client.Integration);
                if (call.Owner.Settings.Client.Instance is { } instance)
                {
                    activity.SetTag("integrations.instance", instance);
                }
                activity.SetTag("integrations.operation", call.Request.Operation.Id);
                activity.SetTag("http.request.method", call.Request.Operation.Method);
                activity.SetTag("url.template", call.Request.Operation.Path);
                activity.SetTag("server.address", call.Uri.Host);
                activity.SetTag("server.port", call.Uri.Port);
                activity.SetTag("integrations.request_id", call.RequestId);
                if (call.Owner.IsProbe)
                {
                    activity.SetTag("integrations.probe", true);
                }
            }
        }
    }

    public static void Stop(ApiCall call, TimeSpan elapsed)
    {
        if (call.Activity is not null)
        {
            Stop(call, call.Activity);
        }
        if (s_duration.Enabled)
        {
            var tags = Tags(call.Owner.Settings.Client);
            tags.Add("http.request.method", call.Request.Operation.Method);
            tags.Add("url.template", call.Request.Operation.Path);
            tags.Add("server.address", call.Uri.Host);
            tags.Add("server.port", call.Uri.Port);
            if (call.Result.Response is { } response)
            {
                tags.Add("http.response.status_code", (int)response.StatusCode);
            }
            if (CallEnd.ErrorType(call.Result) is { } error)
            {
                tags.Add("error.type", error);
            }
            s_duration.Record(elapsed.TotalSeconds, tags);
        }
    }

    public static void Retried(Attempt attempt)
    {
        if (s_retries.Enabled)
        {
            var tags = Tags(attempt.Call.Owner.Settings.Client);
            tags.Add("error.type", CallEnd.ErrorType(attempt));
            s_retries.Add(1, tags);
        }
    }

    public static void Hedged(ApiCall call)
    {
        if (s_hedges.Enabled)
        {
            s_hedges.Add(1, Tags(call.Owner.Settings.Client));
        }
    }

    /// <summary>A limit refused a call.</summary>
    public static void Throttled(ApiCall call)
    {
        if (s_throttled.Enabled)
        {
            s_throttled.Add(1, Tags(call.Owner.Settings.Client));
        }
    }

    public static void TokenRequested(ClientName client, string? error)
    {
        if (s_tokens.Enabled)
        {
            var tags = Tags(client);
            tags.Add("error.type", error);
            s_tokens.Add(1, tags);
        }
    }

    public static void BreakerChanged(ClientName client, string state)
    {
        if (s_breaker.Enabled)
        {
            var tags = Tags(client);
            tags.Add("integrations.breaker.state", state);
            s_breaker.Add(1, tags);
        }
    }

    public static void FellBack(ApiCall call)
    {
        call.Activity?.SetTag("integrations.fallback", true);
        if (s_fallbacks.Enabled)
        {
            var tags = Tags(call.Owner.Settings.Client);
            tags.Add("error.type", CallEnd.ErrorType(call.Result));
            s_fallbacks.Add(1, tags);
        }
    }

    public static void StatusChanged(ClientName client, IntegrationStatus status)
    {
        if (s_status.Enabled)
        {
            var word = status switch
            {
                IntegrationStatus.Healthy => "healthy",
                IntegrationStatus.Degraded => "degraded",
                IntegrationStatus.Unhealthy => "unhealthy",
                IntegrationStatus.Disabled => "disabled",
                _ => "unknown",
            };
            var tags = Tags(client);
            tags.Add("integrations.status", word);
            s_status.Add(1, tags);
        }
    }

    private static TagList Tags(ClientName client)
    {
        var tags = new TagList { { "integrations.name", client.Integration } };
        if (client.Instance is not null)
        {
            tags.Add("integrations.instance", client.Instance);
        }
        return tags;
    }

    private static void Stop(ApiCall call, Activity activity)
    {
        if (activity.IsAllDataRequested)
        {
            if (call.Result.Response is { } response)
            {
                activity.SetTag("http.response.status_code", (int)response.StatusCode);
            }
            if (call.Attempts > 1)
            {
                activity.SetTag("http.request.resend_count", call.Attempts - 1);
            }
            if (CallEnd.ErrorType(call.Result) is { } error)
            {
                activity.SetTag("error.type", error);
                activity.SetStatus(ActivityStatusCode.Error);
            }
        }
        activity.Dispose();
    }
}
