using System.Collections.Concurrent;
using Integrations.Generators.Tests.Harness;

namespace Integrations.Generators.Tests.Features;

public sealed class ServerTests
{
    [Fact]
    public async Task A_client_that_is_sent_to_a_test_server_takes_its_operations_along()
    {
        var run = Feature.Project("servers.yaml", """
            await client.ListAsync();
            await client.DownloadAsync();
            await client.UploadAsync();
            await client.PublicAsync();
            await client.SameAsync();
            await client.MovedAsync();
            await client.PlainAsync();
            """).Run();
        var paths = new ConcurrentQueue<string>();
        await Feature.LiveAsync(run, context =>
        {
            paths.Enqueue(context.Request.Path);
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        });
        Assert.Equal(["/things", "/content", "/content", "/public", "/same", "/v2/moved", "/plain"], paths);
    }

    [Fact]
    public void What_the_class_says_of_servers_reaches_the_definition()
    {
        var run = TestProject.Of("""
            namespace MyApp;

            /// <summary>A client.</summary>
            [OpenApiClient("specs/servers.yaml")]
            [ServerVariable("region", "eu")]
            [TrustedServer("uploads.example.com")]
            [PublicAddressesOnly(Allow = ["10.20.0.0/16"])]
            public sealed partial class FeatureClient;
            """).WithDocument("specs/servers.yaml", Feature.Text("servers.yaml")).Run();
        var text = string.Concat(run.Files.Values);
        Assert.Contains("""Servers = [new global::Integrations.ServerVariableAttribute("region", "eu"), new global::Integrations.TrustedServerAttribute("uploads.example.com"), new global::Integrations.PublicAddressesOnlyAttribute { Allow = new string[] { "10.20.0.0/16" } }],""", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_is_no_address_is_left_out_and_said()
    {
        var document = Feature.Text("servers.yaml").Replace("http://plain.example.com", "ftp://files.example.com", StringComparison.Ordinal);
        var run = TestProject.Of("""
            namespace MyApp;

            /// <summary>A client.</summary>
            [OpenApiClient("specs/servers.yaml")]
            public sealed partial class FeatureClient;
            """).WithDocument("specs/servers.yaml", document).Run("INT2007");
        Assert.Contains("ftp://files.example.com", run.Single("INT2007").GetMessage(), StringComparison.Ordinal);
        Assert.DoesNotContain("ftp:", string.Concat(run.Files.Values), StringComparison.Ordinal);
    }
}
