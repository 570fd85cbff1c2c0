using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Integrations.Tests.Conformance;

/// <summary>
/// What every kind of integration does alike, whatever it talks to: registration, instances, settings, secrets, health, telemetry, cancellation, disposal.
/// A kind passes it by deriving from it over a server of its own; the file is linked into the kind's test project.
/// </summary>
/// <typeparam name="TClient">The client's class.</typeparam>
public abstract class IntegrationConformance<TClient>
    where TClient : class
{
    private const string First = "acme";
    private const string Second = "globex";
    private const string Canary = "CANARY-7f3a";
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    /// <summary>The integration's name.</summary>
    protected abstract string Name { get; }

    /// <summary>The least settings with which a client works, by their keys under its section.</summary>
    protected abstract IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>Those of <see cref="Settings"/> without which there is an error at start-up.</summary>
    protected abstract IReadOnlyList<string> Required { get; }

    /// <summary>Those of <see cref="Settings"/> that are secrets, each with a value that works and holds the given text.</summary>
    /// <param name="text">What nobody may ever see.</param>
    protected abstract IReadOnlyDictionary<string, string> Secrets(string text);

    /// <summary>How many requests or commands the server has received; of what keeps connections, how many of them there are.</summary>
    protected abstract int Received { get; }

    /// <summary>What is said in every test of the integration, by its keys under its section; such as which of several engines it is for.</summary>
    protected virtual IReadOnlyDictionary<string, string> Given => new Dictionary<string, string>();

    /// <summary>What the names of its metrics begin with: OpenTelemetry's, where its conventions have some for the kind.</summary>
    protected virtual string Metrics => "integrations.";

    /// <summary>Whether a call can be cancelled while it runs; what runs within the process may only be able to end by itself.</summary>
    protected virtual bool IsCancelledWhileItRuns => true;

    /// <summary>Registers the client, and with a key one more instance.</summary>
    protected abstract void Register(IntegrationsBuilder integrations, string? instance);

    /// <summary>Does something that succeeds.</summary>
    protected abstract Task UseAsync(TClient client, CancellationToken cancellationToken);

    /// <summary>Does something that the server refuses.</summary>
    protected abstract Task FailAsync(TClient client);

    /// <summary>Does something that the server does not answer until it is cancelled.</summary>
    protected abstract Task HangAsync(TClient client, CancellationToken cancellationToken);

    [Fact]
    public async Task It_is_registered_once_and_injected()
    {
        using var host = await StartAsync();
        Assert.Same(host.Services.GetRequiredService<TClient>(), host.Services.GetRequiredService<TClient>());
        await UseAsync(host.Services.GetRequiredService<TClient>(), default);
    }

    [Fact]
    public async Task Several_instances_are_apart_and_each_works()
    {
        using var host = await StartAsync(instances: [First, Second]);
        var clients = new[] { Client(host, null), Client(host, First), Client(host, Second) };
        Assert.Equal(3, clients.Distinct().Count());
        Assert.Same(clients[1], Client(host, First));
        foreach (var client in clients)
        {
            await UseAsync(client, default);
        }
        await Assert.ThrowsAnyAsync<IntegrationException>(() => FailAsync(clients[1]));
        Assert.Equal([null, First, Second], Catalog(host).Select(info => info.Instance));
        Assert.All(Catalog(host), info => Assert.NotNull(info.LastSuccess));
        Assert.Null(host.Services.GetKeyedService<TClient>("nobody"));
    }

    [Fact]
    public async Task Settings_of_the_integration_are_there_for_every_instance()
    {
        using var host = Host(Under(Name, Settings), [First]);
        await host.StartAsync();
        await UseAsync(Client(host, First), default);
    }

    [Fact]
    public async Task What_is_missing_is_listed_in_one_error_with_whole_paths()
    {
        using var host = Host([], [First, Second]);
        if (Required.Count == 0)
        {
            await host.StartAsync();
            Assert.Equal(0, Received);
            return;
        }
        var exception = await Assert.ThrowsAsync<IntegrationConfigurationException>(() => host.StartAsync());
        foreach (var section in new[] { Name, $"{Name}:{First}", $"{Name}:{Second}" })
        {
            Assert.All(Required, key => Assert.Contains($"Integrations:{section}:{key}", exception.Message, StringComparison.Ordinal));
            Assert.All(Required, key => Assert.Contains($"Integrations__{section}__{key}".Replace(":", "__", StringComparison.Ordinal), exception.Message, StringComparison.Ordinal));
        }
        Assert.Equal(0, Received);
    }

    [Fact]
    public async Task Switched_off_it_lets_the_program_start_and_says_so_when_it_is_used()
    {
        var settings = Under($"{Name}:{First}", Settings);
        settings[$"Integrations:{Name}:Enabled"] = "false";
        settings[$"Integrations:{Name}:{First}:Enabled"] = "true";
        using var host = Host(settings, [First]);
        await host.StartAsync();
        var exception = await Assert.ThrowsAsync<IntegrationDisabledException>(() => UseAsync(Client(host, null), default));
        Assert.Contains($"Integrations:{Name}:Enabled", exception.Message, StringComparison.Ordinal);
        await UseAsync(Client(host, First), default);
        Assert.Equal([false, true], Catalog(host).Select(info => info.Enabled));
    }

    [Fact]
    public async Task Secrets_are_in_no_text()
    {
        var seen = new ConcurrentQueue<string>();
        using var activities = Listen(activity => seen.Enqueue(activity.DisplayName + string.Join(' ', activity.TagObjects) + activity.StatusDescription));
        var settings = Under(Name, Settings);
        foreach (var (key, value) in Secrets(Canary))
        {
            Assert.Contains(Canary, settings[$"Integrations:{Name}:{key}"] = value, StringComparison.Ordinal);
        }
        using var host = Host(settings, [], logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new Recorder(seen)));
        await host.StartAsync();
        var client = Client(host, null);
        seen.Enqueue(client.ToString()!);
        foreach (var action in new Func<Task>[] { () => UseAsync(client, default), () => FailAsync(client), () => UseAsync(client, new CancellationToken(true)) })
        {
            try
            {
                await action();
            }
            catch (Exception exception)
            {
                seen.Enqueue(exception.ToString());
            }
        }
        Assert.Contains(seen, text => text.Contains(Name, StringComparison.Ordinal));
        Assert.All(seen, text => Assert.DoesNotContain(Canary, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Health_and_catalog_tell_what_calls_saw_and_send_nothing()
    {
        using var host = await StartAsync(instances: [First]);
        var checks = host.Services.GetRequiredService<HealthCheckService>();
        var before = await checks.CheckHealthAsync();
        Assert.Equal([Name, $"{Name}:{First}"], before.Entries.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(HealthStatus.Healthy, before.Status);
        Assert.All(Catalog(host), info => Assert.Equal((Name, true, null), (info.Definition.Name, info.IsAvailable, info.LastSuccess)));
        Assert.Equal(0, Received);

        await UseAsync(Client(host, First), default);
        var after = await checks.CheckHealthAsync();
        Assert.True(after.Entries[$"{Name}:{First}"].Data.ContainsKey("lastSuccess"));
        Assert.False(after.Entries[Name].Data.ContainsKey("lastSuccess"));
    }

    [Fact]
    public async Task Cancellation_ends_a_call_before_it_begins_and_while_it_runs()
    {
        using var host = await StartAsync();
        var client = Client(host, null);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => UseAsync(client, new CancellationToken(true)).WaitAsync(s_patience));
        Assert.Equal(0, Received);
        if (!IsCancelledWhileItRuns)
        {
            return;
        }
        using var source = new CancellationTokenSource();
        var call = HangAsync(client, source.Token);
        while (Received == 0 && !call.IsCompleted)
        {
            await Task.Delay(5);
        }
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(s_patience));
    }

    [Fact]
    public async Task Disposing_the_program_closes_what_it_holds()
    {
        var host = await StartAsync(instances: [First]);
        var clients = new[] { Client(host, null), Client(host, First) };
        foreach (var client in clients)
        {
            await UseAsync(client, default);
        }
        await host.StopAsync();
        host.Dispose();
        foreach (var client in clients)
        {
            await Assert.ThrowsAsync<ObjectDisposedException>(() => UseAsync(client, default));
        }
    }

    [Fact]
    public async Task A_call_is_an_activity_and_a_measurement_with_the_names_of_the_integration_and_the_instance()
    {
        var activities = new ConcurrentQueue<Activity>();
        using var parent = new Activity("test").Start();
        using var listener = Listen(activity =>
        {
            if (activity.TraceId == parent.TraceId)
            {
                activities.Enqueue(activity);
            }
        });
        var unique = "i" + Guid.NewGuid().ToString("n");
        var measured = new ConcurrentQueue<string>();
        using var meters = new MeterListener { InstrumentPublished = static (instrument, listener) => { if (instrument.Meter.Name == "Integrations") { listener.EnableMeasurementEvents(instrument); } } };
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) =>
        {
            var all = tags.ToArray();
            if (all.Contains(new("integrations.instance", unique)) && all.Contains(new("integrations.name", Name)))
            {
                measured.Enqueue(instrument.Name);
            }
        });
        meters.Start();
        using var host = await StartAsync(instances: [unique]);
        await UseAsync(Client(host, null), default);
        await UseAsync(Client(host, unique), default);
        Assert.Contains(activities, activity => (activity.GetTagItem("integrations.name"), activity.GetTagItem("integrations.instance")) is (string name, null) && name == Name);
        Assert.Contains(activities, activity => (activity.GetTagItem("integrations.name"), activity.GetTagItem("integrations.instance")) is (string name, string instance) && name == Name && instance == unique);
        Assert.NotEmpty(measured);
        Assert.All(measured, name => Assert.StartsWith(Metrics, name, StringComparison.Ordinal));
    }

    private static TClient Client(IHost host, string? instance) =>
        instance is null ? host.Services.GetRequiredService<TClient>() : host.Services.GetRequiredKeyedService<TClient>(instance);

    private static IReadOnlyList<IntegrationInfo> Catalog(IHost host) => host.Services.GetRequiredService<IIntegrationCatalog>().Integrations;

    private static Dictionary<string, string?> Under(string section, IReadOnlyDictionary<string, string> settings) =>
        settings.ToDictionary(pair => $"Integrations:{section}:{pair.Key}", pair => (string?)pair.Value);

    private static ActivityListener Listen(Action<Activity> stopped)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Integrations",
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = stopped,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private async Task<IHost> StartAsync(IReadOnlyList<string>? instances = null)
    {
        var settings = Under(Name, Settings);
        foreach (var instance in instances ?? [])
        {
            foreach (var (key, value) in Under($"{Name}:{instance}", Settings))
            {
                settings[key] = value;
            }
        }
        var host = Host(settings, instances ?? []);
        await host.StartAsync();
        return host;
    }

    private IHost Host(Dictionary<string, string?> settings, IReadOnlyList<string> instances, Action<ILoggingBuilder>? logging = null)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(Under(Name, Given));
        builder.Configuration.AddInMemoryCollection(settings);
        logging?.Invoke(builder.Logging);
        var integrations = IntegrationsBuilder.For(builder.Services, builder.Configuration);
        Register(integrations, null);
        foreach (var instance in instances)
        {
            Register(integrations, instance);
        }
        return builder.Build();
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
