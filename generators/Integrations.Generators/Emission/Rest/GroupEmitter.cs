using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Rest;

/// <summary>Writes the file of an operation group.</summary>
internal static class GroupEmitter
{
    /// <summary>The text of the file.</summary>
    public static string Emit(GroupModel group) => throw new NotImplementedException();
}
