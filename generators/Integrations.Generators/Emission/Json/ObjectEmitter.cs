using System.Globalization;
using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Json;

/// <summary>
/// Writes a class with the code that reads and writes it. One line per property in each place, each a call of a uniquely named helper:
/// that is what the compiler is quickest with (overloads and pattern variables cost it twice the time).
/// </summary>
internal static class ObjectEmitter
{
    private const string Json = "global::Integrations.Json.";

    public static void Emit(CodeWriter writer, ObjectModel model, string @namespace)
    {
        var full = "global::" + @namespace + "." + model.Name;
        ModelHead.Open(writer, model, full, model.Name + ".", model.Base, model.Sealed);
        Fields(writer, model);
        Constructors(writer, model);
        foreach (var property in model.Properties)
        {
            if (!property.Inherited)
                Property(writer, property);
        }
        Additional(writer, model);
        Read(writer, model, full);
        writer.Line();
        Write(writer, model, full);
        writer.Close();
    }

    private static void Fields(CodeWriter writer, ObjectModel model)
    {
        var hides = model.Base is null ? "" : "new ";
        writer.Line($"internal static {hides}readonly {Json}JsonShape Shape = {ShapeText.New(model.Name, model.Properties.Select(static p => (p.WireName, p.Enforced)))};");
        if (model.Base is null)
        {
            var access = model.Sealed ? "private" : "private protected";
            writer.Line(model.Additional is { } type
                ? $"{access} {MapType(type, model.AdditionalNullable)}? _extra;"
                : $"{access} {Json}ExtraProperties? _extra;");
        }
        writer.Line();
    }

    /// <summary>
    /// Beside the public constructor, one for the reader: it may leave required properties unset, because reading checks them.
    /// </summary>
    private static void Constructors(CodeWriter writer, ObjectModel model)
    {
        var construction = NeedsConstruction(model);
        var initial = model.Properties.Where(static p => p.Inherited && p.Initializer is not null).ToList();
        if (initial.Count > 0)
        {
            Docs.Summary(writer, "Makes one whose discriminator is set.");
            writer.Open($"public {model.Name}()");
            foreach (var property in initial)
                writer.Line($"{property.Name} = {property.Initializer};");
            writer.Close();
            writer.Line();
        }
        else if (construction)
        {
            Docs.Summary(writer, "Makes one to be filled.");
            writer.Line($"public {model.Name}() {{ }}");
            writer.Line();
        }
        if (!construction)
            return;
        writer.Line("[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]");
        var access = model.Sealed ? "private" : "private protected";
        var chained = model.Base is not null && model.Properties.Any(static p => p.Inherited && IsRequired(p)) ? " : base(construction)" : "";
        writer.Line($"{access} {model.Name}({Json}JsonConstruction construction){chained} {{ }}");
        writer.Line();
    }

    internal static bool NeedsConstruction(ObjectModel model) => model.Properties.Any(IsRequired);

    private static bool IsRequired(PropertyModel property) =>
        property.Presence is Presence.Required or Presence.RequiredNullable && property.Initializer is null;

    public static void Property(CodeWriter writer, PropertyModel property)
    {
        Docs.Write(writer, property.Doc, property.WireName);
        var required = IsRequired(property) && !property.Doc.Deprecated ? "required " : "";
        var initializer = property.Initializer is { } value
            ? $" = {value};"
            : required.Length == 0 && property.Presence == Presence.Required && !property.Type.IsValueType ? " = null!;" : "";
        writer.Line($"public {required}{PropertyType(property)} {property.Name} {{ get; set; }}{initializer}");
        writer.Line();
    }

    internal static string PropertyType(PropertyModel property) => property.Presence switch
    {
        Presence.Required => property.Type.Name,
        Presence.OptionalNullable => $"global::Integrations.Optional<{property.Type.Name}?>",
        _ => property.Type.Name + "?",
    };

    private static void Additional(CodeWriter writer, ObjectModel model)
    {
        if (model.Base is not null)
            return;
        if (model.Additional is { } type)
        {
            Docs.Summary(writer, "The properties that the document does not name.");
            writer.Line($"public {MapType(type, model.AdditionalNullable)} AdditionalProperties => _extra ??= new(global::System.StringComparer.Ordinal);");
        }
        else
        {
            Docs.Summary(writer, "The properties that the document does not name: kept, and written back.");
            writer.Line($"public {Json}ExtraProperties AdditionalProperties => _extra ??= new();");
        }
        writer.Line();
    }

    private static string MapType(TypeModel type, bool nullable) => Binding.WireTypes.Map(type, nullable).Name;

