using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Json;

/// <summary>Writes the file of a schema.</summary>
internal static class SchemaFileEmitter
{
    /// <summary>The text of the file.</summary>
    public static string Emit(SchemaFileModel file) => throw new NotImplementedException();
}
