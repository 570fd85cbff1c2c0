using System.Net;
using System.Runtime.CompilerServices;
using Integrations.Auth;
using Integrations.Resilience;
using Polly;

namespace Integrations.Http;

public sealed partial class ApiClient
{
    private const int MaxRedirects = 5;

    /// <summary>One attempt: its timeouts, credentials, transport, same-origin redirects, and the body where it is read. Never throws.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    internal async ValueTask<Outcome<Attempt>> AttemptAsync(ApiCall call, CancellationToken cancellationToken)
    {
        call.CountAttempt();
        var attempt = new Attempt(call);
        var (remaining, limit) = (call.Remaining, call.Pipeline.Settings.Timeout.Attempt);
        if (remaining <= TimeSpan.Zero)
        {
            attempt.Failure = Failure.TotalTimeout;
            return Outcome.FromResult(attempt);
        }
        var source = _timer.Rent(remaining < limit ? remaining : limit);
        var registration = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), source);
        var reusable = true;
        try
        {
            var uri = call.Uri;
            var authenticators = _authentication.Of(call.Request.Operation);
            var (redirects, refreshed) = (0, false);
            HttpResponseMessage response;
            while (true)
            {
                var message = call.Request.CreateMessage(call.Request.Operation.HttpMethod, uri, call.RequestId, _userAgent);
                for (var i = 0; i < authenticators.Count; i++)
                {
                    await authenticators[i].AuthenticateAsync(message, call.Request.Operation, source.Token).ConfigureAwait(false);
                }
                response = await _transport.SendAsync(message, source.Token).ConfigureAwait(false);
                if (response.StatusCode < HttpStatusCode.MultipleChoices)
                {
                    break;
                }
                if (redirects < MaxRedirects && RedirectTarget(response, call.Request.Operation, uri) is { } target)
                {
                    redirects++;
                    uri = target;
                }
                else if (!refreshed && CanRefresh(response, call, authenticators) && await RefreshAsync(authenticators, response.RequestMessage is null ? With(response, message) : response, source.Token).ConfigureAwait(false))
                {
                    refreshed = true;
                }
                else
                {
                    break;
                }
                response.Dispose();
            }
            attempt.Response = response;
            call.Pipeline.Limits.Rate?.Learn(response);
            if (!response.IsSuccessStatusCode)
            {
                NoticePause(attempt, response);
                await ResponseBody.ReadErrorAsync(attempt, response, Settings.MaxResponseBytes, source.Token).ConfigureAwait(false);
            }
            else if (call.Mode == ResponseMode.Buffer)
            {
                if (!await ResponseBody.ReadAsync(attempt, response, Settings.MaxResponseBytes, source.Token).ConfigureAwait(false))
                {
                    attempt.Failure = Failure.TooLarge;
                }
            }
            else if (call.Mode == ResponseMode.Stream)
            {
                // A transport may go on to use the token for a request body that is still being sent.
                reusable = false;
            }
        }
        catch (Exception exception)
        {
            Classify(attempt, exception, source, totalIsNearer: remaining < limit, cancellationToken);
        }
        registration.Dispose();
        if (reusable)
        {
            _timer.Return(source);
        }
        else
        {
            source.CancelAfter(Timeout.InfiniteTimeSpan);
        }
        return Outcome.FromResult(attempt);
    }

    /// <summary>Where a GET or HEAD goes on, if that is the same origin. Elsewhere the credentials would go along.</summary>
    private static Uri? RedirectTarget(HttpResponseMessage response, OperationDescriptor operation, Uri from)
    {
        if (operation.Method is not ("GET" or "HEAD")
            || (int)response.StatusCode is not (301 or 302 or 303 or 307 or 308)
            || response.Headers.Location is not { } location)
        {
            return null;
        }
        var target = location.IsAbsoluteUri ? location : new Uri(from, location);
        return RequestUri.SameOrigin(target, from) ? RequestUri.Create(target.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped)) : null;
    }

    private static HttpResponseMessage With(HttpResponseMessage response, HttpRequestMessage message)
    {
        response.RequestMessage = message;
        return response;
    }

    private static bool CanRefresh(HttpResponseMessage response, ApiCall call, IReadOnlyList<IRequestAuthenticator> authenticators) =>
        response.StatusCode == HttpStatusCode.Unauthorized
        && authenticators.Count > 0
        && call.Request.Body is not { CanSendAgain: false };

    private static async ValueTask<bool> RefreshAsync(IReadOnlyList<IRequestAuthenticator> authenticators, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var any = false;
        for (var i = 0; i < authenticators.Count; i++)
        {
            any |= await authenticators[i].TryRefreshAsync(response, cancellationToken).ConfigureAwait(false);
        }
        return any;
    }

    private void NoticePause(Attempt attempt, HttpResponseMessage response)
    {
        if (response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or HttpStatusCode.Forbidden
            && RetryAfter.Read(response, Time) is { } asked)
        {
            attempt.RetryAfter = asked;
            Gate.Pause(asked);
            Log.Paused(attempt);
            Health.Throttled("the server asked to pause", asked);
        }
    }

    private static void Classify(Attempt attempt, Exception exception, CancellationTokenSource source, bool totalIsNearer, CancellationToken cancellationToken)
    {
        attempt.Response?.Dispose();
        attempt.Response = null;
        attempt.Exception = exception;
        if (cancellationToken.IsCancellationRequested)
        {
            attempt.Failure = Failure.Canceled;
        }
        else if (source.IsCancellationRequested)
        {
            attempt.Failure = totalIsNearer ? Failure.TotalTimeout : Failure.AttemptTimeout;
        }
        else if (AddressRefusedException.In(exception) is { } refused)
        {
            (attempt.Failure, attempt.Exception) = (Failure.AddressRefused, refused);
        }
        else if (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            attempt.Failure = Failure.Connection;
            attempt.NothingSent = exception is HttpRequestException
            {
                HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
            };
        }
        else
        {
            attempt.Failure = Failure.Other;
        }
    }
}
