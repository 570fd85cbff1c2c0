using System.ComponentModel;
using Integrations.Auth;
using Integrations.Hosting;
using Integrations.Json;
using Integrations.Resilience;
using Integrations.Telemetry;

namespace Integrations.Http;

/// <summary>Makes the calls of one client: what emitted code calls. One instance serves all calls at once.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public sealed partial class ApiClient
{
    internal const string DefaultUserAgent = "Integrations/" + ThisAssembly.Version;

    private readonly HttpMessageInvoker _transport;
    private readonly ClientAuthentication _authentication;
    private readonly AttemptTimer _timer;
    private readonly OperationPipeline _pipeline;
    private readonly Dictionary<OperationDescriptor, OperationPipeline>? _pipelines;
    private readonly string _userAgent;

    internal ApiClient(ClientSettings settings, ClientOptions options, HttpMessageInvoker transport, ClientAuthentication authentication, TimeProvider time, ClientLog log, EventHub? events)
    {
        Settings = settings;
        Time = time;
        Log = log;
        Random = options.Random;
        Gate = new PauseGate(time);
        Health = new ClientHealth(this, events);
        Origin = settings.BaseAddress?.AbsoluteUri.TrimEnd('/') ?? "";
        HeaderRules.Check("User-Agent", options.UserAgent);
        _userAgent = options.UserAgent;
        _transport = transport;
        _authentication = authentication;
        _timer = new AttemptTimer(time);
        var limits = CallLimits.ForClient(settings, options.SharedRateLimit, time, log);
        _pipeline = new OperationPipeline(settings.Policies, limits, shared: null, scope: null, this);
        _pipelines = Pipelines(options.SharedRateLimit);
        Health.Register();
    }

    internal ClientSettings Settings { get; }

    internal TimeProvider Time { get; }

    internal ClientLog Log { get; }

    internal Func<double> Random { get; }

    internal PauseGate Gate { get; }

    internal RetryBudget Budget { get; } = new();

    internal ClientHealth Health { get; }

    /// <summary>What every address begins with, without a final slash.</summary>
    internal string Origin { get; }

    internal bool IsBreakerOpen => _pipeline.IsBreakerOpen || (_pipelines is not null && _pipelines.Values.Any(static pipeline => pipeline.IsBreakerOpen));

    /// <summary>Whether a breaker is open, or has yet to see that calls succeed again.</summary>
    internal bool IsBreakerTripped => _pipeline.IsBreakerTripped || (_pipelines is not null && _pipelines.Values.Any(static pipeline => pipeline.IsBreakerTripped));

    /// <summary>The client's own limits.</summary>
    internal CallLimits Limits => _pipeline.Limits;

    /// <summary>Every breaker once, the client's own first.</summary>
    internal IReadOnlyList<IntegrationBreaker> Breakers()
    {
        var breakers = new List<IntegrationBreaker>();
        foreach (var pipeline in (IEnumerable<OperationPipeline>)[_pipeline, .. (_pipelines?.Values.Distinct() ?? []).OrderBy(static p => p.Scope, StringComparer.Ordinal)])
        {
            if (pipeline is { OwnsBreaker: true, Breaker: { } state })
            {
                breakers.Add(new(pipeline.Scope, state));
            }
        }
        return breakers;
    }

    /// <summary>What the addresses of an operation begin with.</summary>
    internal string OriginOf(OperationDescriptor operation) =>
        operation.Server is not null && Settings.Servers.TryGetValue(operation, out var server) ? server.Address : Origin;

    /// <summary>The pipelines of operations with policies of their own, and of those that go to another host, whose breaker is another one.</summary>
    private Dictionary<OperationDescriptor, OperationPipeline>? Pipelines(ISharedRateLimit? sharedLimit)
    {
        if (Settings.Operations.Count == 0 && !Settings.Servers.Values.Any(static s => s.IsElsewhere))
        {
            return null;
        }
        var hosts = new Dictionary<string, OperationPipeline>(StringComparer.OrdinalIgnoreCase);
        var pipelines = new Dictionary<OperationDescriptor, OperationPipeline>();
        foreach (var (operation, server) in Settings.Servers)
        {
            if (server is { IsElsewhere: true, Refusal: null })
            {
                var host = new Uri(server.Address).Authority;
                if (!hosts.TryGetValue(host, out var pipeline))
                {
                    hosts.Add(host, pipeline = new OperationPipeline(Settings.Policies, Limits, shared: null, host, this));
                }
                pipelines[operation] = pipeline;
            }
        }
        foreach (var (operation, own) in Settings.Operations)
        {
            pipelines[operation] = new OperationPipeline(own, Limits.ForOperation(operation, own, Settings, sharedLimit, Time, Log), pipelines.GetValueOrDefault(operation) ?? _pipeline, operation.Name, this);
        }
        return pipelines;
    }

    /// <summary>Calls an operation whose result is JSON.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <param name="request">The request, used up by this.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ApiException">The server answered with an error, or with what cannot be read.</exception>
    /// <exception cref="ApiConnectionException">The server could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The call took too long.</exception>
    /// <exception cref="ApiUnavailableException">The circuit breaker is open, or the server asked to pause for longer than the call may take.</exception>
    public Task<T> SendAsync<T, TCodec>(ApiRequest request, CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<T> => CallAsync<T, JsonResult<T, TCodec>>(request, ResponseMode.Buffer, cancellationToken);

    /// <summary>Calls an operation whose result is JSON; HTTP errors are no exceptions.</summary>
    /// <inheritdoc cref="SendAsync{T, TCodec}"/>
    /// <returns>The answer.</returns>
    public Task<ApiResponse<T>> SendResponseAsync<T, TCodec>(ApiRequest request, CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<T> => CallAsync<ApiResponse<T>, JsonResponse<T, TCodec>>(request, ResponseMode.Buffer, cancellationToken);

    /// <summary>Calls an operation without a result.</summary>
    /// <inheritdoc cref="SendAsync{T, TCodec}" path="/param"/>
    /// <inheritdoc cref="SendAsync{T, TCodec}" path="/exception"/>
    /// <returns>A task that is done when the server has answered.</returns>
    public Task SendAsync(ApiRequest request, CancellationToken cancellationToken) =>
        CallAsync<bool, EmptyResult>(request, ResponseMode.None, cancellationToken);

    /// <summary>Calls an operation without a result; HTTP errors are no exceptions.</summary>
    /// <inheritdoc cref="SendAsync{T, TCodec}" path="/param"/>
    /// <returns>The answer.</returns>
    public Task<ApiResponse> SendResponseAsync(ApiRequest request, CancellationToken cancellationToken) =>
        CallAsync<ApiResponse, EmptyResponse>(request, ResponseMode.None, cancellationToken);

    /// <summary>Calls an operation whose result is text.</summary>
    /// <inheritdoc cref="SendAsync{T, TCodec}" path="/param"/>
    /// <inheritdoc cref="SendAsync{T, TCodec}" path="/exception"/>
    /// <returns>The text.</returns>
    public Task<string> SendTextAsync(ApiRequest request, CancellationToken cancellationToken) =>
        CallAsync<string, TextResult>(request, ResponseMode.Buffer, cancellationToken);

    /// <summary>Calls an operation whose result is text; HTTP errors are no exceptions.</summary>
    /// <inheritdoc cref="SendAsync{T, TCodec}" path="/param"/>
    /// <returns>The answer.</returns>
    public Task<ApiResponse<string>> SendTextResponseAsync(ApiRequest request, CancellationToken cancellationToken) =>
        CallAsync<ApiResponse<string>, TextResponse>(request, ResponseMode.Buffer, cancellationToken);

    /// <summary>Calls an operation whose result is a stream, which holds the connection until it is disposed.</summary>
    /// <inheritdoc cref="SendAsync{T, TCodec}" path="/param"/>
    /// <inheritdoc cref="SendAsync{T, TCodec}" path="/exception"/>
    /// <returns>The stream.</returns>
    public Task<Stream> SendStreamAsync(ApiRequest request, CancellationToken cancellationToken) =>
        CallAsync<Stream, StreamResult>(request, ResponseMode.Stream, cancellationToken);

    /// <summary>Calls an operation whose result is a stream; HTTP errors are no exceptions. Dispose the answer.</summary>
    /// <inheritdoc cref="SendAsync{T, TCodec}" path="/param"/>
    /// <returns>The answer.</returns>
    public Task<ApiResponse<Stream>> SendStreamResponseAsync(ApiRequest request, CancellationToken cancellationToken) =>
        CallAsync<ApiResponse<Stream>, StreamResponse>(request, ResponseMode.Stream, cancellationToken);
}
