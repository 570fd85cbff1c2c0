using Integrations.Generators.Tests.Harness;

namespace Integrations.Generators.Tests;

/// <summary>Modules and <c>AddIntegrations</c>, over several projects.</summary>
public sealed class HostingTests
{
    private static TestProject Library(string name) => (TestProject.Of($"namespace {name};\n/// <summary>Shop.</summary>\n[OpenApiClient(\"specs/shop.json\")] public sealed partial class ShopClient;") with
    {
        AssemblyName = name,
    }).WithDocument("specs/shop.json", Specs.Shop) is var project
        ? project with { Properties = project.Properties.SetItem("build_property.RootNamespace", name) }
        : project;

    private const string Program = """
        using Microsoft.Extensions.DependencyInjection;
        internal static class Program
        {
            internal static void Use(Microsoft.Extensions.Hosting.IHostApplicationBuilder builder) => builder.AddIntegrations();
        }
        """;

    [Fact]
    public void A_program_registers_the_modules_of_its_libraries()
    {
        var program = TestProject.Of(Program) with { References = [Library("Second.Lib").Run().ToReference(), Library("First").Run().ToReference()] };
        Snapshot.Verify(program.Run());
    }

    [Fact]
    public void Its_own_module_comes_last()
    {
        var program = Library("MyApp").WithSource("P.cs", Program) with { References = [Library("Zulu").Run().ToReference()] };
        var host = program.Run().Files["IntegrationsHostExtensions.g.cs"];
        Assert.True(host.IndexOf("global::Zulu.ZuluIntegrationModule", StringComparison.Ordinal) is var zulu and > 0
            && zulu < host.IndexOf("global::MyApp.MyAppIntegrationModule", StringComparison.Ordinal), host);
    }

    [Fact]
    public void A_friend_assembly_sees_only_its_own_AddIntegrations()
    {
        var library = Library("Lib").WithSource("Friend.cs", "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"MyApp\")]").Run();
        (TestProject.Of(Program) with { References = [library.ToReference()] }).Run();
    }

    [Fact]
    public void A_name_that_is_no_identifier_becomes_one()
    {
        var project = Library("MyApp") with { AssemblyName = "my-app.2" };
        project = project with { Properties = project.Properties.Remove("build_property.RootNamespace") };
        Assert.Contains("namespace my_app._2", project.Run().Files["IntegrationModule.g.cs"], StringComparison.Ordinal);
        Assert.Contains("class my_app_2IntegrationModule", project.Run().Files["IntegrationModule.g.cs"], StringComparison.Ordinal);
    }
}
