using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Json;

/// <summary>Writes an open enum: a struct over its wire value, with a member for each value that the document names.</summary>
internal static class EnumEmitter
{
    public static void Emit(CodeWriter writer, EnumModel model, string @namespace)
    {
        var name = model.Name;
        var full = "global::" + @namespace + "." + name;
        Docs.Summary(writer, model.Doc.Summary.Length > 0 ? model.Doc.Summary : "Values of " + name + ".");
        Docs.Remarks(writer, model.Doc.Remarks.Length > 0 ? model.Doc.Remarks : "A value that the document does not name is kept as it is.");
        writer.Line("/// <param name=\"Value\">The value on the wire.</param>");
        Docs.Obsolete(writer, model.Doc);
        writer.Line(EmittedFile.GeneratedCode);
        if (model.Integer)
            Integer(writer, model, name, full);
        else
            String(writer, model, name, full);
    }

    private static void String(CodeWriter writer, EnumModel model, string name, string full)
    {
        writer.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof(global::Integrations.Json.OpenEnumConverter<{full}>))]");
        writer.Open($"public readonly partial record struct {name}(string Value) : global::Integrations.Json.IStringEnum<{full}>");
        var known = string.Join(", ", model.Values.Select(static v => CSharpText.Literal(v.Wire)));
        writer.Line($"private static readonly global::Integrations.Json.JsonNames s_known = new({known});");
        foreach (var value in model.Values)
        {
            Summary(writer, value);
            writer.Line($"public static {full} {value.Name} => new({CSharpText.Literal(value.Wire)});");
        }
        writer.Line();
        writer.Line($"static global::Integrations.Json.JsonNames global::Integrations.Json.IStringEnum<{full}>.Known => s_known;");
        writer.Line($"static {full} global::Integrations.Json.IStringEnum<{full}>.From(string value) => new(value);");
        writer.Line();
        Docs.Summary(writer, "The value on the wire.");
        writer.Line("public override string ToString() => Value;");
        writer.Line();
        Docs.Summary(writer, "The wire values as constants, for switch.");
        writer.Open("public static class Values");
        foreach (var value in model.Values)
            writer.Line($"public const string {value.Name} = {CSharpText.Literal(value.Wire)};");
        writer.Close();
        writer.Close();
    }

    private static void Integer(CodeWriter writer, EnumModel model, string name, string full)
    {
        writer.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof(global::Integrations.Json.OpenIntegerEnumConverter<{full}>))]");
        writer.Open($"public readonly partial record struct {name}(long Value) : global::Integrations.Json.IIntegerEnum<{full}>");
        foreach (var value in model.Values)
        {
            Summary(writer, value);
            writer.Line($"public static {full} {value.Name} => new({value.Wire});");
        }
        writer.Line();
        writer.Line($"static {full} global::Integrations.Json.IIntegerEnum<{full}>.From(long value) => new(value);");
        writer.Line();
        Docs.Summary(writer, "The value on the wire.");
        writer.Line("public override string ToString() => Value.ToString(global::System.Globalization.CultureInfo.InvariantCulture);");
        writer.Line();
        Docs.Summary(writer, "The wire values as constants, for switch.");
        writer.Open("public static class Values");
        foreach (var value in model.Values)
            writer.Line($"public const long {value.Name} = {value.Wire};");
        writer.Close();
        writer.Close();
    }

    private static void Summary(CodeWriter writer, EnumValueModel value) =>
        writer.Line("/// <summary>" + (value.Summary.Length > 0 ? CSharpText.Doc(value.Summary) : "<c>" + CSharpText.Doc(value.Wire) + "</c>") + "</summary>");
}
