using Integrations.Generators.Tests.Harness;
using Microsoft.CodeAnalysis.Text;

namespace Integrations.Generators.Tests;

/// <summary><c>[HealthCheck]</c> and <c>Required</c>: what reaches the client's definition, and mistakes at the argument.</summary>
public sealed class HealthCheckTests
{
    [Theory]
    [InlineData("GET /products")]
    [InlineData("products/list")]
    [InlineData("GET /status?quick=true")]
    [InlineData("HEAD /products")]
    public void What_can_be_called_reaches_the_definition(string operation)
    {
        var run = Project($"[HealthCheck(\"{operation}\", IntervalSeconds = 10, FailureThreshold = 1)]").Run();
        Assert.Contains(
            $"HealthCheck = new global::Integrations.HealthCheckAttribute(\"{operation}\") {{ IntervalSeconds = 10D, FailureThreshold = 1 }},",
            run.Files["Client.MyApp.ShopClient.g.cs"],
            StringComparison.Ordinal);
        Caching.AssertUnrelatedEditIsFree(run);
    }

    [Fact]
    public void Required_reaches_the_definition()
    {
        Assert.Contains("Required = true,", Project("", ", Required = true").Run().Files["Client.MyApp.ShopClient.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("Required = true,", Project("", ", Required = false").Run().Files["Client.MyApp.ShopClient.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("products/lst", "is no operation of 'ShopClient' (did you mean 'products/list'")]
    [InlineData("", "is no operation of 'ShopClient'; name one")]
    [InlineData("*", "is no operation of 'ShopClient'")]
    [InlineData("orders/create", "is no GET, HEAD or OPTIONS")]
    [InlineData("POST /anything", "is no GET, HEAD or OPTIONS")]
    [InlineData("GET products", "does not begin with '/'")]
    [InlineData("GET /products/{sku}", "has parameters in its path")]
    public void INT1020_what_cannot_be_called(string operation, string why) =>
        Assert.Contains(why, Check(operation, "INT1020"), StringComparison.Ordinal);

    [Fact]
    public void INT1021_a_path_that_is_nearly_one_of_the_document() =>
        Assert.Contains("is called as it is written (did you mean 'GET /products'?)", Check("GET /product", "INT1021"), StringComparison.Ordinal);

    private static string Check(string operation, string id)
    {
        var project = Project($"[HealthCheck(\"{operation}\")]");
        var diagnostic = project.Run(id).Single(id);
        var text = SourceText.From(Assert.Single(project.Sources).Text);
        Assert.Equal($"\"{operation}\"", text.ToString(diagnostic.Location.SourceSpan));
        return diagnostic.GetMessage();
    }

    private static TestProject Project(string attribute, string arguments = "") => TestProject.Of($"""
        namespace MyApp;
        [OpenApiClient("specs/shop.json"{arguments})] {attribute}
        internal sealed partial class ShopClient;
        """).WithDocument("specs/shop.json", Specs.Shop);
}
