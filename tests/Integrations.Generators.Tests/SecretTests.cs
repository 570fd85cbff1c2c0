using Integrations.Generators.Tests.Harness;

namespace Integrations.Generators.Tests;

/// <summary>INT1011: secrets are found, names of secrets are not.</summary>
public sealed class SecretTests
{
    // Made up, and put together so that no scanner takes this file for a leak.
    private const string Random = "9fQ2xL7vTz" + "3bKd81RmWc0yHs";

    [Theory]
    [InlineData("[BearerAuth(Scheme = \"Bearer " + Random + "\")]")]
    [InlineData("[ApiKeyAuth(\"" + Random + "\")]")]
    [InlineData("[ApiKeyAuth(\"sk_live_" + "abcdefabcdefabcdef\")]")]
    public void A_secret_in_an_auth_attribute(string attribute) => Client(attribute).Run("INT1011");

    [Theory]
    [InlineData("[BearerAuth(Scheme = \"Token\")]")]
    [InlineData("[ApiKeyAuth(\"X-Very-Long-Vendor-Api-Key-V2\")]")]
    [InlineData("[ApiKeyAuth(\"Ocp-Apim-Subscription-Key\")]")]
    public void The_name_of_a_header_is_no_secret(string attribute) => Client(attribute).Run();

    [Theory]
    [InlineData("options.Settings[\"Auth:Token\"] = \"" + Random + "\"", true)]
    [InlineData("options.Settings[\"Auth:Token\"] = \"token\"", false)]
    [InlineData("options.Settings[\"Auth:Token\"] = \"<the token of your account 123>\"", false)]
    [InlineData("options.Settings[\"BaseAddress\"] = \"" + Random + "\"", false)]
    [InlineData("options.Settings[\"Auth:Token\"] = Environment.GetEnvironmentVariable(\"" + Random + "\")", false)]
    public void A_secret_in_the_settings(string statement, bool reported) => Client("")
        .WithSource("Use.cs", "namespace MyApp; internal static class Use { internal static void It(ClientOptions options) => " + statement + "; }")
        .Run(reported ? ["INT1011"] : []);

    private static TestProject Client(string attribute) => TestProject.Of($$"""
        namespace MyApp;
        [OpenApiClient("specs/shop.json")] {{attribute}} internal sealed partial class ShopClient;
        """).WithDocument("specs/shop.json", Specs.Shop);
}
