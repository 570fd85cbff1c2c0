using Integrations.Resilience;
using Integrations.Telemetry;

namespace Integrations.Hosting;

/// <summary>
/// Reads a client's policies again when configuration changes. Where something is wrong all of them stay as they were, and the log says so once; half a
/// change could be worse than none.
/// </summary>
internal sealed class PolicyReload : IDisposable
{
    private readonly Lock _lock = new();
    private readonly IntegrationDefinition _definition;
    private readonly IntegrationSource _source;
    private readonly PolicyAttribute[] _code;
    private readonly ClientPipelines _pipelines;
    private readonly ClientLog _log;
    private readonly IDisposable _transport;
    private readonly IDisposable? _registration;
    private IReadOnlyList<string> _told = [];

    /// <summary>Begins.</summary>
    /// <param name="definition">The client.</param>
    /// <param name="source">Where its settings are read.</param>
    /// <param name="options">What code says.</param>
    /// <param name="pipelines">What changes.</param>
    /// <param name="log">Where changes are told.</param>
    /// <param name="transport">Disposed with this, after it.</param>
    public PolicyReload(IntegrationDefinition definition, IntegrationSource source, ClientOptions options, ClientPipelines pipelines, ClientLog log, IDisposable transport)
    {
        (_definition, _source, _code, _pipelines, _log, _transport) = (definition, source, [.. options.Policies], pipelines, log, transport);
        _registration = source.OnChange(Read);
    }

    public void Dispose()
    {
        _registration?.Dispose();
        _transport.Dispose();
    }

    private void Read()
    {
        lock (_lock)
        {
            var reader = new SettingsReader(_source, tellsValues: true);
            var policies = PolicyTable.Read(reader, _definition, _code);
            if (reader.Problems.Count > 0)
            {
                // A change of anything in configuration comes here: the same is not told again.
                if (!reader.Problems.SequenceEqual(_told))
                {
                    _log.PoliciesRefused(reader.Problems);
                }
                _told = reader.Problems;
                return;
            }
            _told = [];
            if (_pipelines.Change(policies))
            {
                _log.PoliciesChanged();
            }
        }
    }
}
