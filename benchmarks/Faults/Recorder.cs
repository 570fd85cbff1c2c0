using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Integrations.Benchmarks.Faults;

/// <summary>Everything that a program tells: logs of every level, spans and metrics of every source, and what is handed over (exceptions).</summary>
internal sealed class Recorder : ILoggerProvider, IDisposable
{
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public Recorder()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Record,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Metric(instrument, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Metric(instrument, tags));
        _meters.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Metric(instrument, tags));
        _meters.Start();
    }

    public ConcurrentDictionary<string, ConcurrentBag<string>> Told { get; } = new() { ["logs"] = [], ["traces"] = [], ["metrics"] = [], ["exceptions"] = [], ["ToString"] = [] };

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    public void Exception(Exception exception)
    {
        for (Exception? each = exception; each is not null; each = each.InnerException)
        {
            Told["exceptions"].Add(each + " " + each.Message + " " + string.Join(' ', each.Data.Keys.Cast<object>().Select(key => key + "=" + each.Data[key])));
        }
    }

    private void Record(Activity activity)
    {
        var events = activity.Events.Select(static e => e.Name + " " + string.Join(' ', e.Tags));
        Told["traces"].Add($"{activity.Source.Name} {activity.DisplayName} {activity.OperationName} {string.Join(' ', activity.TagObjects)} {activity.StatusDescription} {string.Join(' ', events)} {string.Join(' ', activity.Baggage)} {activity.TraceStateString}");
    }

    private void Metric(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        Told["metrics"].Add(instrument.Meter.Name + " " + instrument.Name + " " + string.Join(' ', tags.ToArray()));

    private sealed class Logger(Recorder recorder) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            recorder.Told["logs"].Add("scope " + Text(state));
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            recorder.Told["logs"].Add($"{eventId} {formatter(state, exception)} {Text(state)} {exception}");

        private static string Text(object? state) => state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs) : state + "";
    }
}
