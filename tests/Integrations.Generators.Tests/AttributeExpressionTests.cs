using Integrations.Generators.Declarations;
using Integrations.Generators.Tests.Harness;

namespace Integrations.Generators.Tests;

/// <summary>Attributes are written again as C#, whatever their arguments.</summary>
public sealed class AttributeExpressionTests
{
    [Theory]
    [InlineData("[Timeout(TotalSeconds = 0.5)]", "new global::Integrations.TimeoutAttribute { TotalSeconds = 0.5 }")]
    [InlineData("[Timeout(TotalSeconds = 30)]", "new global::Integrations.TimeoutAttribute { TotalSeconds = 30D }")]
    [InlineData("[Timeout(TotalSeconds = double.PositiveInfinity)]", "{ TotalSeconds = double.PositiveInfinity }")]
    [InlineData("[Mine(Text = \"\\\"\\\\\\n\\u2028é\")]", "{ Text = \"\\\"\\\\\\n\\u2028\\u00e9\" }")]
    [InlineData("[Mine(Text = null)]", "new global::MyApp.MineAttribute { Text = null }")]
    [InlineData("[Mine(Day = DayOfWeek.Friday)]", "{ Day = global::System.DayOfWeek.Friday }")]
    [InlineData("[Mine(Day = (DayOfWeek)(-9))]", "{ Day = (global::System.DayOfWeek)(-9) }")]
    [InlineData("[Mine(Texts = [\"a\", \"b\"])]", "{ Texts = new string[] { \"a\", \"b\" } }")]
    [InlineData("[Mine(Texts = [])]", "{ Texts = new string[] { } }")]
    [InlineData("[Mine(Type = typeof(System.Collections.Generic.List<>))]", "{ Type = typeof(global::System.Collections.Generic.List<>) }")]
    [InlineData("[Mine(Any = 'x')]", "{ Any = '\\u0078' }")]
    [InlineData("[Mine(Any = long.MinValue)]", "{ Any = long.MinValue }")]
    [InlineData("[Mine(Any = (byte)7)]", "{ Any = (byte)(7) }")]
    [InlineData("[Mine(Any = 1.5f)]", "{ Any = 1.5F }")]
    [InlineData("[Mine(@class = true)]", "{ @class = true }")]
    public void An_attribute_becomes_the_expression_that_makes_it(string attribute, string expected)
    {
        var compilation = TestProject.Of($$"""
            namespace MyApp;
            internal sealed class MineAttribute : Attribute
            {
                public string? Text { get; set; }
                public string[] Texts { get; set; } = [];
                public DayOfWeek Day { get; set; }
                public Type? Type { get; set; }
                public object? Any { get; set; }
                public bool @class { get; set; }
            }
            {{attribute}}
            internal sealed class Holder;
            """).Compilation();
        Assert.Empty(compilation.GetDiagnostics().Where(static d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error));
        var data = Assert.Single(compilation.GetTypeByMetadataName("MyApp.Holder")!.GetAttributes());
        Assert.EndsWith(expected, AttributeExpression.Write(data), StringComparison.Ordinal);
    }

    [Fact]
    public void A_constructor_asks_for_services()
    {
        var run = TestProject.Of("""
            namespace MyApp;
            [OpenApiClient("specs/shop.json")]
            internal sealed partial class ShopClient(TimeProvider time, [Microsoft.Extensions.DependencyInjection.FromKeyedServices("a\"b")] Random random)
            {
                internal double Next() => random.NextDouble() + time.GetTimestamp();
            }
            """).WithDocument("specs/shop.json", Specs.Shop).Run();
        var client = run.Files["Client.MyApp.ShopClient.g.cs"];
        Assert.Contains("GetRequiredService<global::System.TimeProvider>(services)", client, StringComparison.Ordinal);
        Assert.Contains("GetRequiredKeyedService<global::System.Random>(services, \"a\\\"b\")", client, StringComparison.Ordinal);
    }
}
