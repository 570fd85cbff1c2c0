using Integrations.Resilience;
using Integrations.Telemetry;

namespace Integrations.Http;

public sealed partial class ApiClient
{
    /// <summary>Whether this view's calls are probes: one attempt each, whose end decides the health.</summary>
    internal bool IsProbe { get; private set; }

    IHealthProbe? Hosting.IIntegrationState.Probe() => Settings.HealthCheck is { } check ? new ApiProbe(this, check) : null;

    /// <summary>The view that probes are made with.</summary>
    internal ApiClient Prober(TimeSpan timeout)
    {
        var view = With(new CallOptions { Timeout = timeout });
        view.IsProbe = true;
        return view;
    }

    /// <summary>Sends a probe. Its failure is no exception; only cancelling is.</summary>
    internal async Task ProbeAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var call = Begin(request, ResponseMode.None, cancellationToken);
        await RunAsync(call).ConfigureAwait(false);
        CallEnd.Finish(call);
        cancellationToken.ThrowIfCancellationRequested();
    }
}
