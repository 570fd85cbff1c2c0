namespace Integrations.Storage;

/// <summary>The schema is not what this program needs.</summary>
public sealed class StoreSchemaException : StoreException
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="found">The version found; 0 where there is none.</param>
    /// <param name="needed">The version that this program needs.</param>
    /// <param name="message">The thing, the place and the remedy.</param>
    public StoreSchemaException(StoreSchemaProblem problem, int found, int needed, string message)
        : base(message) => (Problem, Found, Needed) = (problem, found, needed);

    /// <summary>What is wrong.</summary>
    public StoreSchemaProblem Problem { get; }

    /// <summary>The version found; 0 where there is none.</summary>
    public int Found { get; }

    /// <summary>The version that this program needs.</summary>
    public int Needed { get; }
}
