using Integrations.Generators.Documents;
using Integrations.Generators.Tests.Harness;

namespace Integrations.Generators.Tests.Guards;

/// <summary>Every test compiles what is emitted with warnings as errors and documentation on; these show that it would be seen.</summary>
public sealed class StrictCompilationTests
{
    [Fact]
    public void Emitted_code_compiles_without_a_warning() => Specs.ShopProject.Run();

    [Theory]
    [InlineData("namespace Planted { public class Undocumented { } }", "CS1591")]
    [InlineData("namespace Planted { internal class Unused { private int field; internal int Read() => field; } }", "CS0649")]
    [InlineData("namespace Planted { internal static class Nulls { internal static string Text() => null; } }", "CS8603")]
    [InlineData("namespace Planted { /// <summary>See <see cref=\"Nowhere\"/>.</summary>\ninternal static class Cref; }", "CS1574")]
    [InlineData("namespace Planted { internal static class Broken { internal static int One() => ; } }", "CS1525")]
    public void Planted_code_that_warns_is_found(string planted, string expected)
    {
        var project = Specs.ShopProject with
        {
            Stages = new DocumentStages
            {
                EmitClient = (client, declaration) => "#nullable enable\n#nullable disable warnings\n" + planted,
            },
        };
        var exception = Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => project.Run());
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }
}
