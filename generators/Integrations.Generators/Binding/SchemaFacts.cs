using Integrations.OpenApi.Model;

namespace Integrations.Generators.Binding;

/// <summary>Plain questions about one schema, none of which follows a reference.</summary>
internal static class SchemaFacts
{
    /// <summary>How deep schemas may nest without a name; deeper ones are read as raw.</summary>
    public const int MaxDepth = 64;

    /// <summary>Says nothing about the value.</summary>
    public static bool IsAny(SpecSchema schema) =>
        schema.Reference is null
        && (schema.Types & ~SpecTypes.Null) == SpecTypes.None
        && schema.Properties.Count == 0
        && schema.Enum.Count == 0
        && schema.Const is null
        && schema.Items is null
        && schema.AdditionalProperties is null
        && !schema.AdditionalPropertiesStated
        && schema.PatternProperties.Count == 0
        && schema.PrefixItems.Count == 0
        && schema.AllOf.Count == 0
        && schema.OneOf.Count == 0
        && schema.AnyOf.Count == 0;

    /// <summary>Allows only null.</summary>
    public static bool IsNull(SpecSchema schema) =>
        schema.Reference is null
        && (schema.Types == SpecTypes.Null || schema.Const == "null" || (schema.Enum.Count == 1 && schema.Enum[0] == "null"))
        && schema.Properties.Count == 0;

    /// <summary>Allows null beside something else, by its own keywords.</summary>
    public static bool AllowsNull(SpecSchema schema)
    {
        if ((schema.Types & SpecTypes.Null) != 0)
            return true;
        foreach (var value in schema.Enum)
        {
            if (value == "null")
                return true;
        }
        return false;
    }

    /// <summary>Has properties of its own (or patterns for them).</summary>
    public static bool HasProperties(SpecSchema schema) => schema.Properties.Count > 0;

    /// <summary>A union branch that states no type of its own: it only asks for properties that stand elsewhere.</summary>
    public static bool OnlyConstrains(SpecSchema schema) =>
        schema.Reference is null
        && (schema.Types & ~(SpecTypes.Object | SpecTypes.Null)) == SpecTypes.None
        && schema.Properties.Count == 0
        && schema.Enum.Count == 0
        && schema.Const is null
        && schema.Items is null
        && schema.AdditionalProperties is null
        && schema.AllOf.Count == 0
        && schema.OneOf.Count == 0
        && schema.AnyOf.Count == 0
        && (schema.Required.Count > 0 || schema.Not is not null || schema.Types == SpecTypes.None);

    /// <summary>A branch of a union without a type that allows what its siblings do not: the union keeps that as it is.</summary>
    public static bool AllowsAll(SpecSchema union, SpecSchema branch) =>
        (union.Types & ~SpecTypes.Null) == SpecTypes.None && IsAny(branch) && branch.Required.Count == 0 && branch.Not is null && !branch.Never;

    /// <summary>
    /// The one schema that all values of a map with <c>patternProperties</c> follow, or null where they may differ: a name that no pattern
    /// fits follows <c>additionalProperties</c>, and where that is absent nothing at all.
    /// </summary>
    public static SpecSchema? PatternValue(SpecSchema schema)
    {
        var value = schema.PatternProperties[0].Schema;
        for (var i = 1; i < schema.PatternProperties.Count; i++)
        {
            if (!Alike(value, schema.PatternProperties[i].Schema))
                return null;
        }
        if (schema.AdditionalProperties is { } rest)
            return Alike(value, rest) ? value : null;
        return !schema.AdditionalPropertiesAllowed || schema.PatternProperties.Any(static p => FitsAnyName(p.Name)) ? value : null;
    }

    /// <summary>Whether a pattern fits every name: nothing, one character or any number of them, anchored so that more may stand beside it.</summary>
    private static bool FitsAnyName(string pattern)
    {
        bool starts = false, ends = false;
        while (true)
        {
            if (pattern.StartsWith("^", StringComparison.Ordinal))
                (starts, pattern) = (true, pattern.Substring(1));
            else if (pattern.EndsWith("$", StringComparison.Ordinal))
                (ends, pattern) = (true, pattern.Substring(0, pattern.Length - 1));
            else if (pattern.StartsWith("(", StringComparison.Ordinal) && pattern.IndexOf(')') == pattern.Length - 1)
                pattern = pattern.Substring(pattern.StartsWith("(?:", StringComparison.Ordinal) ? 3 : 1).TrimEnd(')');
            else
                return pattern is ".*" or ".+" || (pattern is "" or "." && !(starts && ends));
        }
    }

    /// <summary>Two schemas that surely become one type: references to the same, or scalars of one type and format.</summary>
    private static bool Alike(SpecSchema a, SpecSchema b)
    {
        if (a.Reference is not null || b.Reference is not null)
            return a.Reference == b.Reference && IsPlain(a) && IsPlain(b);
        return a.Types == b.Types && a.Format == b.Format && a.ContentEncoding == b.ContentEncoding && a.Types != SpecTypes.None && IsPlain(a) && IsPlain(b)
            && (a.Types & (SpecTypes.Object | SpecTypes.Array)) == 0;
    }

    private static bool IsPlain(SpecSchema schema) =>
        schema.Properties.Count == 0 && schema.Enum.Count == 0 && schema.Const is null && schema.AllOf.Count == 0 && schema.OneOf.Count == 0 && schema.AnyOf.Count == 0;

    /// <summary>The string in a JSON string, or null.</summary>
    public static string? StringValue(string? json)
    {
        if (json is null || json.Length < 2 || json[0] != '"')
            return null;
        if (json.IndexOf('\\') < 0)
            return json.Substring(1, json.Length - 2);
        try
        {
            return System.Text.Json.JsonDocument.Parse(json).RootElement.GetString();
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether JSON text is an integer that a <c>long</c> holds, written without a point or exponent.</summary>
    public static bool IsInt64(string json) =>
        long.TryParse(json, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out _);
}
