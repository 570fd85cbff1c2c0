using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Integrations.Sql;

/// <summary>Spans and metrics by OpenTelemetry's conventions for database clients (stable since 1.33). Without listeners nothing is allocated.</summary>
internal static class SqlInstruments
{
    private static readonly ActivitySource s_source = new(Telemetry.Instruments.Name, ThisAssembly.Version);
    private static readonly Meter s_meter = new(Telemetry.Instruments.Name, ThisAssembly.Version);

    private static readonly Histogram<double> s_duration = s_meter.CreateHistogram<double>(
        "db.client.operation.duration", "s", "Duration of database client operations.", advice: new() { HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10] });

    public static void Start(SqlCall call)
    {
        if (!s_source.HasListeners())
        {
            return;
        }
        call.Activity = s_source.StartActivity(call.Operation.Name, ActivityKind.Client);
        if (call.Activity is { IsAllDataRequested: true } activity)
        {
            var driver = call.Database.Driver;
            activity.SetTag("db.system.name", System(driver));
            activity.SetTag("db.namespace", driver.Namespace);
            activity.SetTag("db.operation.name", call.Operation.Method);
            if (call.Operation.Path.Length > 0)
            {
                activity.SetTag("db.collection.name", call.Operation.Path);
            }
            activity.SetTag("db.query.summary", call.Operation.Name);
            if (call.Command is { } command)
            {
                // Parameters stand for all values of it.
                activity.SetTag("db.query.text", command.CommandText);
            }
            if (call.Batch is { Count: > 1 } batch)
            {
                activity.SetTag("db.operation.batch.size", batch.Count);
            }
            if (driver.Host is { } host)
            {
                activity.SetTag("server.address", host);
                activity.SetTag("server.port", driver.Port);
            }
            activity.SetTag("integrations.name", call.Database.Settings.Client.Integration);
            if (call.Database.Settings.Client.Instance is { } instance)
            {
                activity.SetTag("integrations.instance", instance);
            }
            activity.SetTag("integrations.operation", call.Operation.Id);
        }
    }

    public static void Stop(SqlCall call, string? error)
    {
        if (call.Activity is { } activity)
        {
            if (activity.IsAllDataRequested)
            {
                if (call.Attempts > 1)
                {
                    activity.SetTag("integrations.attempts", call.Attempts);
                }
                if (error is not null)
                {
                    activity.SetTag("error.type", error);
                    if (call.Fault?.SqlState is { } state)
                    {
                        activity.SetTag("db.response.status_code", state);
                    }
                    activity.SetStatus(ActivityStatusCode.Error);
                }
            }
            activity.Dispose();
        }
        if (s_duration.Enabled)
        {
            var driver = call.Database.Driver;
            var tags = new TagList
            {
                { "db.system.name", System(driver) },
                { "db.namespace", driver.Namespace },
                { "db.operation.name", call.Operation.Method },
                { "db.query.summary", call.Operation.Name },
                { "integrations.name", call.Database.Settings.Client.Integration },
            };
            if (call.Database.Settings.Client.Instance is { } instance)
            {
                tags.Add("integrations.instance", instance);
            }
            if (driver.Host is { } host)
            {
                tags.Add("server.address", host);
                tags.Add("server.port", driver.Port);
            }
            if (error is not null)
            {
                tags.Add("error.type", error);
                if (call.Fault?.SqlState is { } state)
                {
                    tags.Add("db.response.status_code", state);
                }
            }
            s_duration.Record(call.Elapsed.TotalSeconds, tags);
        }
    }

    private static string System(SqlDriver driver) => driver.Engine == SqlEngine.Postgres ? "postgresql" : "sqlite";
}
