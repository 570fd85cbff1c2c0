namespace Integrations;

/// <summary>
/// The pages of a list cannot be followed: the next one is on another origin, where the credentials must not go, or the server leads in a circle.
/// </summary>
public sealed class ApiPaginationException : IntegrationException
{
    /// <summary>Makes an exception, for tests and fakes.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="inner">What caused it, if anything.</param>
    public ApiPaginationException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