    private static void Read(CodeWriter writer, ObjectModel model, string full)
    {
        writer.Open($"static {full} {Json}IJsonModel<{full}>.Read(ref {Json}JsonReader reader)");
        if (model.Derived.Count > 0)
        {
            writer.Open($"switch (reader.Discriminator({CSharpText.JsonNameLiteral(model.Discriminator!)}))");
            foreach (var derived in model.Derived)
                writer.Line($"case {CSharpText.Literal(derived.Value)}: return reader.Model<{derived.Type}>();");
            writer.Close();
        }
        writer.Line($"var value = new {full}({(NeedsConstruction(model) ? $"default({Json}JsonConstruction)" : "")});");
        writer.Line("var cursor = reader.StartObject(Shape);");
        writer.Open("while (reader.Next(ref cursor))");
        writer.Open("switch (cursor.Index)");
        for (var i = 0; i < model.Properties.Count; i++)
            writer.Line($"case {i.ToString(CultureInfo.InvariantCulture)}: value.{model.Properties[i].Name} = {ReadCall(model.Properties[i])}; break;");
        writer.Line(ReadAdditional(model));
        writer.Close();
        writer.Close();
        writer.Line("reader.EndObject(ref cursor);");
        writer.Line("return value;");
        writer.Close();
    }

    /// <summary>Additional properties are the root's: within a hierarchy all are read into what the root declares.</summary>
    private static string ReadAdditional(ObjectModel model)
    {
        if (model.Additional is not { } type)
            return "default: reader.Keep(ref value._extra); break;";
        return $"default: value.AdditionalProperties[reader.PropertyName()] = {Call(type, model.AdditionalNullable)}; break;";
    }

    private static string ReadCall(PropertyModel property) => Call(property.Type, property.Presence != Presence.Required);

    /// <summary>The expression that reads a value, or a value or null.</summary>
    public static string Call(TypeModel type, bool orNull)
    {
        var suffix = orNull ? "OrNull" : "";
        return type.Kind switch
        {
            WireKind.Element => "reader.Element()",
            WireKind.Model => $"reader.Model{suffix}<{type.Name}>()",
            WireKind.StringEnum => $"reader.StringEnum{suffix}<{type.Name}>()",
            WireKind.IntegerEnum => $"reader.IntegerEnum{suffix}<{type.Name}>()",
            WireKind.List or WireKind.Map => $"reader.Value{suffix}<{type.Name}, {type.Codec}>()",
            _ => $"reader.{type.Kind}{suffix}()",
        };
    }

    private static void Write(CodeWriter writer, ObjectModel model, string full)
    {
        writer.Open($"static void {Json}IJsonModel<{full}>.Write(ref {Json}JsonWriter writer, {full} value)");
        if (model.Derived.Count > 0)
        {
            // Not a switch: the compiler asks of each case whether one before it has taken all of its values, which is a minute for a thousand.
            foreach (var type in model.Derived.Select(static d => d.Type).Distinct(StringComparer.Ordinal))
            {
                writer.Open($"if (value is {type})");
                writer.Line($"writer.Model(({type})value);");
                writer.Line("return;");
                writer.Close();
            }
        }
        writer.Line("writer.StartObject();");
        foreach (var property in model.Properties)
            writer.Line($"writer.{WriteCall(property)}({CSharpText.JsonNameLiteral(property.WireName)}, value.{property.Name});");
        if (model.Additional is { } additional)
        {
            var (name, codec) = model.AdditionalNullable ? Binding.WireTypes.Nullable(additional) : (additional.Name, additional.Codec);
            writer.Line($"writer.Entries<{name}, {codec}>(value._extra);");
        }
        else
        {
            writer.Line("writer.Extra(value._extra);");
        }
        writer.Line("writer.EndObject();");
        writer.Close();
    }

    private static string WriteCall(PropertyModel property)
    {
        var type = property.Type;
        if (property.Presence == Presence.OptionalNullable)
        {
            var (name, codec) = Binding.WireTypes.Nullable(type);
            return $"Optional<{name}, {codec}>";
        }
        var suffix = property.Presence switch
        {
            Presence.RequiredNullable => "OrNull",
            Presence.Optional => "OrSkip",
            // What is only written is not there after reading, and is then left out again.
            _ => property.Enforced || property.Initializer is not null || type.IsValueType ? "" : "OrSkip",
        };
        return type.Kind switch
        {
            WireKind.Element => suffix.Length == 0 ? $"Value<{type.Name}, {type.Codec}>" : $"Struct{suffix}<{type.Name}, {type.Codec}>",
            WireKind.Model => $"Model{suffix}<{type.Name}>",
            WireKind.StringEnum => $"StringEnum{suffix}<{type.Name}>",
            WireKind.IntegerEnum => $"IntegerEnum{suffix}<{type.Name}>",
            WireKind.List or WireKind.Map => $"Value{suffix}<{type.Name}, {type.Codec}>",
            _ => type.Kind + suffix,
        };
    }
}
