using Integrations.OpenApi.Model;
using Integrations.OpenApi.Normalizing;
using Integrations.OpenApi.Slicing;
using Microsoft.OpenApi;

namespace Integrations.OpenApi.Mapping;

/// <summary>From the library's operation to ours.</summary>
internal sealed class OperationMapper(SliceContext context, PieceReader pieces, SchemaMapper schemas)
{
    public SpecOperation Map(OpenApiOperation operation, string method, string path) => new()
    {
        Method = method,
        Path = path,
        OperationId = operation.OperationId,
        Tags = operation.Tags is null ? [] : [.. operation.Tags.Select(t => t.Reference?.Id ?? t.Name).OfType<string>()],
        Summary = operation.Summary,
        Description = operation.Description,
        ExternalDocs = operation.Extensions.Text(Keys.Docs),
        Deprecated = operation.Deprecated,
        Pageable = Pageable(operation.Extensions.Texts(Keys.Pageable)),
        Parameters = Parameters(operation.Parameters),
        RequestBody = operation.RequestBody is { } body && pieces.Of(body) is { } target
            ? Body(target, body.Extensions.Text(Keys.Piece), operation.Extensions.Text(Keys.BodyName))
            : null,
        Responses = operation.Responses is null ? [] : [.. operation.Responses.Select(r => Response(r.Key, r.Value)).OfType<SpecResponse>()],
        Security = operation.Security is null ? null : ServiceMapper.Security(operation.Security),
        Servers = ServiceMapper.Servers(operation.Servers),
    };

    private static SpecPageable? Pageable(IReadOnlyList<string> texts) =>
        texts.Count == 2 ? new SpecPageable(texts[0].Length == 0 ? null : texts[0], texts[1]) : null;

    // The operation's parameters come after the path's, and override them by name and place.
    private List<SpecParameter> Parameters(IList<IOpenApiParameter>? parameters)
    {
        var merged = new List<SpecParameter>();
        var places = new Dictionary<(string, SpecParameterIn), int>();
        foreach (var reference in parameters ?? [])
        {
            if (pieces.Of(reference) is not { Name: { } name } parameter) continue;
            var mapped = pieces.Mapped(reference.Extensions, "", () => Parameter(name, parameter, reference.Extensions.Text(Keys.Piece)));
            if (places.TryGetValue((mapped.Name, mapped.In), out var known))
            {
                merged[known] = mapped;
            }
            else
            {
                places.Add((mapped.Name, mapped.In), merged.Count);
                merged.Add(mapped);
            }
        }

        return merged;
    }

    private SpecParameter Parameter(string name, IOpenApiParameter parameter, string? key)
    {
        var place = parameter.In switch
        {
            ParameterLocation.Path => SpecParameterIn.Path,
            ParameterLocation.Header => SpecParameterIn.Header,
            ParameterLocation.Cookie => SpecParameterIn.Cookie,
            ParameterLocation.QueryString => SpecParameterIn.QueryString,
            _ => SpecParameterIn.Query,
        };
        var content = Content(parameter.Content);
        // 3.2: the whole query as a form is what an exploded object in the query is.
        var isForm = place == SpecParameterIn.QueryString && content.FirstOrDefault()?.Name.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;
        return new SpecParameter
        {
            Name = name,
            In = isForm ? SpecParameterIn.Query : place,
            Required = parameter.Required || place == SpecParameterIn.Path,
            Description = parameter.Description,
            Deprecated = parameter.Deprecated,
            Style = isForm ? SpecParameterStyle.Form : Styles.Of(parameter.Style, parameter.Extensions) ?? Styles.DefaultOf(place),
            Explode = isForm || parameter.Explode,
            AllowReserved = parameter.AllowReserved,
            Schema = parameter.Schema is { } schema ? schemas.Map(schema) : content.FirstOrDefault()?.Schema ?? new SpecSchema { Location = At(parameter.Extensions) },
            ContentMediaType = isForm ? null : content.FirstOrDefault()?.Name,
            Reference = key,
            Location = At(parameter.Extensions),
        };
    }

    private SpecRequestBody Body(IOpenApiRequestBody body, string? key, string? name) => new()
    {
        Reference = key,
        Required = body.Required,
        Description = body.Description,
        Name = body.Extensions.Text(Keys.BodyName) ?? name,
        Content = Content(body.Content),
    };

    private SpecResponse? Response(string status, IOpenApiResponse reference)
    {
        if (pieces.Of(reference) is not { } response) return null;
        return pieces.Mapped(reference.Extensions, " " + status, () => new SpecResponse
        {
            Status = status,
            Description = response.Description,
            Content = Content(response.Content),
            Headers = Headers(response.Headers),
            Reference = reference.Extensions.Text(Keys.Piece),
            Links = response.Links is null ? [] : [.. response.Links.Select(l => Link(l.Key, l.Value)).OfType<SpecLink>()],
            Location = At(response.Extensions),
        });
    }

    private List<SpecMediaType> Content(IDictionary<string, IOpenApiMediaType>? content) => content is null ? [] :
    [
        .. content.Select(c => new SpecMediaType
        {
            Name = c.Key,
            Schema = c.Value.Schema is { } schema ? schemas.Map(schema) : null,
            ItemSchema = c.Value.ItemSchema is { } item ? schemas.Map(item) : null,
            Encoding = c.Value.Encoding is null ? [] : [.. c.Value.Encoding.Select(e => Encoding(e.Key, e.Value))],
        }),
    ];

    private SpecEncoding Encoding(string name, OpenApiEncoding encoding) => new(
        name, encoding.ContentType, Styles.Of(encoding.Style, encoding.Extensions), encoding.Extensions.Has(Keys.ExplodeStated) ? encoding.Explode : null, encoding.AllowReserved ?? false, Headers(encoding.Headers));

    private List<SpecHeader> Headers(IDictionary<string, IOpenApiHeader>? headers)
    {
        var mapped = new List<SpecHeader>();
        foreach (var reference in headers ?? new Dictionary<string, IOpenApiHeader>())
        {
            if (pieces.Of(reference.Value) is not { } header) continue;
            var schema = header.Schema is { } own ? schemas.Map(own) : Content(header.Content).FirstOrDefault()?.Schema ?? new SpecSchema();
            mapped.Add(new SpecHeader(reference.Key, header.Description, header.Required, schema));
        }

        return mapped;
    }

    private SpecLink? Link(string name, IOpenApiLink reference) => pieces.Of(reference) is { } link
        ? new SpecLink(name, link.OperationId, link.OperationRef, link.Extensions.Pairs(Keys.Parameters), link.Description)
        : null;

    private SpecLocation At(IDictionary<string, IOpenApiExtension>? extensions) =>
        extensions.Number(Keys.At) is { } place ? context.Places[place] : default;
}
