using System.Globalization;
using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Json;

/// <summary>
/// Writes a tuple: a class with a property for each item that the document types and a list of the rest. An array that is shorter is read
/// and written back as short as it was; one that is longer keeps what it has.
/// </summary>
internal static class TupleEmitter
{
    private const string Json = "global::Integrations.Json.";

    public static void Emit(CodeWriter writer, TupleModel model, string @namespace)
    {
        var full = "global::" + @namespace + "." + model.Name;
        var rest = Binding.WireTypes.List(model.Rest, model.RestNullable);
        ModelHead.Open(writer, model, full, model.Name + ".");
        writer.Line("private int _count;");
        writer.Line($"private {rest.Name}? _rest;");
        writer.Line();
        for (var i = 0; i < model.Items.Count; i++)
        {
            Docs.Write(writer, model.Items[i].Doc, "Item " + Number(i + 1) + ".");
            writer.Line($"public {model.Items[i].Type.Name}? {model.Items[i].Name} {{ get; set; }}");
            writer.Line();
        }
        Docs.Summary(writer, "The items after those.");
        writer.Line($"public {rest.Name} Rest => _rest ??= new();");
        writer.Line();
        Read(writer, model, full);
        writer.Line();
        Write(writer, model, full);
        writer.Close();
    }

    private static void Read(CodeWriter writer, TupleModel model, string full)
    {
        writer.Open($"static {full} {Json}IJsonModel<{full}>.Read(ref {Json}JsonReader reader)");
        writer.Line($"var value = new {full}();");
        writer.Line("reader.StartArray();");
        writer.Open("while (reader.NextItem())");
        writer.Open("switch (value._count++)");
        for (var i = 0; i < model.Items.Count; i++)
            writer.Line($"case {Number(i)}: value.{model.Items[i].Name} = {ObjectEmitter.Call(model.Items[i].Type, orNull: true)}; break;");
        writer.Line($"default: value.Rest.Add({ObjectEmitter.Call(model.Rest, model.RestNullable)}); break;");
        writer.Close();
        writer.Close();
        writer.Line("return value;");
        writer.Close();
    }

    private static void Write(CodeWriter writer, TupleModel model, string full)
    {
        writer.Open($"static void {Json}IJsonModel<{full}>.Write(ref {Json}JsonWriter writer, {full} value)");
        writer.Line($"var count = value._rest is null || value._rest.Count == 0 ? value._count : {Number(model.Items.Count)};");
        for (var i = 0; i < model.Items.Count; i++)
            writer.Line($"if (count < {Number(i + 1)} && value.{model.Items[i].Name} is not null) count = {Number(i + 1)};");
        writer.Line("writer.StartArray();");
        for (var i = 0; i < model.Items.Count; i++)
        {
            var type = model.Items[i].Type;
            var codec = type.IsValueType ? "NullableCodec" : "OrNullCodec";
            writer.Line($"if (count > {Number(i)}) writer.Item<{type.Name}?, {Json}{codec}<{type.Name}, {type.Codec}>>(value.{model.Items[i].Name});");
        }
        var (item, itemCodec) = model.RestNullable ? Binding.WireTypes.Nullable(model.Rest) : (model.Rest.Name, model.Rest.Codec);
        writer.Open("if (value._rest is not null)");
        writer.Line($"for (var i = 0; i < value._rest.Count; i++) writer.Item<{item}, {itemCodec}>(value._rest[i]);");
        writer.Close();
        writer.Line("writer.EndArray();");
        writer.Close();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
