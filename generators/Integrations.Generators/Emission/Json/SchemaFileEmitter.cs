using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Json;

/// <summary>Writes the file of a component, or of the types that a group's operations state inline.</summary>
internal static class SchemaFileEmitter
{
    /// <summary>The text of the file.</summary>
    public static string Emit(SchemaFileModel file)
    {
        var writer = EmittedFile.Begin(file.Document, file.Namespace);
        for (var i = 0; i < file.Schemas.Count; i++)
        {
            if (i > 0)
                writer.Line();
            switch (file.Schemas[i])
            {
                case ObjectModel model: ObjectEmitter.Emit(writer, model, file.Namespace); break;
                case EnumModel model: EnumEmitter.Emit(writer, model, file.Namespace); break;
                case UnionModel model: UnionEmitter.Emit(writer, model, file.Namespace); break;
            }
        }
        return writer.ToString();
    }
}
