namespace Integrations.Hosting;

/// <summary>What start-up, health and the catalogue ask of an integration, of whatever kind.</summary>
internal interface IIntegrationState
{
    string Name { get; }

    bool Enabled { get; }

    bool Required { get; }

    /// <summary>What is missing or wrong in its configuration.</summary>
    IReadOnlyList<string> Problems { get; }

    bool IsBreakerOpen { get; }

    bool IsLimitExhausted { get; }

    ClientHealth Health { get; }
}
