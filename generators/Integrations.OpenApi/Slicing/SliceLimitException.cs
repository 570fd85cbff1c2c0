namespace Integrations.OpenApi.Slicing;

/// <summary>Reading a slice would cost out of all proportion to the document. Caught where an operation is read.</summary>
internal sealed class SliceLimitException : Exception
{
    public SliceLimitException()
        : base("The operations share so much of the document that reading them all would take too long.")
    {
    }
}
