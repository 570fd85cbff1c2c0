using Integrations.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Integrations.Generators.Tests.Guards;

/// <summary>The generator runs in the compiler and in the editor over somebody else's document: it can touch no file, no socket and no process, whatever that says.</summary>
public sealed class CapabilityTests
{
    /// <summary>Our assemblies in the package's analyzer slot.</summary>
    public static TheoryData<string> Assemblies => ["Integrations.OpenApi", "Integrations.Generators", "Integrations.Analyzers", "Integrations.CodeFixes"];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void The_generator_names_nothing_that_reaches_out(string assembly)
    {
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"));
        Assert.True(Capabilities.Members(new MemoryStream(bytes)).Count > 20, "The assembly names next to nothing: it is not the one that was meant.");
        var faults = Capabilities.Faults(new MemoryStream(bytes));
        Assert.True(faults.Count == 0, assembly + " names " + string.Join(", ", faults));
    }

    [Fact]
    public void The_library_is_told_to_load_nothing()
    {
        var members = Capabilities.Members(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Integrations.OpenApi.dll"))).Where(static m => m.StartsWith("Microsoft.OpenApi.Reader.", StringComparison.Ordinal)).ToList();
        Assert.Equal(
            ["OpenApiJsonReader..ctor", "OpenApiJsonReader.ReadFragment", "OpenApiReaderSettings..ctor", "OpenApiReaderSettings.set_LoadExternalRefs", "OpenApiReaderSettings.set_RuleSet"],
            members.Select(static m => m["Microsoft.OpenApi.Reader.".Length..]).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("System.IO.File.ReadAllText(\"a\")")]
    [InlineData("new System.IO.FileInfo(\"a\")")]
    [InlineData("new System.IO.StreamReader(\"a\")")]
    [InlineData("(System.Func<string, bool>)System.IO.Directory.Exists")]
    [InlineData("typeof(System.IO.FileStream)")]
    [InlineData("System.IO.Path.GetTempFileName()")]
    [InlineData("new System.Net.Http.HttpClient()")]
    [InlineData("System.Net.Dns.GetHostName()")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess()")]
    [InlineData("System.Environment.GetEnvironmentVariable(\"a\")")]
    [InlineData("System.Environment.CurrentDirectory")]
    [InlineData("System.Reflection.Assembly.LoadFrom(\"a\")")]
    [InlineData("System.Type.GetType(\"System.IO.File\")")]
    [InlineData("typeof(string).Assembly")]
    [InlineData("new object().GetType().GetMethod(\"a\")")]
    [InlineData("System.Activator.CreateInstance(typeof(string))")]
    [InlineData("System.Activator.CreateInstance<Planted>()")]
    [InlineData("System.Xml.XmlReader.Create(\"a\")")]
    [InlineData("System.Runtime.InteropServices.Marshal.AllocHGlobal(1)")]
    [InlineData("getpid()")]
    [InlineData("Microsoft.OpenApi.OpenApiDocument.LoadAsync(\"https://a\")")]
    [InlineData("Microsoft.OpenApi.OpenApiDocument.Parse(\"{}\")")]
    [InlineData("new Microsoft.OpenApi.Reader.OpenApiReaderSettings { HttpClient = null! }")]
    [InlineData("new YamlDotNet.Serialization.DeserializerBuilder()")]
    [InlineData("Microsoft.CodeAnalysis.MetadataReference.CreateFromFile(\"a\")")]
    public void Planted_a_member_that_reaches_out_is_found(string expression)
    {
        Assert.NotEmpty(Faults(expression));
        Assert.Empty(Faults("System.IO.TextReader.Null.ReadLine() + System.Environment.NewLine + typeof(string)"));
    }

    private static List<string> Faults(string expression)
    {
        var tree = CSharpSyntaxTree.ParseText("public class Planted { [System.Runtime.InteropServices.DllImport(\"c\")] static extern int getpid(); public object? Do() => " + expression + "; }");
        if (!expression.Contains("getpid", StringComparison.Ordinal))
            tree = CSharpSyntaxTree.ParseText("public class Planted { public object? Do() => " + expression + "; }");
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static p => MetadataReference.CreateFromFile(p));
        using var written = new MemoryStream();
        var result = CSharpCompilation.Create("Planted", [tree], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(written);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return Capabilities.Faults(new MemoryStream(written.ToArray()));
    }
}
