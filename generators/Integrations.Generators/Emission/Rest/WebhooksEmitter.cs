using Integrations.Generators.Binding;
using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Rest;

/// <summary>Writes the table of what a document says it sends.</summary>
internal static class WebhooksEmitter
{
    private const string Descriptor = "global::Integrations.WebhookDescriptor";

    public static void Emit(CodeWriter writer, WebhooksModel model)
    {
        Docs.Summary(writer, "What this API sends: its webhooks, and the callbacks of its operations.");
        writer.Line(EmittedFile.GeneratedCode);
        writer.Open("public static class " + model.Name);
        Docs.Summary(writer, "Every webhook and callback.");
        writer.Line($"public static global::System.Collections.Generic.IReadOnlyList<{Descriptor}> All {{ get; }} =");
        writer.Line("[");
        writer.Indent();
        foreach (var row in model.Rows)
            writer.Line(Row(row) + ",");
        writer.Outdent();
        writer.Line("];");
        writer.Close();
    }

    private static string Row(WebhookModel row)
    {
        var arguments = $"({CSharpText.Literal(row.Name)}, {CSharpText.Literal(row.Method)}, {CSharpText.LiteralOrNull(row.OperationId)})";
        var callback = row.Operation is null ? "" : $" {{ Operation = {CSharpText.Literal(row.Operation)}, Address = {CSharpText.LiteralOrNull(row.Address)} }}";
        if (row.Payload is not { } type)
            return $"new {Descriptor}{arguments}{callback}";
        var (name, codec) = row.Nullable ? WireTypes.Nullable(type) : (type.Name, type.Codec);
        return $"new {Descriptor}<{name}, {codec}>{arguments}{callback}";
    }
}
