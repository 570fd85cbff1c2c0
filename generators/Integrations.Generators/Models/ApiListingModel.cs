namespace Integrations.Generators.Models;

/// <summary>The listing of a document's public API, and how it differs from the accepted one.</summary>
/// <param name="HintName">The hint name of the file in which it is emitted.</param>
/// <param name="Text">The file, where one is asked for.</param>
/// <param name="Problems">The differences.</param>
internal sealed record ApiListingModel(string HintName, string? Text, EquatableArray<DiagnosticModel> Problems)
{
    /// <summary>Where nobody asked.</summary>
    public static ApiListingModel None { get; } = new("", null, EquatableArray<DiagnosticModel>.Empty);
}
