using System.Net;
using System.Text.Json;
using Integrations.Json;
using Integrations.Resilience;

namespace Integrations.Http;

/// <summary>Makes the result of a call that is over. A struct, so that the core is specialised at compile time.</summary>
internal interface IResultReader<TResult>
{
    static abstract TResult Read(ApiCall call);
}

internal readonly struct JsonResult<T, TCodec> : IResultReader<T>
    where TCodec : struct, IJsonCodec<T>
{
    public static T Read(ApiCall call)
    {
        CallErrors.ThrowUnlessSuccess(call);
        return JsonValue.Read<T, TCodec>(call, emptyIsError: !call.Request.Operation.AllowEmpty);
    }
}

internal readonly struct JsonResponse<T, TCodec> : IResultReader<ApiResponse<T>>
    where TCodec : struct, IJsonCodec<T>
{
    public static ApiResponse<T> Read(ApiCall call)
    {
        CallErrors.ThrowUnlessAnswered(call);
        return Responses.Create(call, call.Result.IsSuccess ? JsonValue.Read<T, TCodec>(call, emptyIsError: false) : default);
    }
}

internal readonly struct EmptyResult : IResultReader<bool>
{
    public static bool Read(ApiCall call)
    {
        CallErrors.ThrowUnlessSuccess(call);
        return true;
    }
}

internal readonly struct EmptyResponse : IResultReader<ApiResponse>
{
    public static ApiResponse Read(ApiCall call)
    {
        CallErrors.ThrowUnlessAnswered(call);
        return Responses.Create(call);
    }
}

internal readonly struct TextResult : IResultReader<string>
{
    public static string Read(ApiCall call)
    {
        CallErrors.ThrowUnlessSuccess(call);
        return Charset.Text(call.Result);
    }
}

internal readonly struct TextResponse : IResultReader<ApiResponse<string>>
{
    public static ApiResponse<string> Read(ApiCall call)
    {
        CallErrors.ThrowUnlessAnswered(call);
        return Responses.Create(call, call.Result.IsSuccess ? Charset.Text(call.Result) : null);
    }
}

internal readonly struct StreamResult : IResultReader<Stream>
{
    public static Stream Read(ApiCall call)
    {
        CallErrors.ThrowUnlessSuccess(call);
        return new ResponseStream(call);
    }
}

internal readonly struct StreamResponse : IResultReader<ApiResponse<Stream>>
{
    public static ApiResponse<Stream> Read(ApiCall call)
    {
        CallErrors.ThrowUnlessAnswered(call);
        return Responses.Create<Stream>(call, call.Result.IsSuccess ? new ResponseStream(call) : null);
    }
}

/// <summary>The JSON of a success.</summary>
internal static class JsonValue
{
    public static T Read<T, TCodec>(ApiCall call, bool emptyIsError)
        where TCodec : struct, IJsonCodec<T>
    {
        var attempt = call.Result;
        if (attempt.Body.IsEmpty || attempt.Status is HttpStatusCode.NoContent or HttpStatusCode.ResetContent)
        {
            if (emptyIsError)
            {
                throw CallErrors.Empty(call);
            }
            return default!;
        }
        try
        {
            return Json.Json.Read<T, TCodec>(Charset.Utf8(attempt));
        }
        catch (Exception exception) when (exception is JsonException or FormatException or OverflowException)
        {
            throw CallErrors.Unreadable(call, exception);
        }
    }
}
