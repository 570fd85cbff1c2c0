using System.Runtime.CompilerServices;

namespace Integrations.Packaging.Tests;

/// <summary>A test that builds a program: skipped while the runtime has no <c>IntegrationsBuilder</c>, on from the day it has.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RuntimeFactAttribute : FactAttribute
{
    public RuntimeFactAttribute()
    {
        if (Directory.GetFiles(Path.Combine(Repository(), "src", "Integrations"), "IntegrationsBuilder.cs", SearchOption.AllDirectories).Length == 0)
            Skip = "src/Integrations has no IntegrationsBuilder yet.";
    }

    private static string Repository([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../.."));
}
