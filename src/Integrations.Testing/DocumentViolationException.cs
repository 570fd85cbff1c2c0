namespace Integrations.Testing;

/// <summary>A request is not what the document allows. It is a mistake of the test or of the code under test, so it is never retried.</summary>
public sealed class DocumentViolationException : Exception
{
    internal DocumentViolationException(FakeRequest request)
        : base($"'{request}' is not what the document allows:{Environment.NewLine}" + string.Join(Environment.NewLine, request.Violations.Select(static v => "- " + v))) =>
        Request = request;

    /// <summary>The request.</summary>
    public FakeRequest Request { get; }

    /// <summary>Everything that is wrong with it, each with its place (<c>query/page: ...</c>, <c>body/name: ...</c>).</summary>
    public IReadOnlyList<string> Violations => Request.Violations;
}
