using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Json.UserTypes;

/// <summary>Writes the names of a C# enum.</summary>
internal static class UserEnumEmitter
{
    private const string Json = "global::Integrations.Json.";

    public static void Emit(CodeWriter writer, UserEnumModel model)
    {
        writer.Line(EmittedFile.GeneratedCode);
        writer.Open($"internal readonly struct {model.Home.CodecName} : {Json}IJsonEnum<{model.Name}>");
        var names = string.Join(", ", model.Members.Select(static m => CSharpText.Literal(m.Wire)));
        var values = string.Join(", ", model.Members.Select(m => model.Name + "." + m.Name));
        writer.Line($"private static readonly {Json}JsonEnumNames<{model.Name}> s_names = new([{names}], [{values}], {(model.Flags ? "true" : "false")});");
        writer.Line();
        writer.Line($"static {Json}JsonEnumNames<{model.Name}> {Json}IJsonEnum<{model.Name}>.Names => s_names;");
        writer.Close();
    }
}
