namespace Integrations.Storage;

/// <summary>The store refused something. No payload is in the message.</summary>
public abstract class StoreException : Exception
{
    private protected StoreException(string message)
        : base(message)
    {
    }
}
