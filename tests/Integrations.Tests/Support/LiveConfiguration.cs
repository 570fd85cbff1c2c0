using Microsoft.Extensions.Configuration;

namespace Integrations.Tests.Support;

/// <summary>Configuration that changes while clients run, as a file that is watched does.</summary>
internal sealed class LiveConfiguration
{
    public LiveConfiguration(params (string Key, string? Value)[] settings)
    {
        Root = new ConfigurationBuilder().AddInMemoryCollection().Build();
        Set(settings);
    }

    public IConfigurationRoot Root { get; }

    public void Set(params (string Key, string? Value)[] settings)
    {
        foreach (var (key, value) in settings)
        {
            Root[key] = value;
        }
        Root.Reload();
    }
}
