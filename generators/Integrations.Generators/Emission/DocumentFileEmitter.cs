using Integrations.Generators.Emission.Json;
using Integrations.Generators.Emission.Rest;
using Integrations.Generators.Models;

namespace Integrations.Generators.Emission;

/// <summary>Writes an output file of a document.</summary>
internal static class DocumentFileEmitter
{
    /// <summary>The text of the file.</summary>
    public static string Emit(DocumentFileModel file)
    {
        var writer = EmittedFile.Begin(file.Document, file.Namespace);
        var first = true;
        foreach (var schema in file.Schemas)
        {
            Separate(writer, ref first);
            switch (schema)
            {
                case ObjectModel model: ObjectEmitter.Emit(writer, model, file.Namespace); break;
                case MultipartModel model: MultipartEmitter.Emit(writer, model, file.Namespace); break;
                case EnumModel model: EnumEmitter.Emit(writer, model, file.Namespace); break;
                case WebhooksModel model: WebhooksEmitter.Emit(writer, model); break;
                case HeadersModel model: HeadersEmitter.Emit(writer, model); break;
                case TupleModel model: TupleEmitter.Emit(writer, model, file.Namespace); break;
                case UnionModel model: UnionEmitter.Emit(writer, model, file.Namespace); break;
            }
        }
        foreach (var group in file.Groups)
        {
            Separate(writer, ref first);
            GroupEmitter.Emit(writer, group);
        }
        return writer.ToString();
    }

    private static void Separate(CodeWriter writer, ref bool first)
    {
        if (!first)
            writer.Line();
        first = false;
    }
}
