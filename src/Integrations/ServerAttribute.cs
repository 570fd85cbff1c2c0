namespace Integrations;

/// <summary>What an attribute says of the servers of a client's document.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class ServerAttribute : Attribute
{
    private protected ServerAttribute()
    {
    }
}
