using System.Data;

namespace Integrations;

/// <summary>How a transaction runs.</summary>
public sealed class SqlTransactionOptions
{
    /// <summary>How it is isolated. SQLite knows only <see cref="IsolationLevel.Serializable"/>, and every level is that.</summary>
    /// <value>Default: <see cref="IsolationLevel.Unspecified"/>, which is the server's own: READ COMMITTED, where nobody has changed it.</value>
    public IsolationLevel Isolation { get; init; } = IsolationLevel.Unspecified;

    /// <summary>How often the delegate runs in all, where the database undoes the transaction because of concurrent ones (40001, 40P01, 55P03).</summary>
    /// <value>Default: null, which is <see cref="RetryAttribute.MaxAttempts"/> of the client, 3. Range: 1 and above.</value>
    public int? MaxAttempts { get; init; }
}
