using Integrations.Json;

namespace Integrations.Http;

public sealed partial class ApiClient
{
    /// <summary>Calls an operation whose result is an emitted class.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <inheritdoc cref="SendAsync{T, TCodec}"/>
    public Task<T> SendModelAsync<T>(ApiRequest request, CancellationToken cancellationToken)
        where T : IJsonModel<T> => SendAsync<T, ModelCodec<T>>(request, cancellationToken);

    /// <summary>Calls an operation whose result is an emitted class; HTTP errors are no exceptions.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <inheritdoc cref="SendResponseAsync{T, TCodec}"/>
    public Task<ApiResponse<T>> SendModelResponseAsync<T>(ApiRequest request, CancellationToken cancellationToken)
        where T : IJsonModel<T> => SendResponseAsync<T, ModelCodec<T>>(request, cancellationToken);
}
