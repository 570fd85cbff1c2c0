using System.ComponentModel;

namespace Integrations.Http;

/// <summary>A call that failed, for its fallback. What emitted code takes apart.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public sealed class FailedCall
{
    internal FailedCall(IntegrationException exception, object? arguments, CancellationToken cancellationToken) =>
        (Exception, Arguments, CancellationToken) = (exception, arguments, cancellationToken);

    /// <summary>What the call would have thrown.</summary>
    public IntegrationException Exception { get; }

    /// <summary>The arguments, as a tuple of the operation's parameters, where a fallback wants them.</summary>
    public object? Arguments { get; }

    /// <summary>The caller's.</summary>
    public CancellationToken CancellationToken { get; }
}
