using Integrations.Generators.Tests.Harness;

namespace Integrations.Generators.Tests.UserTypes;

/// <summary>What cannot be read and written is said at its place, with what to do; nothing is dropped in silence.</summary>
public sealed class UserTypeDiagnosticTests
{
    [Theory]
    [InlineData("public object? Value { get; set; }", "Value", "JsonElement")]
    [InlineData("public (int A, string B) Value { get; set; }", "Value", "record")]
    [InlineData("public Action? Value { get; set; }", "Value", "[JsonIgnore]")]
    [InlineData("public int[,]? Value { get; set; }", "Value", "array of arrays")]
    [InlineData("public Dictionary<DateTime, int>? Value { get; set; }", "Value", "GUIDs")]
    [InlineData("public Stack<int>? Value { get; set; }", "Value", "a list")]
    [InlineData("public List<object>? Value { get; set; }", "Value", "JsonElement")]
    [InlineData("public List<Optional<int>>? Value { get; set; }", "Value", "Optional")]
    [InlineData("public System.Threading.Tasks.Task? Value { get; set; }", "Value", "[JsonIgnore]")]
    [InlineData("[JsonConverter(typeof(NoConstructor))] public int Value { get; set; }", "Value", "constructor")]
    [InlineData("[JsonConverter(typeof(OfLong))] public int Value { get; set; }", "Value", "very type")]
    [InlineData("[JsonExtensionData] public Dictionary<string, object>? Value { get; set; }", "Value", "JsonObject")]
    [InlineData("[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int Value { get; set; }", "Value", "WhenWritingDefault")]
    [InlineData("[JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public List<int> Value { get; } = [];", "Value", "Populate")]
    [InlineData("public int A { get; set; } [JsonPropertyName(\"a\")] public int Value { get; set; }", "Value", "JsonPropertyName")]
    public void INT1014_a_member(string member, string place, string remedy)
    {
        var run = Of($"[JsonModel] internal sealed partial class Thing {{ {member} }}").Run("INT1014");
        Check(run, "INT1014", place, "Thing." + place, remedy);
    }

    [Fact]
    public void INT1014_a_member_of_a_type_that_is_reached() =>
        Check(Of("[JsonModel] internal sealed partial record Thing(List<Inner> Inner); internal sealed class Inner { public object? Value { get; set; } }").Run("INT1014"), "INT1014", "Value", "Inner.Value", "JsonElement");

    [Fact]
    public void INT1014_a_member_that_emitted_code_cannot_reach() =>
        Check(Of("[assembly: JsonModel(typeof(MyApp.Thing))] namespace MyApp { internal sealed class Thing { [JsonInclude] private int Value { get; set; } internal int Get() => Value; internal void Set() => Value = 1; } }", false).Run("INT1014"), "INT1014", "Value", "Thing.Value", "partial");

    [Theory]
    [InlineData("[JsonModel] internal sealed partial class Thing<T> { public T? Value { get; set; } }", "typeof(Thing<...>)")]
    [InlineData("[JsonModel] internal abstract partial class Thing { public int Value { get; set; } }", "[JsonDerivedType")]
    [InlineData("[JsonModel] internal sealed partial class Thing { public Thing(int a) { } public Thing(string b) { } }", "[JsonConstructor]")]
    [InlineData("[JsonModel] internal static partial class Thing;", "instances")]
    [InlineData("[JsonModel] file sealed partial class Thing;", "internal")]
    [InlineData("[JsonModel] internal ref partial struct Thing;", "struct")]
    [InlineData("[JsonModel] internal sealed partial class Thing : List<int>;", "items")]
    [InlineData("[JsonModel] internal sealed partial class Thing : IJsonOnDeserialized { public void OnDeserialized() { } }", "setter")]
    [InlineData("internal static class Outer { [JsonModel] internal sealed partial class Thing; }", "partial too")]
    public void INT1015_a_type(string declaration, string remedy) => Check(Of(declaration).Run("INT1015"), "INT1015", "Thing", "Thing", remedy);

    [Fact]
    public void INT1015_a_parameter_that_is_no_property() =>
        Check(Of("[JsonModel] internal sealed partial class Thing { public Thing(int other) => Value = other; public int Value { get; } }").Run("INT1015"), "INT1015", "other", "Thing", "rename");

    [Fact]
    public void INT1016_a_name_of_two_models()
    {
        var project = Of("[JsonModel] internal sealed partial record Thing(Problem Value);")
            .WithSource("Clients.cs", """
                namespace MyApp.Clients;

                /// <summary>One.</summary>
                [OpenApiClient("specs/first.json")] public sealed partial class FirstClient;

                /// <summary>Two.</summary>
                [OpenApiClient("specs/second.json")] public sealed partial class SecondClient;
                """)
            .WithDocument("specs/first.json", Specs.Shop).WithDocument("specs/second.json", Specs.Shop);
        project = project with { Sources = project.Sources.Add((TestProject.Directory + "Usings.cs", "global using MyApp.First;\nglobal using MyApp.Second;")) };
        // The compiler cannot tell them apart either.
        Check(project.Run("INT1016", "CS0104"), "INT1016", "Problem", "MyApp.First.Problem or MyApp.Second.Problem", "namespace");
    }

    [Fact]
    public void INT1016_a_name_that_nothing_has() =>
        Check(Of("[JsonModel] internal sealed partial class Thing { public List<Missing> Value { get; set; } = []; }").Run("INT1016", "CS0246"), "INT1016", "Missing", "Thing.Value", "correct it");

    private static TestProject Of(string declaration, bool inNamespace = true) => TestProject.Of($$"""
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        {{(inNamespace ? "namespace MyApp;" : "")}}
        {{declaration}}
        {{(inNamespace ? """
        internal sealed class NoConstructor(int a) : JsonConverter<int>
        {
            public override int Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => a;
            public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) { }
        }
        internal sealed class OfLong : JsonConverter<long>
        {
            public override long Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => 0;
            public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options) { }
        }
        """ : "")}}
        """);

    private static void Check(TestRun run, string id, string place, params string[] says)
    {
        var diagnostic = run.Single(id);
        var span = diagnostic.Location.GetLineSpan();
        var text = run.Project.Sources.Single(s => s.Path == span.Path).Text.Split('\n')[span.StartLinePosition.Line];
        Assert.Equal(place, text[span.StartLinePosition.Character..span.EndLinePosition.Character]);
        Assert.All(says, s => Assert.Contains(s, diagnostic.GetMessage(), StringComparison.Ordinal));
    }
}
