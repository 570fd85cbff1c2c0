using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Hosting;

/// <summary>Writes the class that registers every integration of an assembly, and the attribute by which programs find it.</summary>
internal static class ModuleEmitter
{
    /// <summary>The hint name of its file.</summary>
    public const string HintName = "IntegrationModule.g.cs";

    private const string Builder = "global::Integrations.IntegrationsBuilder";

    /// <summary>The text of the file.</summary>
    public static string Emit(ModuleModel module)
    {
        var writer = HostingFile.Begin();
        writer.Line($"[assembly: global::Integrations.IntegrationModule(typeof({module.FullName}))]");
        writer.Line();
        writer.Open("namespace " + module.Namespace);
        writer.Line("/// <summary>Registers the integrations of this assembly.</summary>");
        writer.Line(EmittedFile.GeneratedCode);
        writer.Open($"public sealed class {module.ClassName} : global::Integrations.IIntegrationModule");
        writer.Line("/// <summary>Registers the integrations of this assembly.</summary>");
        writer.Line("/// <param name=\"builder\">Where they are registered.</param>");
        writer.Open($"public static void Register({Builder} builder)");
        foreach (var client in module.Clients)
        {
            writer.Line($"builder.AddClient<{client.Type}>();");
            foreach (var service in client.Services)
                writer.Line($"builder.AddService<{client.Type}, {service.Interface}>(static client => client{(service.Property is { } property ? "." + property : "")});");
        }
        foreach (var database in module.Databases)
            writer.Line($"builder.AddDatabase<{database}>();");
        writer.Close().Close().Close();
        return writer.ToString();
    }
}
