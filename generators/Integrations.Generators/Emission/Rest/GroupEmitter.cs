using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Rest;

/// <summary>Writes an operation group: its interface, for mocks, and its class.</summary>
internal static class GroupEmitter
{
    public static void Emit(CodeWriter writer, GroupModel group)
    {
        Docs.Summary(writer, "Operations of the tag " + group.Tag + ".");
        writer.Line(EmittedFile.GeneratedCode);
        writer.Open("public partial interface " + group.InterfaceName);
        foreach (var operation in group.Operations)
            OperationEmitter.Interface(writer, operation);
        OptionsEmitter.Interface(writer, group.InterfaceName);
        writer.Close();
        writer.Line();
        Docs.Summary(writer, "Operations of the tag " + group.Tag + ".");
        writer.Line(EmittedFile.GeneratedCode);
        writer.Open($"public sealed partial class {group.ClassName} : {group.InterfaceName}");
        foreach (var operation in group.Operations)
            OperationEmitter.Descriptor(writer, operation);
        writer.Line();
        writer.Line("private readonly global::Integrations.Http.ApiClient _api;");
        writer.Line();
        writer.Line($"internal {group.ClassName}(global::Integrations.Http.ApiClient api) => _api = api;");
        writer.Line();
        foreach (var operation in group.Operations)
            OperationEmitter.Class(writer, operation);
        OptionsEmitter.Group(writer, group);
        writer.Close();
    }
}
