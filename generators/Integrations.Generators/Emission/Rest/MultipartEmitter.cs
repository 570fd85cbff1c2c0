using Integrations.Generators.Emission.Json;
using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Rest;

/// <summary>Writes the class of a <c>multipart/form-data</c> body: its properties, and a line for each that adds its parts.</summary>
internal static class MultipartEmitter
{
    private const string Http = "global::Integrations.Http.";

    public static void Emit(CodeWriter writer, MultipartModel model, string @namespace)
    {
        var full = "global::" + @namespace + "." + model.Name;
        Docs.Write(writer, model.Doc, model.Name + ".");
        writer.Line(EmittedFile.GeneratedCode);
        writer.Open($"public sealed partial class {model.Name} : {Http}IMultipartModel<{full}>");
        foreach (var part in model.Parts)
            ObjectEmitter.Property(writer, part.Property);
        writer.Open($"static void {Http}IMultipartModel<{full}>.Write({Http}MultipartBody target, {full} value)");
        foreach (var part in model.Parts)
            writer.Line($"target.{Call(part)};");
        writer.Close();
        writer.Close();
    }

    private static string Call(PartModel part)
    {
        var property = part.Property;
        var (type, value) = (property.Type, "value." + property.Name);
        var optional = property.Presence != Presence.Required;
        var name = CSharpText.Literal(property.WireName);
        var media = part.ContentType is { } stated ? ", " + CSharpText.Literal(stated) : "";
        switch (type.Kind)
        {
            case WireKind.File:
                return $"File({name}, {value}{media})";
            case WireKind.List when type.Item!.Kind == WireKind.File:
                return $"Files({name}, {value}{media})";
            case WireKind.StringEnum:
                return $"String({name}, {value}{(optional ? "?" : "")}.Value{media})";
            case WireKind.IntegerEnum:
                return $"Int64({name}, {value}{(optional ? "?" : "")}.Value{media})";
            case WireKind.Bytes or WireKind.Element or WireKind.Model or WireKind.List or WireKind.Map:
                var (full, codec) = optional && type.IsValueType ? (type.Name + "?", $"global::Integrations.Json.NullableCodec<{type.Name}, {type.Codec}>") : (type.Name, type.Codec);
                if (part.Deep)
                    return $"Deep<{full}, {codec}>({name}, {value})";
                return part.Delimiter is { } delimiter
                    ? $"Joined<{full}, {codec}>({name}, {value}, {CSharpText.Literal(delimiter)})"
                    : $"Value<{full}, {codec}>({name}, {value}{media})";
            default:
                return $"{type.Kind}({name}, {value}{media})";
        }
    }
}
