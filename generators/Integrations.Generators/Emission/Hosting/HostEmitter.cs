using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Hosting;

/// <summary>
/// Writes <c>AddIntegrations</c>. Every project gets its own, internal and <c>[Embedded]</c>: no reference can see another's, so no two
/// collide, and each knows all modules of its project at compile time.
/// </summary>
internal static class HostEmitter
{
    /// <summary>The hint name of its file.</summary>
    public const string HintName = "IntegrationsHostExtensions.g.cs";

    private const string Configure = "global::System.Action<global::Integrations.IntegrationsBuilder>? configure = null";
    private const string Services = "global::Microsoft.Extensions.DependencyInjection.IServiceCollection";

    /// <summary>The text of the file.</summary>
    public static string Emit(HostModel host)
    {
        var writer = HostingFile.Begin();
        writer.Open("namespace Integrations");
        writer.Line("/// <summary>Registers the integrations of this project and of the projects that it references.</summary>");
        writer.Line("[global::Microsoft.CodeAnalysis.Embedded]");
        writer.Line(EmittedFile.GeneratedCode);
        writer.Open("internal static class IntegrationsHostExtensions");
        if (host.HostBuilder)
            HostMethod(writer);
        ServicesMethod(writer, host);
        writer.Close().Close();
        return writer.ToString();
    }

    private static void HostMethod(CodeWriter writer)
    {
        Documentation(writer, "builder", "The program.");
        writer.Line($"public static TBuilder AddIntegrations<TBuilder>(this TBuilder builder, {Configure})");
        writer.Line("    where TBuilder : global::Microsoft.Extensions.Hosting.IHostApplicationBuilder");
        writer.Open();
        writer.Line("AddIntegrations(builder.Services, builder.Configuration, configure);");
        writer.Line("return builder;");
        writer.Close();
        writer.Line();
    }

    private static void ServicesMethod(CodeWriter writer, HostModel host)
    {
        Documentation(writer, "services", "The program's services.");
        writer.Line($"public static {Services} AddIntegrations(");
        writer.Line($"    this {Services} services,");
        writer.Line("    global::Microsoft.Extensions.Configuration.IConfiguration configuration,");
        writer.Line($"    {Configure})");
        writer.Open();
        writer.Line("var integrations = global::Integrations.IntegrationsBuilder.For(services, configuration);");
        foreach (var module in host.Modules)
            writer.Line($"integrations.AddModule<{module}>();");
        writer.Line("configure?.Invoke(integrations);");
        writer.Line("return services;");
        writer.Close();
    }

    private static void Documentation(CodeWriter writer, string name, string description)
    {
        writer.Line("/// <summary>Registers every integration that this project declares or references.</summary>");
        if (name == "builder")
            writer.Line("/// <typeparam name=\"TBuilder\">The kind of program.</typeparam>");
        writer.Line($"/// <param name=\"{name}\">{description}</param>");
        if (name == "services")
            writer.Line("/// <param name=\"configuration\">Where <c>Integrations:{Name}</c> is read.</param>");
        writer.Line("/// <param name=\"configure\">Settles what configuration does not.</param>");
        writer.Line($"/// <returns>The same {name}.</returns>");
    }
}
