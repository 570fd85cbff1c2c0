using System.Runtime.CompilerServices;
using Integrations.Resilience;
using Integrations.Telemetry;
using Polly;

namespace Integrations.Http;

public sealed partial class ApiClient
{
    /// <summary>The one core: all calls go through this. Only the reading of the result differs by type, so little is compiled for each.</summary>
    private async Task<TResult> CallAsync<TResult, TReader>(ApiRequest request, ResponseMode mode, CancellationToken cancellationToken)
        where TReader : struct, IResultReader<TResult>
    {
        var call = Begin(request, mode, cancellationToken);
        await RunAsync(call).ConfigureAwait(false);
        if (_fallbacks is not null)
        {
            var whole = typeof(TResult).IsAssignableTo(typeof(ApiResponse));
            if (FallbackOf(call, typeof(TResult), whole) is { } fallback)
            {
                return (TResult)(await FallBackAsync(call, fallback, whole).ConfigureAwait(false))!;
            }
        }
        try
        {
            return TReader.Read(call);
        }
        finally
        {
            CallEnd.Finish(call);
        }
    }

    private ApiCall Begin(ApiRequest request, ResponseMode mode, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!Settings.Enabled)
        {
            throw new IntegrationDisabledException(Settings.Name);
        }
        if (Settings.Problems.Count > 0)
        {
            throw new IntegrationConfigurationException(Settings.Problems) { Integration = Settings.Name };
        }
        if (request.Operation.Server is not null && Settings.Servers.TryGetValue(request.Operation, out var server) && server.Refusal is { } refusal)
        {
            throw new IntegrationConfigurationException([refusal]) { Integration = Settings.Name };
        }
        _headers?.Apply(request);
        var pipeline = Pipelines.Current.Of(request.Operation);
        if (pipeline.Settings.Retry.IdempotencyKey && !request.Operation.Idempotent && !request.HasIdempotencyKey)
        {
            request.Replace(HeaderNames.IdempotencyKey, Guid.NewGuid().ToString());
        }
        return new ApiCall(this, request, pipeline, mode, cancellationToken);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private static async ValueTask RunAsync(ApiCall call)
    {
        Instruments.Start(call);
        var places = call.Pipeline.Limits.Concurrency;
        if (places is not null && !places.TryEnter() && await places.EnterAsync(call).ConfigureAwait(false) is var failure and not Failure.None)
        {
            if (failure == Failure.Busy)
            {
                Instruments.Throttled(call);
                call.Owner.Health.Throttled("as many calls are running as the concurrency limit allows", null);
            }
            call.Refuse(failure);
            return;
        }
        var context = ResilienceContextPool.Shared.Get(call.CancellationToken);
        try
        {
            call.Complete(await call.Pipeline.ExecuteAsync(context, call).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            call.Complete(Outcome.FromException<Attempt>(exception));
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
            places?.Exit();
        }
    }
}
