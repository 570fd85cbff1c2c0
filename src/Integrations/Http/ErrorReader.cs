using System.Net;
using Integrations.Json;

namespace Integrations.Http;

/// <summary>Reads a typed error and makes its exception: what needs the type of the error, and nothing else.</summary>
internal abstract class ErrorReader
{
    public abstract object? Read(ReadOnlySpan<byte> body);

    public abstract ApiException Create(object error, string message, HttpStatusCode status, ApiHeaders headers, in CallFacts facts);
}

internal sealed class JsonErrorReader<T, TCodec> : ErrorReader
    where TCodec : struct, IJsonCodec<T>
{
    public override object? Read(ReadOnlySpan<byte> body) => Json.Json.Read<T, TCodec>(body);

    public override ApiException Create(object error, string message, HttpStatusCode status, ApiHeaders headers, in CallFacts facts) =>
        new ApiException<T>(message, status, (T)error)
        {
            Headers = headers,
            Integration = facts.Integration,
            Operation = facts.Operation,
            RequestId = facts.RequestId,
            Attempts = facts.Attempts,
            Body = facts.Body,
            RetryAfter = facts.RetryAfter,
        };
}

/// <summary>What every exception about an answer says.</summary>
internal readonly record struct CallFacts(string Integration, OperationDescriptor Operation, string RequestId, int Attempts, string? Body, TimeSpan? RetryAfter);
