using System.Globalization;
using Integrations.Generators.Binding;
using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Json;

/// <summary>
/// Writes what lets System.Text.Json know the properties of models: for each a line that says its type and one each that gets and sets it. No delegates: those
/// are the runtime's, because the compiler takes a millisecond for a lambda.
/// </summary>
internal static class PropertiesEmitter
{
    private const string Json = "global::Integrations.Json.";

    /// <summary>Whether a file has models that can be described.</summary>
    public static bool Has(DocumentFileModel file) => file.Schemas.Any(static schema => schema is ObjectModel { Derived.Count: 0 });

    /// <summary>The text of the file. The root of a hierarchy is not described: which class it is, is decided only while it is read.</summary>
    public static string Emit(DocumentFileModel file)
    {
        var writer = EmittedFile.Begin(file.Document, file.Namespace);
        var first = true;
        foreach (var schema in file.Schemas)
        {
            if (schema is not ObjectModel { Derived.Count: 0 } model)
                continue;
            if (!first)
                writer.Line();
            first = false;
            Model(writer, model, $"global::{file.Namespace}.{model.Name}");
        }
        return writer.ToString();
    }

    private static void Model(CodeWriter writer, ObjectModel model, string full)
    {
        var self = $"{Json}IJsonObjectModel<{full}>";
        writer.Line($"[{Json}JsonModelProperties<{full}>]");
        writer.Open($"partial class {model.Name} : {self}");
        writer.Line($"static {Json}JsonShape {self}.Shape => Shape;");
        writer.Line();
        writer.Line($"static {full} {self}.Create() => new({(ObjectEmitter.NeedsConstruction(model) ? $"default({Json}JsonConstruction)" : "")});");
        writer.Line();
        writer.Open($"static void {self}.Describe({Json}JsonModelProperties<{full}> properties)");
        foreach (var property in model.Properties)
            writer.Line($"properties.{Description(property)};");
        writer.Line(model.Additional is { } type ? $"properties.Entries<{Arguments(type, model.AdditionalNullable)}>();" : "properties.Extra();");
        writer.Close();
        writer.Line();
        writer.Open($"static object? {self}.Get({full} model, int index)");
        if (model.Properties.Count > 0)
        {
            writer.Open("switch (index)");
            for (var i = 0; i < model.Properties.Count; i++)
                writer.Line($"case {i.ToString(CultureInfo.InvariantCulture)}: return model.{model.Properties[i].Name};");
            writer.Close();
        }
        writer.Line("return model.AdditionalProperties;");
        writer.Close();
        writer.Line();
        writer.Open($"static void {self}.Set({full} model, int index, object? value)");
        if (model.Properties.Count > 0)
        {
            writer.Open("switch (index)");
            for (var i = 0; i < model.Properties.Count; i++)
                writer.Line($"case {i.ToString(CultureInfo.InvariantCulture)}: model.{model.Properties[i].Name} = ({ObjectEmitter.PropertyType(model.Properties[i])})value!; break;");
            writer.Close();
        }
        writer.Close();
        writer.Close();
    }

    private static string Description(PropertyModel property)
    {
        var type = property.Type;
        var nullable = property.Presence != Presence.Required;
        if (property.Presence == Presence.OptionalNullable)
        {
            return type.Kind switch
            {
                WireKind.StringEnum => $"OptionalStringEnum<{type.Name}>()",
                WireKind.IntegerEnum => $"OptionalIntegerEnum<{type.Name}>()",
                _ => $"Optional<{OrNull(type)}>()",
            };
        }
        return type.Kind switch
        {
            WireKind.StringEnum => $"StringEnum<{type.Name}>({(nullable ? "true" : "false")})",
            WireKind.IntegerEnum => nullable ? $"IntegerEnumOrNull<{type.Name}>()" : $"IntegerEnum<{type.Name}>()",
            // A JsonElement holds null itself; where it may be absent, that is its default.
            WireKind.Element => $"Value<{type.Name}, {type.Codec}>({(nullable ? "true" : "false")})",
            _ => nullable ? $"Value<{OrNull(type)}>(true)" : $"Value<{type.Name}, {type.Codec}>(false)",
        };
    }

    private static string Arguments(TypeModel type, bool nullable)
    {
        var (name, codec) = nullable ? WireTypes.Nullable(type) : (type.Name, type.Codec);
        return $"{name}, {codec}";
    }

    private static string OrNull(TypeModel type) => type.IsValueType
        ? $"{type.Name}?, {Json}NullableCodec<{type.Name}, {type.Codec}>"
        : $"{type.Name}?, {Json}OrNullCodec<{type.Name}, {type.Codec}>";
}
