namespace Integrations.Storage;

/// <summary>What is wrong with a schema.</summary>
public enum StoreSchemaProblem
{
    /// <summary>It is absent or older, and <see cref="StoreOptions.Upgrade"/> forbids to change it.</summary>
    Older,

    /// <summary>A later version of this library has upgraded it.</summary>
    Newer,

    /// <summary>Its list of versions has gaps, or a table is missing.</summary>
    Damaged,
}
