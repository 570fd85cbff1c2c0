using Integrations.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Integrations.Generators.Tests;

/// <summary>Mistakes in declarations: the right id at the right text, and nothing else with it.</summary>
public sealed class DeclarationDiagnosticTests
{
    [Fact]
    public void INT1001_a_class_that_is_not_partial() =>
        Check("[OpenApiClient(\"specs/shop.json\")] internal sealed class ShopClient;", "INT1001", "ShopClient");

    [Fact]
    public void INT1002_a_document_that_is_not_in_the_project_with_the_nearest_name()
    {
        var diagnostic = Check("[OpenApiClient(\"spec/shop.json\")] internal sealed partial class ShopClient;", "INT1002", "\"spec/shop.json\"");
        Assert.Contains("did you mean 'specs/shop.json'?", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("<AdditionalFiles Include=\"spec/shop.json\" />", diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void INT1002_a_file_name_alone_or_in_other_case_is_no_path()
    {
        Check("[OpenApiClient(\"shop.json\")] internal sealed partial class ShopClient;", "INT1002", "\"shop.json\"");
        Check("[OpenApiClient(\"specs/Shop.json\")] internal sealed partial class ShopClient;", "INT1002", "\"specs/Shop.json\"");
    }

    [Fact]
    public void INT1003_two_candidates()
    {
        var project = Of("[OpenApiClient(\"specs/shop.json\")] internal sealed partial class ShopClient;").WithDocument("/elsewhere/shop.json", Specs.Shop, link: "specs/shop.json");
        Check(project, "INT1003", "\"specs/shop.json\"");
    }

    [Fact]
    public void INT1004_a_pattern_that_matches_nothing_with_the_nearest_name()
    {
        var diagnostic = Check("[OpenApiClient(\"specs/shop.json\", Operations = [\"products/get\", \"products/lst\"])] internal sealed partial class ShopClient;", "INT1004", "\"products/lst\"");
        Assert.Contains("'products/list'", diagnostic.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void INT1004_points_into_every_kind_of_array()
    {
        Check("[OpenApiClient(\"specs/shop.json\", Operations = new[] { \"products/get\", \"nothing\" })] internal sealed partial class ShopClient;", "INT1004", "\"nothing\"");
        Check("[OpenApiClient(\"specs/shop.json\", Operations = new string[] { \"products/get\", \"nothing\" })] internal sealed partial class ShopClient;", "INT1004", "\"nothing\"");
    }

    [Fact]
    public void INT1005_two_integrations_of_one_name_ignoring_case() => Of("""
        [OpenApiClient("specs/shop.json")] internal sealed partial class ShopClient;
        [OpenApiClient("specs/shop.json", Name = "SHOP")] internal sealed partial class Other;
        """).Run("INT1005", "INT1005");

    [Theory]
    [InlineData("internal sealed partial class ShopClient<T>;")]
    [InlineData("internal static partial class ShopClient;")]
    [InlineData("internal abstract partial class ShopClient;")]
    [InlineData("file sealed partial class ShopClient;")]
    [InlineData("internal sealed partial record ShopClient;")]
    public void INT1006_a_class_that_cannot_be_an_integration(string declaration) =>
        Check("[OpenApiClient(\"specs/shop.json\")] " + declaration, "INT1006", "ShopClient");

    [Fact]
    public void INT1006_a_nested_class() =>
        Check("internal static partial class Outer { [OpenApiClient(\"specs/shop.json\")] internal sealed partial class ShopClient; }", "INT1006", "ShopClient");

    [Theory]
    [InlineData("\"\"", "\"\"")]
    [InlineData("\"specs/shop.json\", Name = \"The Shop\"", "\"The Shop\"")]
    [InlineData("\"specs/shop.json\", Namespace = \"My..App\"", "\"My..App\"")]
    [InlineData("\"specs/shop.json\", Operations = [\"*\", \" \"]", "\" \"")]
    public void INT1007_an_argument_that_cannot_be_used(string arguments, string place) =>
        Check($"[OpenApiClient({arguments})] internal sealed partial class ShopClient;", "INT1007", place);

    [Fact]
    public void INT1008_a_policy_for_an_operation_that_the_class_leaves_out() => Check("""
        [OpenApiClient("specs/shop.json", Operations = ["products/*"])]
        [Retry(MaxAttempts = 2, Operation = "GET /products/{id}")]
        [Timeout(TotalSeconds = 2, Operation = "POST /orders")]
        internal sealed partial class ShopClient;
        """, "INT1008", "\"POST /orders\"");

    [Theory]
    [InlineData("Retry(MaxAttempts = 2)")]
    [InlineData("Pagination(Operation = \"GET /a\")")]
    [InlineData("ServerVariable(\"region\", \"eu\")")]
    [InlineData("TrustedServer(\"uploads.example.com\")")]
    public void INT1009_a_policy_on_a_class_that_is_no_integration(string attribute) =>
        Check("[" + attribute + "] internal sealed partial class Elsewhere;", "INT1009", attribute);

    [Theory]
    [InlineData("[BearerAuth] [BasicAuth]", "BasicAuth")]
    [InlineData("[BasicAuth] [ApiKeyAuth(\"authorization\")]", "ApiKeyAuth(\"authorization\")")]
    public void INT1010_two_auth_attributes_that_write_one_header(string attributes, string place) =>
        Check("[OpenApiClient(\"specs/shop.json\")] " + attributes + " internal sealed partial class ShopClient;", "INT1010", place);

    [Fact]
    public void A_key_in_another_header_or_in_the_query_goes_with_a_token() => Of("""
        [OpenApiClient("specs/shop.json")] [BearerAuth] [ApiKeyAuth("X-Key")] internal sealed partial class ShopClient;
        [OpenApiClient("specs/shop.json")] [BearerAuth] [ApiKeyAuth("authorization", In = ApiKeyLocation.Query)] internal sealed partial class OtherClient;
        """).Run();

    [Fact]
    public void A_mistake_is_seen_in_a_program_that_does_not_compile_because_of_it()
    {
        // The compiler says nothing of what analyzers find while a signature does not bind; the generator must say it.
        var project = Of("""
            [OpenApiClient("specs/shpo.json")] internal sealed partial class ShopClient;
            internal static class Program { internal static MyApp.Shop.Product? Find() => null; }
            """);
        var run = project.Run("INT1002", "CS0234");
        Assert.Equal("INT1002", Assert.Single(run.Driver.GetRunResult().Diagnostics).Id);
        Caching.AssertUnrelatedEditIsFree(run);
    }

    [Theory]
    [InlineData("Product", "")]
    [InlineData("MyApp.Shop.Product", "")]
    [InlineData("global::MyApp.Shop.Product", "")]
    [InlineData("Shop.Product", "")]
    [InlineData("P", "using P = MyApp.Shop.Product;")]
    public void INT1012_an_emitted_model_in_a_context_of_System_Text_Json(string type, string alias) =>
        Assert.Contains("models of 'MyApp.Shop' bring a converter", Check(Context(alias, $"List<{type}>"), "INT1012", type).GetMessage(), StringComparison.Ordinal);

    [Fact]
    public void A_type_of_the_user_in_a_context_is_not_reported() => Context("", "List<string>").Run();

    [Fact]
    public void What_is_right_is_not_reported() => Of("""
        [OpenApiClient(@".\specs\shop.json", Operations = ["tag:products", "POST /orders"], Name = "Store", Namespace = "MyApp.Store")]
        internal sealed partial class ShopClient;
        """).Run();

    // The generator of System.Text.Json does not run here, so the class need not be a context.
    private static TestProject Context(string alias, string type) => Of("""
        [OpenApiClient("specs/shop.json")] internal sealed partial class ShopClient;
        """).WithSource("Context.cs", $$"""
        using System.Collections.Generic;
        using System.Text.Json.Serialization;
        using MyApp.Shop;
        {{alias}}
        namespace MyApp;
        [JsonSerializable(typeof({{type}}))] internal sealed class Context { internal MyApp.Shop.Product? Use { get; set; } }
        """);

    private static TestProject Of(string source) => TestProject.Of("namespace MyApp;\n" + source).WithDocument("specs/shop.json", Specs.Shop);

    private static Diagnostic Check(string source, string id, string place) => Check(Of(source), id, place);

    private static Diagnostic Check(TestProject project, string id, string place)
    {
        var diagnostic = project.Run(id).Single(id);
        var lines = diagnostic.Location.GetLineSpan();
        var text = SourceText.From(Assert.Single(project.Sources, s => s.Path == lines.Path).Text);
        Assert.Equal(place, text.ToString(diagnostic.Location.SourceSpan));
        Assert.Equal(text.Lines.GetLinePositionSpan(diagnostic.Location.SourceSpan), lines.Span);
        return diagnostic;
    }
}
