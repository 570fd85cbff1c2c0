using System.Net;
using System.Text.Json;
using Integrations.Resilience;

namespace Integrations.Http;

/// <summary>Makes the answers of the methods that do not throw.</summary>
internal static class Responses
{
    public static ApiResponse Create(ApiCall call)
    {
        var attempt = call.Result;
        return new ApiResponse(attempt.Status, attempt.IsSuccess ? null : Error(call, out _))
        {
            Headers = new ApiHeaders(attempt.Response!),
            RequestId = call.RequestId,
            Attempts = call.Attempts,
            ErrorBody = attempt.IsSuccess ? null : Charset.ExcerptOf(attempt),
        };
    }

    public static ApiResponse<T> Create<T>(ApiCall call, T? value)
    {
        var attempt = call.Result;
        return new ApiResponse<T>(attempt.Status, value, attempt.IsSuccess ? null : Error(call, out _))
        {
            Headers = new ApiHeaders(attempt.Response!),
            RequestId = call.RequestId,
            Attempts = call.Attempts,
            ErrorBody = attempt.IsSuccess ? null : Charset.ExcerptOf(attempt),
        };
    }

    /// <summary>The typed error, or null where the document gives none or the body is something else (a proxy's page, perhaps).</summary>
    public static object? Error(ApiCall call, out ErrorReader? reader)
    {
        var attempt = call.Result;
        reader = call.Request.Operation.Errors?.Find(attempt.Status);
        if (reader is null || attempt.Body.IsEmpty || attempt.Status == HttpStatusCode.NotModified)
        {
            return null;
        }
        try
        {
            return reader.Read(Charset.Utf8(attempt));
        }
        catch (Exception exception) when (exception is JsonException or FormatException or OverflowException)
        {
            return null;
        }
    }
}
