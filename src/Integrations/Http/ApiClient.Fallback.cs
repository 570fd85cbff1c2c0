using Integrations.Resilience;
using Integrations.Telemetry;

namespace Integrations.Http;

public sealed partial class ApiClient
{
    private Dictionary<OperationDescriptor, Fallback>? _fallbacks;

    /// <summary>Sets what gives the value of an operation where a call of it failed. Before the first call.</summary>
    /// <typeparam name="T">The type of the operation's result.</typeparam>
    /// <param name="operation">The operation.</param>
    /// <param name="make">Makes the value.</param>
    /// <param name="needsArguments">Whether it takes the operation's arguments; a call that has not kept them is then without a fallback.</param>
    public void SetFallback<T>(OperationDescriptor operation, Func<FailedCall, Task<T>> make, bool needsArguments) =>
        (_fallbacks ??= [])[operation] = new Fallback<T>(make, needsArguments);

    /// <summary>Sets what is done in place of an operation without a result where a call of it failed. Before the first call.</summary>
    /// <inheritdoc cref="SetFallback{T}"/>
    /// <param name="operation">The operation.</param>
    /// <param name="act">What is done.</param>
    /// <param name="needsArguments">Whether it takes the operation's arguments.</param>
    public void SetEmptyFallback(OperationDescriptor operation, Func<FailedCall, Task> act, bool needsArguments) =>
        (_fallbacks ??= [])[operation] = new EmptyFallback(act, needsArguments);

    /// <summary>What gives the result of a call that failed, or null.</summary>
    private Fallback? FallbackOf(ApiCall call, Type result, bool whole) =>
        _fallbacks!.TryGetValue(call.Request.Operation, out var fallback)
        && (whole || fallback.Type == result)
        && call.Mode != ResponseMode.Stream
        && (!fallback.NeedsArguments || call.Request.Arguments is not null)
        && Fallback.IsFor(call)
            ? fallback
            : null;

    private static async Task<object?> FallBackAsync(ApiCall call, Fallback fallback, bool whole)
    {
        IntegrationException exception;
        ApiResponse? answer = null;
        try
        {
            exception = CallErrors.Of(call);
            if (whole)
            {
                answer = call.Result.Response is null ? new(0) { RequestId = call.RequestId, Attempts = call.Attempts } : Responses.Create(call);
            }
            call.FellBack = true;
        }
        finally
        {
            CallEnd.Finish(call);
        }
        return await fallback.InvokeAsync(new(exception, call.Request.Arguments, call.CancellationToken), answer).ConfigureAwait(false);
    }
}
