namespace Integrations;

internal static class ThisAssembly
{
    /// <summary>The version that User-Agent and telemetry state; a test compares it with the package's.</summary>
    public const string Version = "0.1.0";
}
