using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Json;

/// <summary>Writes an open enum: a struct over its wire value, with a member for each value that the document names.</summary>
internal static class EnumEmitter
{
    private const string Json = "global::Integrations.Json.";

    public static void Emit(CodeWriter writer, EnumModel model, string @namespace)
    {
        var name = model.Name;
        var full = "global::" + @namespace + "." + name;
        Docs.Summary(writer, model.Doc.Summary.Length > 0 ? model.Doc.Summary : "Values of " + name + ".");
        Docs.Remarks(writer, model.Doc.Remarks.Length > 0 ? model.Doc.Remarks : "A value that the document does not name is kept as it is.");
        writer.Line("/// <param name=\"Value\">The value on the wire.</param>");
        Docs.Obsolete(writer, model.Doc);
        writer.Line(EmittedFile.GeneratedCode);
        var (type, kind, converter) = model.Integer ? ("long", "IIntegerEnum", "OpenIntegerEnumConverter") : ("string", "IStringEnum", "OpenEnumConverter");
        writer.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof({Json}{converter}<{full}>))]");
        writer.Open($"public readonly partial record struct {name}({type} Value) : {Json}{kind}<{full}>");
        if (!model.Integer)
            writer.Line($"private static readonly {Json}JsonNames s_known = new({string.Join(", ", model.Values.Select(static v => CSharpText.Literal(v.Wire)))});");
        foreach (var value in model.Values)
        {
            Summary(writer, value);
            writer.Line($"public static {full} {value.Name} => new({Literal(model, value)});");
        }
        writer.Line();
        if (!model.Integer)
            writer.Line($"static {Json}JsonNames {Json}{kind}<{full}>.Known => s_known;");
        writer.Line($"static {full} {Json}{kind}<{full}>.From({type} value) => new(value);");
        writer.Line();
        Docs.Summary(writer, "The value on the wire.");
        writer.Line($"public override string ToString() => {(model.Integer ? "Value.ToString(global::System.Globalization.CultureInfo.InvariantCulture)" : "Value")};");
        writer.Line();
        Docs.Summary(writer, "The wire values as constants, for switch.");
        writer.Open("public static class Values");
        foreach (var value in model.Values)
            writer.Line($"public const {type} {value.Name} = {Literal(model, value)};");
        writer.Close();
        writer.Close();
    }

    private static string Literal(EnumModel model, EnumValueModel value) => model.Integer ? value.Wire : CSharpText.Literal(value.Wire);

    private static void Summary(CodeWriter writer, EnumValueModel value) =>
        writer.Line("/// <summary>" + (value.Summary.Length > 0 ? CSharpText.Doc(value.Summary) : "<c>" + CSharpText.Doc(value.Wire) + "</c>") + "</summary>");
}
