using Integrations.Generators.Tests.Harness;

namespace Integrations.Generators.Tests.UserTypes;

/// <summary>What <c>[JsonModel]</c> becomes.</summary>
public sealed class UserTypeTests
{
    [Fact]
    public void A_record_an_enum_a_hierarchy_and_a_type_that_is_not_partial() => Snapshot.Verify(TestProject.Of("""
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Text.Json.Serialization;

        [assembly: JsonModel(typeof(MyApp.Money))]

        namespace MyApp;

        [JsonModel]
        internal sealed partial record Placed(Guid Id, string? Note, List<Line> Lines, State State = State.Open)
        {
            public DateTime? At { get; init; } = DateTime.UnixEpoch;
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Label { get; set; }
            [JsonExtensionData] public Dictionary<string, JsonElement>? More { get; set; }
        }

        internal sealed record Line(string Sku, int Quantity, Money Price);

        [JsonConverter(typeof(JsonStringEnumConverter<State>))]
        internal enum State { Open, [JsonStringEnumMemberName("closed")] Done }

        internal struct Money { public decimal Amount { get; set; } public string Currency { get; set; } }

        [JsonModel]
        [JsonDerivedType(typeof(Paid), "paid")]
        internal abstract partial class Event { public required int Id { get; set; } }

        internal sealed class Paid : Event { public int Amount { get; set; } }
        """).Run());

    [Fact]
    public void Models_of_documents_are_found_by_usings_aliases_and_namespaces() => Snapshot.Verify(Shop("""
        using System.Collections.Generic;
        using MyApp.Shop;
        using Goods = MyApp.Shop.Product;

        namespace MyApp.Inner
        {
            [JsonModel]
            internal sealed partial record Basket(Product First, Product? Second, List<Goods?> More, Shop.Order? Order, global::MyApp.Shop.Problem[] Problems);
        }
        """).Run());

    [Fact]
    public void A_global_using_counts()
    {
        var project = Shop("""
            namespace Elsewhere
            {
                [JsonModel]
                internal sealed partial record Basket(Product First);
            }
            """);
        (project with { Sources = project.Sources.Add((TestProject.Directory + "Usings.cs", "global using MyApp.Shop;")) }).Run();
    }

    [Fact]
    public void A_type_that_a_library_emitted_needs_no_resolving()
    {
        var library = TestProject.Of("""
            namespace Lib;

            /// <summary>Money.</summary>
            [JsonModel]
            public sealed partial record Money(decimal Amount);
            """) with { AssemblyName = "Lib" };
        var run = TestProject.Of("""
            namespace MyApp;

            [JsonModel]
            internal sealed partial record Bill(Lib.Money Total);
            """);
        var emitted = (run with { References = [library.Run().ToReference()] }).Run().Files["IntegrationsJson.g.cs"];
        Assert.Contains("global::Integrations.Json.ModelCodec<global::Lib.Money>", emitted, StringComparison.Ordinal);
        Assert.DoesNotContain("struct Lib_Money", emitted, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_CSharp_that_are_keywords_and_names_on_the_wire_that_are_anything_are_escaped() => TestProject.Of("""
        using System.Text.Json.Serialization;

        namespace MyApp.@class;

        [JsonModel]
        internal sealed partial record @event(int @int)
        {
            [JsonPropertyName("a\"b\\c\n\u2028é{0}")] public int @string { get; set; }
        }
        """).Run();

    internal static TestProject Shop(string source) => TestProject.Of(source).WithSource("Client.cs", """
        namespace MyApp;

        /// <summary>The shop.</summary>
        [OpenApiClient("specs/shop.json")]
        public sealed partial class ShopClient;
        """).WithDocument("specs/shop.json", Specs.Shop);
}
