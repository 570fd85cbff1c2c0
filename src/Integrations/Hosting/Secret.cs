using System.Diagnostics.CodeAnalysis;

namespace Integrations.Hosting;

/// <summary>A secret by its configuration key; read when it is needed, never kept beyond what is derived from its current value.</summary>
internal sealed class Secret(IntegrationSource source, string key, string what, bool mayBeEmpty = false)
{
    public string Path { get; } = source.Path(key);

    /// <exception cref="IntegrationConfigurationException">It is missing.</exception>
    public string Read()
    {
        var value = source.Get(key, Path);
        if (Problem(value) is { } problem)
        {
            Throw(problem);
        }
        return value!;
    }

    public void Validate(List<string> problems)
    {
        if (Problem(source.Get(key, Path)) is { } problem)
        {
            problems.Add(problem);
        }
    }

    private string? Problem(string? value)
    {
        if (value is null || (value.Length == 0 && !mayBeEmpty))
        {
            return source.Missing(key, what);
        }
        return value.AsSpan().ContainsAny('\r', '\n', '\0') ? $"{Path} has a line break or NUL in it: remove it (a file's last line break, perhaps)." : null;
    }

    [DoesNotReturn]
    private void Throw(string problem) => throw new IntegrationConfigurationException([problem]) { Integration = source.Name };
}
