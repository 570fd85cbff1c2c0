using System.ComponentModel;
using Integrations.Auth;
using Integrations.Hosting;
using Integrations.Json;
using Integrations.Resilience;
using Integrations.Telemetry;

namespace Integrations.Http;

/// <summary>Makes the calls of one client: what emitted code calls. One instance serves all calls at once.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public sealed partial class ApiClient : IIntegrationState
{
    internal const string DefaultUserAgent = "Integrations/" + ThisAssembly.Version;

    private readonly HttpMessageInvoker _transport;
    private readonly ClientAuthentication _authentication;
    private readonly AttemptTimer _timer;
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
        Pipelines = new ClientPipelines(this, options.SharedRateLimit);
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

    /// <summary>What calls go through; shared by all views of the client.</summary>
    internal ClientPipelines Pipelines { get; }

    /// <summary>The client's own limits.</summary>
    internal CallLimits Limits => Pipelines.Current.Client.Limits;

    IReadOnlyList<IntegrationBreaker> IIntegrationState.Breakers() =>
        [.. Pipelines.Current.Breakers().Select(static breaker => new IntegrationBreaker(breaker.Scope, breaker.State))];

    ClientName IIntegrationState.Client => Settings.Client;

    TimeProvider IIntegrationState.Time => Time;

    bool IIntegrationState.Enabled => Settings.Enabled;

    bool IIntegrationState.Required => Settings.Required;

    IReadOnlyList<string> IIntegrationState.Problems => Settings.Problems;

    ClientHealth IIntegrationState.Health => Health;

    bool IIntegrationState.IsBreakerTripped => Pipelines.Current.IsBreakerTripped;

    TimeSpan IIntegrationState.Pause => Gate.Remaining;

    bool IIntegrationState.IsLimitExhausted => Limits.IsExhausted;

    TimeSpan? IIntegrationState.ExhaustedFor => Limits.ExhaustedFor;

    int IIntegrationState.FailureThreshold => Settings.HealthCheck?.FailureThreshold ?? 1;

    void IIntegrationState.LogStatus(IntegrationStatus status, string? reason) => Log.StatusChanged(status, reason);

    /// <summary>What the addresses of an operation begin with.</summary>
    internal string OriginOf(OperationDescriptor operation) =>
        operation.Server is not null && Settings.Servers.TryGetValue(operation, out var server) ? server.Address : Origin;

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
