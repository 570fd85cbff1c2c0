namespace Integrations.Hosting;

/// <summary>The services of a client that is made without a host: none.</summary>
internal sealed class NoServices : IServiceProvider
{
    public static readonly NoServices Instance = new();

    public object? GetService(Type serviceType) => null;
}
