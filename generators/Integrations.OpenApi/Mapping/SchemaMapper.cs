using System.Text.Json.Nodes;
using Integrations.OpenApi.Model;
using Integrations.OpenApi.Normalizing;
using Integrations.OpenApi.Slicing;
using Microsoft.OpenApi;

namespace Integrations.OpenApi.Mapping;

/// <summary>From the library's schema and the private extensions to ours.</summary>
internal sealed class SchemaMapper(SliceContext context, LibraryReader library)
{
    /// <summary>Hands one normalised schema over and maps it; an empty one where the library throws.</summary>
    public SpecSchema Read(JsonObject node, RawNode source, string pointer)
    {
        var schema = library.Read<OpenApiSchema>(node, out var failure);
        if (schema is null) context.Shape(source, $"The schema cannot be read ({failure}); anything is accepted instead.");
        var mapped = schema is null ? new SpecSchema { Location = source.Location } : Map(schema);
        mapped.Pointer = pointer;
        return mapped;
    }

    public SpecSchema Map(IOpenApiSchema schema)
    {
        var extensions = schema.Extensions;
        var mapped = new SpecSchema
        {
            Reference = extensions.Text(Keys.Reference),
            Types = Types(schema),
            TypeStated = extensions.Has(Keys.TypeStated),
            Format = schema.Format,
            Title = schema.Title,
            Description = schema.Description,
            Deprecated = schema.Deprecated,
            ReadOnly = schema.ReadOnly,
            WriteOnly = schema.WriteOnly,
            Never = extensions.Has(Keys.Never),
            UniqueItems = schema.UniqueItems ?? false,
            Enum = extensions.Texts(Keys.Enum),
            EnumNames = extensions.Texts(Keys.EnumNames),
            EnumDescriptions = extensions.Texts(Keys.EnumDescriptions),
            Const = extensions.Text(Keys.Const),
            Default = extensions.Text(Keys.Default),
            Minimum = extensions.Text(Keys.Minimum),
            Maximum = extensions.Text(Keys.Maximum),
            ContentEncoding = (schema as OpenApiSchema)?.ContentEncoding,
            ContentMediaType = (schema as OpenApiSchema)?.ContentMediaType,
            AdditionalPropertiesAllowed = schema.AdditionalPropertiesAllowed,
            AdditionalPropertiesStated = extensions.Has(Keys.AdditionalStated),
            Discriminator = Discriminator(schema),
        };
        if (extensions.Number(Keys.At) is { } place) mapped.Location = context.Places[place];
        MapChildren(schema, mapped);
        return mapped;
    }

    private void MapChildren(IOpenApiSchema schema, SpecSchema mapped)
    {
        mapped.Properties = Properties(schema.Properties);
        mapped.PatternProperties = Properties(schema.PatternProperties);
        if (schema.Required is { Count: > 0 } required) mapped.Required = [.. required];
        if (schema.AdditionalProperties is { } additional) mapped.AdditionalProperties = Map(additional);
        if (schema.Items is { } items) mapped.Items = Map(items);
        mapped.AllOf = List(schema.AllOf);
        mapped.OneOf = List(schema.OneOf);
        mapped.AnyOf = List(schema.AnyOf);
        if (schema.Not is { } not) mapped.Not = Map(not);
        if (schema.Extensions.Node(Keys.PrefixItems) is JsonArray prefix)
            mapped.PrefixItems = [.. prefix.Select(item => library.Read<OpenApiSchema>(item!.DeepClone(), out _) is { } read ? Map(read) : new SpecSchema())];
    }

    private List<SpecSchema> List(IList<IOpenApiSchema>? schemas) => schemas is null ? [] : [.. schemas.Select(Map)];

    private List<SpecProperty> Properties(IDictionary<string, IOpenApiSchema>? schemas) =>
        schemas is null ? [] : [.. schemas.Select(p => new SpecProperty(p.Key, Map(p.Value)))];

    private static SpecTypes Types(IOpenApiSchema schema)
    {
        var types = SpecTypes.None;
        if (schema.Type is { } type)
        {
            if (type.HasFlag(JsonSchemaType.Boolean)) types |= SpecTypes.Boolean;
            if (type.HasFlag(JsonSchemaType.Integer)) types |= SpecTypes.Integer;
            if (type.HasFlag(JsonSchemaType.Number)) types |= SpecTypes.Number;
            if (type.HasFlag(JsonSchemaType.String)) types |= SpecTypes.String;
            if (type.HasFlag(JsonSchemaType.Array)) types |= SpecTypes.Array;
            if (type.HasFlag(JsonSchemaType.Object)) types |= SpecTypes.Object;
        }

        if (schema.Extensions.Has(Keys.Nullable)) types |= SpecTypes.Null;
        if (schema.Extensions.Has(Keys.File)) types |= SpecTypes.File;
        return types;
    }

    private static SpecDiscriminator? Discriminator(IOpenApiSchema schema) =>
        schema.Discriminator is { PropertyName: { } name }
            ? new SpecDiscriminator(name, schema.Extensions.Pairs(Keys.Mapping), schema.Extensions.Text(Keys.DefaultMapping))
            : null;
}
