using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Json.UserTypes;

/// <summary>Writes the file with the code of all marked types and the resolver that System.Text.Json is given.</summary>
internal static class UserTypesEmitter
{
    public const string HintName = "IntegrationsJson.g.cs";

    private const string Json = "global::Integrations.Json.";

    public static string Emit(UserTypesModel model)
    {
        var writer = EmittedFile.Begin("[JsonModel]", "");
        foreach (var type in model.Types)
        {
            Open(writer, type);
            switch (type)
            {
                case UserEnumModel it: UserEnumEmitter.Emit(writer, it); break;
                case UserObjectModel it: UserObjectEmitter.Emit(writer, it); break;
            }
            Close(writer, type);
            writer.Line();
        }
        Resolver(writer, model);
        return writer.ToString();
    }

    private static void Open(CodeWriter writer, UserTypeModel type)
    {
        if (type.Home.Namespace.Length > 0)
            writer.Open("namespace " + type.Home.Namespace);
        for (var i = 0; i < type.Home.Parts.Count; i++)
        {
            var last = i == type.Home.Parts.Count - 1;
            writer.Open(type.Home.Parts[i] + (last ? $" : {Json}IJsonModel<{type.Name}>" : ""));
            if (!last)
                continue;
            writer.Line($"static {type.Name} {Json}IJsonModel<{type.Name}>.Read(ref {Json}JsonReader reader) => {type.Home.CodecName}.Read(ref reader);");
            writer.Line($"static void {Json}IJsonModel<{type.Name}>.Write(ref {Json}JsonWriter writer, {type.Name} value) => {type.Home.CodecName}.Write(ref writer, value);");
            writer.Line();
        }
    }

    private static void Close(CodeWriter writer, UserTypeModel type)
    {
        foreach (var _ in type.Home.Parts)
            writer.Close();
        if (type.Home.Namespace.Length > 0)
            writer.Close();
    }

    private static void Resolver(CodeWriter writer, UserTypesModel model)
    {
        writer.Open("namespace " + model.Namespace);
        Docs.Summary(writer, "Lets System.Text.Json read and write this project's emitted models and marked types without reflection: add Default to JsonSerializerOptions.TypeInfoResolverChain.");
        writer.Line(EmittedFile.GeneratedCode);
        writer.Open($"internal sealed class IntegrationsJson : {Json}JsonModelResolver");
        Docs.Summary(writer, "The resolver.");
        writer.Line("public static IntegrationsJson Default { get; } = new();");
        writer.Line();
        writer.Line("private IntegrationsJson() { }");
        writer.Line();
        writer.Open($"protected override {Json}JsonModelEntry? Find(global::System.Type type)");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in model.Types)
        {
            if (!seen.Add(type.Name))
                continue;
            var entry = type.IsValueType ? "OfStruct" : "OfClass";
            var codec = type switch
            {
                UserEnumModel { AsText: true } it => $"{Json}EnumNameCodec<{it.Name}, {it.Number}, {it.Codec}>",
                UserEnumModel it => $"{Json}EnumNumberCodec<{it.Name}, {it.Number}>",
                _ => type.Codec,
            };
            writer.Line($"if (type == typeof({type.Name})) return {Json}JsonModelEntry.{entry}<{type.Name}, {codec}>();");
        }
        writer.Line("return null;");
        writer.Close();
        writer.Close();
        writer.Close();
    }
}
