using System.Text.Json;
using Integrations.Http;

namespace Integrations;

/// <summary>Calls of a client for what its document lacks, with all that its other calls have: credentials, limits, retries, telemetry.</summary>
public static class RawCalls
{
    /// <summary>Sends a request and gives what comes back as a stream; HTTP errors are no exceptions. Dispose the answer.</summary>
    /// <typeparam name="TClient">The client.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">
    /// Path and query below the client's base address, beginning with <c>/</c> and escaped already: put values through
    /// <see cref="Uri.EscapeDataString(string)"/>. Another host cannot be named.
    /// </param>
    /// <param name="content">The body. It is sent once: such a call is not retried after it was touched.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentException">The path does not begin with <c>/</c>, leaves the base address, or is not escaped.</exception>
    /// <exception cref="ApiConnectionException">The server could not be reached, or the connection broke.</exception>
    /// <exception cref="ApiTimeoutException">The call took too long.</exception>
    public static Task<ApiResponse<Stream>> SendRawAsync<TClient>(this IIntegrationClient<TClient> client, HttpMethod method, string path, HttpContent? content = null, CancellationToken cancellationToken = default)
        where TClient : class, IIntegrationClient<TClient>
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.Api.SendStreamResponseAsync(RawRequest.Create(method, path, content, "*/*"), cancellationToken);
    }

    /// <summary>Sends a request and reads what comes back as JSON; HTTP errors are no exceptions.</summary>
    /// <inheritdoc cref="SendRawAsync{TClient}"/>
    /// <exception cref="ApiException">A success could not be read.</exception>
    public static Task<ApiResponse<JsonElement>> SendRawJsonAsync<TClient>(this IIntegrationClient<TClient> client, HttpMethod method, string path, HttpContent? content = null, CancellationToken cancellationToken = default)
        where TClient : class, IIntegrationClient<TClient>
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.Api.SendResponseAsync<JsonElement, Json.ElementCodec>(RawRequest.Create(method, path, content, "application/json"), cancellationToken);
    }
}
