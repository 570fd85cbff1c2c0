namespace Integrations;

/// <summary>
/// Lets the client's credentials go to a further host that the document names for some operations, such as <c>uploads.github.com</c>. Without it such
/// an operation is refused: a document is somebody else's, and must not decide where secrets go. Only over https, unless <c>AllowInsecureHttp</c> is set.
/// </summary>
/// <param name="host">The host as the document's server has it, with its port where that is not the scheme's own.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class TrustedServerAttribute(string host) : ServerAttribute
{
    /// <summary>The host.</summary>
    public string Host { get; } = host;
}
