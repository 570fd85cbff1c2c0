using System.Data.Common;

namespace Integrations.Storage;

/// <summary>Shorter ways to call a store.</summary>
public static class StoreExtensions
{
    /// <summary>As <see cref="IStore.TransactAsync{T}"/>, for work that gives nothing.</summary>
    /// <param name="store">The store.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Ends the work; it is then rolled back.</param>
    public static Task TransactAsync(this IStore store, Func<DbTransaction, CancellationToken, Task> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(work);
        return store.TransactAsync(
            async (transaction, token) =>
            {
                await work(transaction, token).ConfigureAwait(false);
                return true;
            },
            cancellationToken);
    }
}
