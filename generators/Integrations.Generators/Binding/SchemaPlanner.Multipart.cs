using Integrations.OpenApi.Model;

namespace Integrations.Generators.Binding;

internal sealed partial class SchemaPlanner
{
    private static readonly PlainPlan s_file = new(WireTypes.File);

    /// <summary>
    /// The class of a <c>multipart/form-data</c> body, or null where its schema names no properties. It is another class than the one that the schema
    /// is as JSON: there a file is a string.
    /// </summary>
    public ObjectPlan? Multipart(SpecMediaType media, NameHint hint)
    {
        if (media.Schema is not { } schema)
            return null;
        var merged = new MergedSchema(schema, null, _schemas);
        if (merged.Properties.Count == 0)
            return null;
        var plan = new ObjectPlan(hint.Candidate, hint.Wire, hint.File, Follow(schema)) { Parts = new(StringComparer.Ordinal) };
        Register(plan);
        foreach (var property in merged.Properties)
        {
            if (property.Schema.Never)
                continue;
            var encoding = media.Encoding.FirstOrDefault(e => e.Name == property.Name);
            var (type, nullable) = File(property.Schema, encoding, 0) ?? Type(property.Schema, hint.Child(property.Name));
            plan.Properties.Add(new PropertyPlan(property, type, nullable, merged.Required.Contains(property.Name), Follow(property.Schema)));
            plan.Parts.Add(property.Name, (MediaTypes.First(encoding?.ContentType), Delimiter(type, encoding), encoding?.Style == SpecParameterStyle.DeepObject));
        }
        return plan;
    }

    /// <summary>A schema with its references followed.</summary>
    public SpecSchema Resolved(SpecSchema schema) => Follow(schema);

    /// <summary>Whether a body can say what another one cannot: it has files, or properties that the other one lacks.</summary>
    public bool SaysMore(SpecMediaType media, SpecSchema? than)
    {
        if (media.Schema is not { } schema)
            return false;
        var known = new HashSet<string>(StringComparer.Ordinal);
        if (than is not null)
        {
            foreach (var property in new MergedSchema(than, null, _schemas).Properties)
                known.Add(property.Name);
        }
        foreach (var property in new MergedSchema(schema, null, _schemas).Properties)
        {
            if (!known.Contains(property.Name) || File(property.Schema, media.Encoding.FirstOrDefault(e => e.Name == property.Name), 0) is not null)
                return true;
        }
        return false;
    }

    /// <summary>Whether a body has a file, and so cannot be a form of names and texts.</summary>
    public bool HasFile(SpecMediaType media) =>
        media.Schema is { } schema && new MergedSchema(schema, null, _schemas).Properties.Exists(p => File(p.Schema, media.Encoding.FirstOrDefault(e => e.Name == p.Name), 0) is not null);

    /// <summary>A file, or a list of them; null for anything else. Where a file is one of several forms that a property may have, it can say all of them.</summary>
    private (TypePlan Plan, bool Nullable)? File(SpecSchema schema, SpecEncoding? encoding, int depth)
    {
        if (depth > SchemaFacts.MaxDepth)
            return null;
        var resolved = Follow(schema);
        var nullable = SchemaFacts.AllowsNull(resolved);
        if (IsFile(resolved, encoding))
            return (s_file, nullable);
        if (resolved.Items is { } items && File(items, encoding, depth + 1) is { Plan: PlainPlan })
            return (new CollectionPlan(map: false, s_file, itemNullable: false), nullable);
        (TypePlan Plan, bool Nullable)? found = null;
        foreach (var branch in resolved.OneOf.Concat(resolved.AnyOf).Concat(resolved.AllOf))
        {
            if (SchemaFacts.IsNull(branch))
                nullable = true;
            else if (File(branch, encoding, depth + 1) is { } file && (found is null || file.Plan is CollectionPlan))
                found = file;
        }
        return found is { } one ? (one.Plan, nullable || one.Nullable) : null;
    }

    private static bool IsFile(SpecSchema schema, SpecEncoding? encoding)
    {
        var types = schema.Types & ~SpecTypes.Null;
        if (types == SpecTypes.File)
            return true;
        if ((types & ~SpecTypes.String) != SpecTypes.None || schema.ContentEncoding is not null || schema.Enum.Count > 0 || schema.Const is not null)
            return false;
        if (schema.Format == "binary")
            return true;
        if (schema.ContentMediaType is { } stated)
            return MediaTypes.IsBinary(stated);
        // 3.1: a part without a schema of its own is of its media type.
        return SchemaFacts.IsAny(schema) && schema.Format is null && encoding?.ContentType is { } type && MediaTypes.IsBinary(MediaTypes.First(type) ?? type);
    }

    private static string? Delimiter(TypePlan type, SpecEncoding? encoding) => type is CollectionPlan { Map: false, Item: not PlainPlan { Model.Kind: Models.WireKind.File } } && encoding is { Explode: false, Style: not SpecParameterStyle.DeepObject }
        ? encoding.Style switch
        {
            SpecParameterStyle.SpaceDelimited => " ",
            SpecParameterStyle.PipeDelimited => "|",
            SpecParameterStyle.TabDelimited => "\t",
            _ => ",",
        }
        : null;
}
