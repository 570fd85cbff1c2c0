using Integrations.Generators.Tests.Harness;

namespace Integrations.Generators.Tests;

public sealed class ClientTests
{
    [Fact]
    public void A_document_with_tags_gives_groups_models_a_client_a_module_and_AddIntegrations() => Snapshot.Verify(Specs.ShopProject.Run());

    [Fact]
    public void A_document_without_tags_gives_a_flat_client() => Snapshot.Verify(TestProject.Of("""
        namespace MyApp;

        /// <summary>Zen.</summary>
        [OpenApiClient("specs/zen.json")]
        internal sealed partial class ZenClient;
        """).WithDocument("specs/zen.json", Specs.Zen).Run());

    [Fact]
    public void A_project_without_integrations_gets_AddIntegrations_all_the_same()
    {
        var run = TestProject.Of("""
            using Microsoft.Extensions.DependencyInjection;
            internal static class Program
            {
                internal static void Use(Microsoft.Extensions.Hosting.IHostApplicationBuilder builder) => builder.AddIntegrations();
            }
            """).Run();
        Assert.Equal(["IntegrationsHostExtensions.g.cs"], run.Files.Keys);
    }
}
