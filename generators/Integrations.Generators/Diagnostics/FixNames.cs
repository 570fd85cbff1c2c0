namespace Integrations.Generators.Diagnostics;

/// <summary>What analyzer and code fixes say to each other. The file is compiled into both, so that neither needs the other's assembly.</summary>
internal static class FixNames
{
    /// <summary>
    /// The hidden diagnostic that carries a fix. Editors offer fixes for what analyzers report, not for what generators do, so an analyzer
    /// repeats, invisibly, the mistakes that have one.
    /// </summary>
    public const string Id = "INT1013";

    /// <summary>The property with the id of the mistake.</summary>
    public const string Mistake = nameof(Mistake);

    /// <summary>The property that says what to write in the place of what is there.</summary>
    public const string Remedy = nameof(Remedy);
}
