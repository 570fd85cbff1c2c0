using System.Security.Cryptography;
using System.Runtime.InteropServices;
using Integrations.Json;
using Integrations.Resilience;

namespace Integrations.Http;

/// <summary>One page as it was received.</summary>
/// <param name="Value">Its result.</param>
/// <param name="Call">The call that got it, for exceptions. Its body is gone.</param>
/// <param name="Link">Its <c>Link</c> header.</param>
/// <param name="Fingerprint">A hash of its body, where the request asks for one.</param>
internal readonly record struct Page<TPage>(TPage Value, ApiCall Call, string? Link, UInt128 Fingerprint);

internal readonly struct PageResult<TPage, TCodec> : IResultReader<Page<TPage>>
    where TCodec : struct, IJsonCodec<TPage>
{
    public static Page<TPage> Read(ApiCall call)
    {
        var value = JsonResult<TPage, TCodec>.Read(call);
        new ApiHeaders(call.Result.Response!).TryGetValue("Link", out var link);
        return new(value, call, link, call.Request.WantsFingerprint ? Hash(call.Result.Body) : default);
    }

    private static UInt128 Hash(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return MemoryMarshal.Read<UInt128>(hash);
    }
}
