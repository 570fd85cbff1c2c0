using System.Globalization;
using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Json.UserTypes;

/// <summary>Writes the codec of a class, record, struct or interface.</summary>
internal static class UserObjectEmitter
{
    private const string Json = "global::Integrations.Json.";

    public static void Emit(CodeWriter writer, UserObjectModel model)
    {
        if (model.Home.Parts.Count > 0)
            writer.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        writer.Line(EmittedFile.GeneratedCode);
        writer.Open($"internal {(model.Home.Hides ? "new " : "")}readonly struct {model.Home.CodecName} : {Json}IJsonCodec<{model.Name}>");
        writer.Line($"private static readonly {Json}JsonShape s_shape = {ShapeText.New(model.Title, model.Members.Select(static m => (m.Wire, m.IsRequired)))};");
        writer.Line();
        Read(writer, model);
        writer.Line();
        Write(writer, model);
        writer.Line();
        WriteMembers(writer, model);
        writer.Close();
    }

    private static void Read(CodeWriter writer, UserObjectModel model)
    {
        if (model.Hierarchy is not { } hierarchy)
        {
            writer.Line($"public static {model.Name} Read(ref {Json}JsonReader reader) => ReadMembers(ref reader);");
            writer.Line();
            UserReadEmitter.Members(writer, model);
            return;
        }
        writer.Open($"public static {model.Name} Read(ref {Json}JsonReader reader)");
        writer.Line($"var kind = reader.Discriminator({CSharpText.Literal(hierarchy.Property)}u8);");
        writer.Open("switch (kind)");
        foreach (var item in hierarchy.Cases)
        {
            if (item.Value is { } value)
                writer.Line($"case {CSharpText.Literal(value)}: return {item.Codec}.ReadMembers(ref reader);");
        }
        if (model.IsAbstract)
            writer.Line($"default: reader.UnknownType({CSharpText.Literal(hierarchy.Property)}, kind); return default!;");
        else if (!hierarchy.IgnoreUnknown)
            writer.Line($"case not null: reader.UnknownType({CSharpText.Literal(hierarchy.Property)}, kind); break;");
        writer.Close();
        if (!model.IsAbstract)
            writer.Line("return ReadMembers(ref reader);");
        writer.Close();
        if (model.IsAbstract)
            return;
        writer.Line();
        UserReadEmitter.Members(writer, model);
    }

    private static void Write(CodeWriter writer, UserObjectModel model)
    {
        writer.Open($"public static void Write(ref {Json}JsonWriter writer, {model.Name} value)");
        if (!model.IsValueType)
            writer.Line("writer.Check(value);");
        if (model.Hierarchy is { } hierarchy)
            Cases(writer, model, hierarchy);
        if (model.Hierarchy is not { Unknown: 0 } || !model.IsAbstract)
        {
            writer.Line("writer.StartObject();");
            writer.Line("WriteMembers(ref writer, value);");
            writer.Line("writer.EndObject();");
        }
        writer.Close();
    }

    private static void Cases(CodeWriter writer, UserObjectModel model, UserHierarchy hierarchy)
    {
        var exact = hierarchy.Unknown != 2;
        if (exact)
            writer.Line("var type = value.GetType();");
        foreach (var item in hierarchy.Cases)
        {
            writer.Open(exact ? $"if (type == typeof({item.Name}))" : $"if (value is {item.Name})");
            writer.Line("writer.StartObject();");
            if (item.Value is { } kind)
                writer.Line(item.IsText
                    ? $"writer.String({TypeText.WireName(hierarchy.Property)}, {CSharpText.Literal(kind)});"
                    : $"writer.Int64({TypeText.WireName(hierarchy.Property)}, {kind});");
            writer.Line(item.IsSelf ? "WriteMembers(ref writer, value);" : $"{item.Codec}.WriteMembers(ref writer, ({item.Name})value);");
            writer.Line("writer.EndObject();");
            writer.Line("return;");
            writer.Close();
        }
        if (hierarchy.Unknown == 0)
            writer.Line(model.IsAbstract
                ? $"writer.UnknownType(value, {CSharpText.Literal(model.Title)});"
                : $"if (type != typeof({model.Name})) writer.UnknownType(value, {CSharpText.Literal(model.Title)});");
    }

    private static void WriteMembers(CodeWriter writer, UserObjectModel model)
    {
        writer.Open($"internal static void WriteMembers(ref {Json}JsonWriter writer, {model.Name} value)");
        foreach (var member in model.Members)
        {
            if (member.Omission != UserOmission.Always)
                writer.Line($"writer.{Call(member)}({TypeText.WireName(member.Wire)}, value.{member.Name});");
        }
        if (model.Extension is { } extension)
            writer.Line(extension.Extra ? $"writer.Extra(value.{extension.Name});" : $"{Json}ExtensionData.Write(ref writer, value.{extension.Name});");
        writer.Close();
    }

    private static string Call(UserMemberModel member)
    {
        var (name, codec) = TypeText.Of(member.Type);
        if (member.IsOptional)
            return $"Optional<{name}, {codec}>";
        var (plain, plainCodec) = TypeText.NotNull(member.Type);
        return (member.Omission, member.Type.IsValueType) switch
        {
            (UserOmission.Null, false) => $"ValueOrSkip<{plain}, {plainCodec}>",
            (UserOmission.Null, true) => $"StructOrSkip<{plain}, {plainCodec}>",
            (UserOmission.Default, _) => $"UnlessDefault<{name}, {codec}>",
            (_, false) when !member.Type.IsNullable => $"NotNull<{plain}, {plainCodec}>",
            _ => $"Value<{name}, {codec}>",
        };
    }
}
