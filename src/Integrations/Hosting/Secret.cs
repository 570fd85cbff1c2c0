using System.Diagnostics.CodeAnalysis;

namespace Integrations.Hosting;

/// <summary>
/// A secret by its configuration key: what code or configuration says, else the file that <c>{key}File</c> names, else the vault. Read when it is
/// needed, so that a changed one works without a restart.
/// </summary>
internal sealed class Secret
{
    private readonly IntegrationSource _source;
    private readonly string _key;
    private readonly string _what;
    private readonly bool _mayBeEmpty;
    private readonly SecretFile _file;
    private readonly VaultSecret? _vault;

    public Secret(IntegrationSource source, string key, string what, bool mayBeEmpty = false)
    {
        (_source, _key, _what, _mayBeEmpty) = (source, key, what, mayBeEmpty);
        Path = source.Path(key);
        _file = new SecretFile(source, key);
        _vault = source.Vault is null ? null : new VaultSecret(source, key);
    }

    public string Path { get; }

    /// <exception cref="IntegrationConfigurationException">It is missing.</exception>
    public string Read()
    {
        var value = Value(out var problem);
        if (problem is not null)
        {
            Throw(problem);
        }
        return value!;
    }

    /// <summary>The secret; null where it is nowhere.</summary>
    public string? ReadOrNull() => Value(out var problem) is var value && problem is null ? value : null;

    /// <summary>Asks the vault, where the secret comes from there and is not known yet.</summary>
    public ValueTask LoadAsync(CancellationToken cancellationToken) =>
        _vault is null || IsStated(_source.GetSecret(_key, Path)) || _file.IsNamed ? default : _vault.LoadAsync(cancellationToken);

    /// <summary>After a refusal: looks at once whether there is another value.</summary>
    /// <returns>Whether it has changed lately.</returns>
    public async ValueTask<bool> ReloadAsync(CancellationToken cancellationToken)
    {
        if (IsStated(_source.GetSecret(_key, Path)))
        {
            return false;
        }
        return _file.IsNamed ? _file.Reload() : _vault is not null && await _vault.ReloadAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Validate(List<string> problems)
    {
        Value(out var problem);
        if (problem is not null && (_vault is null || _file.IsNamed))
        {
            problems.Add(problem);
        }
    }

    private string? Value(out string? problem)
    {
        problem = null;
        var value = _source.GetSecret(_key, Path);
        if (!IsStated(value))
        {
            value = _file.IsNamed ? _file.Read(out problem) : _vault?.Value;
            if (problem is null && !IsStated(value))
            {
                problem = _source.Missing(_key, _what);
            }
        }
        if (problem is null && value.AsSpan().ContainsAny('\r', '\n', '\0'))
        {
            problem = $"{_source.Place(_key)} has a line break or NUL in it: remove it.";
        }
        return value;
    }

    private bool IsStated([NotNullWhen(true)] string? value) => value is not null && (value.Length > 0 || _mayBeEmpty);

    [DoesNotReturn]
    private void Throw(string problem) => throw new IntegrationConfigurationException([problem]) { Integration = _source.Name };
}
