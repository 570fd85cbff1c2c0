namespace Integrations;

/// <summary>The integrations of a program, for hosts, gateways and agents that list them.</summary>
public interface IIntegrationCatalog
{
    /// <summary>Every integration as it is now, in the order of registration.</summary>
    IReadOnlyList<IntegrationInfo> Integrations { get; }

    /// <summary>An integration as it is now.</summary>
    /// <param name="name">Its name, in any case of letters, as in configuration; for an instance <c>Name:instance</c>.</param>
    /// <returns>The integration; null where none has the name.</returns>
    IntegrationInfo? Find(string name);

    /// <summary>The client of an integration.</summary>
    /// <typeparam name="TClient">Its class; <see cref="object"/> for any.</typeparam>
    /// <param name="name">The integration's name, in any case of letters, as in configuration; for an instance <c>Name:instance</c>.</param>
    /// <returns>The client; null where no integration has the name or its client is of another class.</returns>
    TClient? FindClient<TClient>(string name)
        where TClient : class;

    /// <summary>
    /// What happens to integrations from now on, after one <see cref="IntegrationEventKind.Registered"/> for each that is there. Calls never wait for a
    /// watcher: it may be 256 events behind, then the oldest are dropped and <see cref="IntegrationEvent.Missed"/> of the next says how many. Without
    /// watchers events are not made.
    /// </summary>
    /// <param name="cancellationToken">Ends the watching with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The events, which end when the program's services are disposed.</returns>
    IAsyncEnumerable<IntegrationEvent> WatchAsync(CancellationToken cancellationToken = default);
}
