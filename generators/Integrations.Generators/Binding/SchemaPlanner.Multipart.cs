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
        var merged = Merged(schema);
        if (merged.Properties.Count == 0 || !HasRoom(Follow(schema), EmittedKind.Class, BindingLimits.ClassWork))
            return null;
        var plan = new ObjectPlan(hint.Candidate, hint.Wire, hint.File, Follow(schema)) { Parts = new(StringComparer.Ordinal) };
        Register(plan);
        var encodings = ByName(media);
        foreach (var property in merged.Properties)
        {
            if (property.Schema.Never || IsBeyond(plan, property))
                continue;
            encodings.TryGetValue(property.Name, out var encoding);
            var (type, nullable) = File(property.Schema, encoding) ?? Type(property.Schema, hint.Child(property.Name));
            plan.Properties.Add(new PropertyPlan(property, type, nullable, merged.Required.Contains(property.Name), Follow(property.Schema)));
            plan.Parts.Add(property.Name, (MediaTypes.First(encoding?.ContentType), Delimiter(type, encoding), encoding?.Style == SpecParameterStyle.DeepObject));
        }
        return plan;
    }

    /// <summary>What many operations refer to is laid together once.</summary>
    private MergedSchema Merged(SpecSchema schema)
    {
        if (schema.Reference is not { } key || SchemaFacts.HasProperties(schema) || schema.AllOf.Count + schema.OneOf.Count + schema.AnyOf.Count + schema.Required.Count > 0)
            return new MergedSchema(schema, null, _schemas);
        if (!_merged.TryGetValue(key, out var merged))
            _merged.Add(key, merged = new MergedSchema(schema, null, _schemas));
        return merged;
    }

    private static Dictionary<string, SpecEncoding> ByName(SpecMediaType media)
    {
        var encodings = new Dictionary<string, SpecEncoding>(StringComparer.Ordinal);
        foreach (var encoding in media.Encoding)
        {
            if (!encodings.ContainsKey(encoding.Name))
                encodings.Add(encoding.Name, encoding);
        }
        return encodings;
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
            foreach (var property in Merged(than).Properties)
                known.Add(property.Name);
        }
        return Merged(schema).Properties.Exists(p => !known.Contains(p.Name)) || HasFile(media);
    }

    /// <summary>Whether a body has a file, and so cannot be a form of names and texts.</summary>
    public bool HasFile(SpecMediaType media)
    {
        if (media.Schema is not { } schema)
            return false;
        var encodings = ByName(media);
        return Merged(schema).Properties.Exists(p => File(p.Schema, encodings.TryGetValue(p.Name, out var encoding) ? encoding : null) is not null);
    }

    /// <summary>A file, or a list of them; null for anything else. Where a file is one of several forms that a property may have, it can say all of them.</summary>
    private (TypePlan Plan, bool Nullable)? File(SpecSchema schema, SpecEncoding? encoding) => File(schema, encoding, new HashSet<string>(StringComparer.Ordinal), 0);

    /// <param name="schema">The schema.</param>
    /// <param name="encoding">What the body says of it.</param>
    /// <param name="visited">The components that were looked at: looking again would double the work at each level.</param>
    /// <param name="depth">How deep it stands.</param>
    private (TypePlan Plan, bool Nullable)? File(SpecSchema schema, SpecEncoding? encoding, HashSet<string> visited, int depth)
    {
        if (depth > SchemaFacts.MaxDepth || (schema.Reference is { } key && !visited.Add(key)))
            return null;
        var resolved = Follow(schema);
        var nullable = SchemaFacts.AllowsNull(resolved);
        if (IsFile(resolved, encoding))
            return (s_file, nullable);
        if (resolved.Items is { } items && File(items, encoding, visited, depth + 1) is { Plan: PlainPlan })
            return (new CollectionPlan(map: false, s_file, itemNullable: false), nullable);
        (TypePlan Plan, bool Nullable)? found = null;
        foreach (var branch in resolved.OneOf.Concat(resolved.AnyOf).Concat(resolved.AllOf))
        {
            if (SchemaFacts.IsNull(branch))
                nullable = true;
            else if (File(branch, encoding, visited, depth + 1) is { } file && (found is null || file.Plan is CollectionPlan))
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
