namespace Integrations;

/// <summary>Configuration is missing or wrong. The message lists everything, with whole configuration paths and remedies, and never a value.</summary>
public sealed class IntegrationConfigurationException : IntegrationException
{
    /// <summary>Makes an exception that lists problems.</summary>
    /// <param name="problems">What is missing or wrong.</param>
    public IntegrationConfigurationException(IReadOnlyList<string> problems)
        : base(Compose(problems), null) => Problems = problems;

    /// <summary>What is missing or wrong, one line each.</summary>
    public IReadOnlyList<string> Problems { get; }

    private static string Compose(IReadOnlyList<string> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return problems.Count == 1
            ? problems[0]
            : "The configuration of integrations has " + problems.Count + " problems:" + string.Concat(problems.Select(static p => "\n- " + p));
    }
}
