namespace Integrations.Hosting;

/// <summary>What a client is called: the integration, and the instance where there are several of it.</summary>
internal sealed record ClientName(string Integration, string? Instance = null)
{
    /// <summary><c>GitHub</c>, or <c>GitHub:acme</c>: after <c>Integrations:</c> it is the configuration section.</summary>
    public string Full { get; } = Instance is null ? Integration : Integration + ":" + Instance;

    public override string ToString() => Full;
}
