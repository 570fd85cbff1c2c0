namespace Integrations.Hosting;

/// <summary>Where calls of an operation go that has a server of its own.</summary>
/// <param name="Address">What every address begins with, without a final slash; empty where it is refused.</param>
/// <param name="IsElsewhere">Whether that is another origin than the client's.</param>
/// <param name="Refusal">Why nothing is sent; null where it is.</param>
internal sealed record ServerTarget(string Address, bool IsElsewhere, string? Refusal = null);
