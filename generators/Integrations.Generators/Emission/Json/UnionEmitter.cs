using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Json;

/// <summary>Writes a closed union: a class around one value, which is a case of the document or, where none fits, the JSON as it came.</summary>
internal static class UnionEmitter
{
    public static void Emit(CodeWriter writer, UnionModel model, string @namespace)
    {
        var name = model.Name;
        var full = "global::" + @namespace + "." + name;
        ModelHead.Open(writer, model, full, "One of several types; see Value.");
        writer.Line($"private {name}(object? value) => Value = value;");
        writer.Line();
        var cases = string.Join(", ", model.Cases.Select(static c => CSharpText.Doc(Short(c.Type.Name))));
        writer.Line($"/// <summary>The value: one of {cases}; or a <c>JsonElement</c> for what the document does not name.</summary>");
        writer.Line("public object? Value { get; }");
        writer.Line();
        foreach (var item in model.Cases)
        {
            Docs.Summary(writer, "Makes the union of one of its cases.");
            writer.Line($"public static implicit operator {full}({item.Type.Name} value) => new(value);");
        }
        Docs.Summary(writer, "Makes the union of a value that the document does not name.");
        writer.Line($"public static implicit operator {full}(global::System.Text.Json.JsonElement value) => new(value);");
        writer.Line();
        Read(writer, model, full);
        writer.Line();
        Write(writer, model, full);
        writer.Line();
        Docs.Summary(writer, "The name of the type that it holds; never the value.");
        writer.Line($"public override string ToString() => {CSharpText.Literal(name)} + \" of \" + (Value?.GetType().Name ?? \"null\");");
        writer.Close();
    }

    private static void Read(CodeWriter writer, UnionModel model, string full)
    {
        writer.Open($"static {full} global::Integrations.Json.IJsonModel<{full}>.Read(ref global::Integrations.Json.JsonReader reader)");
        if (model.Cases.Count > 0)
            Cases(writer, model);
        writer.Line("return new(reader.Element());");
        writer.Close();
    }

    private static void Cases(CodeWriter writer, UnionModel model)
    {
        writer.Open("switch (reader.Peek())");
        foreach (var kind in new[] { "String", "Number", "True", "False", "Array", "Object" })
        {
            var cases = model.Cases.Select(static (c, i) => (Case: c, Index: i)).Where(c => c.Case.JsonKinds.Contains(kind)).ToList();
            if (cases.Count == 0)
                continue;
            writer.Line($"case global::System.Text.Json.JsonValueKind.{kind}:");
            writer.Indent();
            if (kind == "Object" && model.Discriminator is { } discriminator)
                Discriminate(writer, model, discriminator);
            var shaped = cases.Where(static c => c.Case.HasShape).ToList();
            if (shaped.Count > 1)
                BestShape(writer, shaped);
            foreach (var (item, index) in cases)
            {
                if (!item.HasShape || shaped.Count == 1)
                    writer.Line(Try(item.Type, "value" + kind + index.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            }
            writer.Line("break;");
            writer.Outdent();
        }
        writer.Close();
    }

    private static void Discriminate(CodeWriter writer, UnionModel model, string discriminator)
    {
        writer.Open($"switch (reader.Discriminator({CSharpText.JsonNameLiteral(discriminator)}))");
        for (var i = 0; i < model.Mapping.Count; i++)
        {
            var type = model.Mapping[i].Type;
            writer.Line($"case {CSharpText.Literal(model.Mapping[i].Value)}: if (reader.TryModel<{type}>(out var named{i})) return new(named{i}); break;");
        }
        if (model.Default is { } other)
            writer.Line($"default: if (reader.TryModel<{other}>(out var other)) return new(other); break;");
        else if (model.IsExact)
        {
            writer.Line("case null: break;");
            writer.Line("default: return new(reader.Element());");
        }
        writer.Close();
    }

    private static void BestShape(CodeWriter writer, List<(UnionCaseModel Case, int Index)> shaped)
    {
        writer.Open($"switch (reader.BestShape({string.Join(", ", shaped.Select(static c => c.Case.Type.Name + ".Shape"))}))");
        for (var i = 0; i < shaped.Count; i++)
            writer.Line($"case {i}: {Try(shaped[i].Case.Type, "shaped" + shaped[i].Index)} break;");
        writer.Close();
    }

    private static string Try(TypeModel type, string variable) => type.Kind == WireKind.Model
        ? $"if (reader.TryModel<{type.Name}>(out var {variable})) return new({variable});"
        : $"if (reader.TryValue<{type.Name}, {type.Codec}>(out var {variable})) return new({variable});";

    private static void Write(CodeWriter writer, UnionModel model, string full)
    {
        writer.Open($"static void global::Integrations.Json.IJsonModel<{full}>.Write(ref global::Integrations.Json.JsonWriter writer, {full} value)");
        writer.Open("switch (value.Value)");
        foreach (var item in model.Cases.OrderByDescending(static c => c.Depth))
        {
            writer.Line(item.Type.Kind == WireKind.Model
                ? $"case {item.Type.Name} item: writer.Model(item); break;"
                : $"case {item.Type.Name} item: writer.Item<{item.Type.Name}, {item.Type.Codec}>(item); break;");
        }
        writer.Line("case global::System.Text.Json.JsonElement item: writer.Element(item); break;");
        writer.Line("default: writer.Null(); break;");
        writer.Close();
        writer.Close();
    }

    /// <summary>A type's name without namespaces, for prose.</summary>
    private static string Short(string name)
    {
        var generic = name.IndexOf('<');
        if (generic >= 0)
            return Short(name.Substring(0, generic)) + " of " + Short(name.Substring(generic + 1).TrimEnd('>'));
        return name.Substring(name.LastIndexOf('.') + 1);
    }
}
