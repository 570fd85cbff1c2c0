using System.Text.Json.Nodes;
using Integrations.OpenApi.Model;
using Integrations.OpenApi.Normalizing;
using Integrations.OpenApi.Slicing;
using Microsoft.OpenApi;

namespace Integrations.OpenApi.Mapping;

/// <summary>Parameters, responses, ... that stand elsewhere: each is handed over by itself, once, and shared by all that refer to it.</summary>
internal sealed class PieceReader(SliceContext context, LibraryReader library, OperationNormalizer normalizer)
{
    private readonly Dictionary<(Type, string), object?> pieces = [];

    public IOpenApiParameter? Of(IOpenApiParameter parameter) => Of<IOpenApiParameter, OpenApiParameter>(parameter, parameter.Extensions, normalizer.Parameter);

    public IOpenApiResponse? Of(IOpenApiResponse response) => Of<IOpenApiResponse, OpenApiResponse>(response, response.Extensions, normalizer.Response);

    public IOpenApiRequestBody? Of(IOpenApiRequestBody body) => Of<IOpenApiRequestBody, OpenApiRequestBody>(body, body.Extensions, normalizer.RequestBody);

    public IOpenApiHeader? Of(IOpenApiHeader header) => Of<IOpenApiHeader, OpenApiHeader>(header, header.Extensions, normalizer.Header);

    public IOpenApiLink? Of(IOpenApiLink link) => Of<IOpenApiLink, OpenApiLink>(link, link.Extensions, normalizer.Link);

    /// <summary>Maps a piece once, however many refer to it. Without this, one shared response would be copied into a thousand operations.</summary>
    public TModel Mapped<TModel>(IDictionary<string, IOpenApiExtension>? extensions, string suffix, Func<TModel> map)
    {
        if (extensions.Text(Keys.Piece) is not { } key) return map();
        if (pieces.TryGetValue((typeof(TModel), key + suffix), out var known)) return (TModel)known!;
        var mapped = map();
        pieces[(typeof(TModel), key + suffix)] = mapped;
        return mapped;
    }

    private TInterface? Of<TInterface, T>(TInterface element, IDictionary<string, IOpenApiExtension>? extensions, Func<RawNode, JsonObject?> normalize)
        where TInterface : class
        where T : class, TInterface, IOpenApiElement
    {
        if (extensions.Text(Keys.Piece) is not { } key) return element;
        if (pieces.TryGetValue((typeof(T), key), out var known)) return (TInterface?)known;
        T? piece = null;
        if (context.Store.Find(key) is { } node)
        {
            if (context.IsObject(node) && normalize(node) is { } normal)
            {
                piece = library.Read<T>(normal, out var failure);
                if (piece is null) context.Shape(node, $"This cannot be read ({failure}) and is left out.");
            }
        }

        pieces[(typeof(T), key)] = piece;
        return piece;
    }
}
