using Integrations.Json;

namespace Integrations.Http;

public sealed partial class ApiClient
{
    /// <summary>Calls an operation whose result is a model.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <inheritdoc cref="SendAsync{T, TCodec}" path="/param"/>
    /// <inheritdoc cref="SendAsync{T, TCodec}" path="/exception"/>
    /// <returns>The result.</returns>
    public Task<T> SendModelAsync<T>(ApiRequest request, CancellationToken cancellationToken)
        where T : IJsonModel<T> => SendAsync<T, ModelCodec<T>>(request, cancellationToken);

    /// <summary>Calls an operation whose result is a model; HTTP errors are no exceptions.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <inheritdoc cref="SendAsync{T, TCodec}" path="/param"/>
    /// <returns>The answer.</returns>
    public Task<ApiResponse<T>> SendModelResponseAsync<T>(ApiRequest request, CancellationToken cancellationToken)
        where T : IJsonModel<T> => SendResponseAsync<T, ModelCodec<T>>(request, cancellationToken);
}
