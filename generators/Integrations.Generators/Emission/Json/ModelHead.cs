using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Json;

/// <summary>How each class begins that is read and written as JSON.</summary>
internal static class ModelHead
{
    private const string Json = "global::Integrations.Json.";

    /// <summary>Opens the class.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="model">The type.</param>
    /// <param name="full">Its name, fully qualified.</param>
    /// <param name="summary">Its documentation where the document has none.</param>
    /// <param name="extends">The class that it extends, fully qualified, or null.</param>
    /// <param name="isSealed">Whether nothing extends it.</param>
    public static void Open(CodeWriter writer, SchemaModel model, string full, string summary, string? extends = null, bool isSealed = true)
    {
        Docs.Write(writer, model.Doc, summary);
        writer.Line(EmittedFile.GeneratedCode);
        writer.Line($"[global::System.Text.Json.Serialization.JsonConverter(typeof({Json}JsonModelConverter<{full}>))]");
        writer.Open($"public {(isSealed ? "sealed " : "")}partial class {model.Name} : {(extends is null ? "" : extends + ", ")}{Json}IJsonModel<{full}>");
    }
}
