using System.Runtime.CompilerServices;
using Integrations.Json;
using Integrations.Resilience;

namespace Integrations.Http;

public sealed partial class ApiClient
{
    /// <summary>The items of all pages, by the <c>Link</c> header. Nothing is fetched before it is asked for.</summary>
    /// <typeparam name="TPage">The result of one page.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <typeparam name="TItem">An item.</typeparam>
    /// <param name="request">The request of the first page, used up by this; its body is not sent.</param>
    /// <param name="items">Gets the items of a page.</param>
    /// <param name="cancellationToken">Cancels the calls, and ends between pages.</param>
    /// <returns>The items. May be enumerated more than once; each begins with the first page.</returns>
    public IAsyncEnumerable<TItem> LinkPages<TPage, TCodec, TItem>(ApiRequest request, Func<TPage, IReadOnlyList<TItem>?> items, CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<TPage>
    {
        var start = Start(request);
        return Pages(() => new AddressWalk<TPage>(start, null), FetchAsync<TPage, TCodec>, items, cancellationToken);
    }

    /// <summary>The items of all pages, by an address in the body.</summary>
    /// <inheritdoc cref="LinkPages{TPage, TCodec, TItem}"/>
    /// <param name="request">The request of the first page.</param>
    /// <param name="items">Gets the items of a page.</param>
    /// <param name="next">Gets the address of the next page; null or empty at the end.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    public IAsyncEnumerable<TItem> AddressPages<TPage, TCodec, TItem>(ApiRequest request, Func<TPage, IReadOnlyList<TItem>?> items, Func<TPage, string?> next, CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<TPage>
    {
        var start = Start(request);
        return Pages(() => new AddressWalk<TPage>(start, next), FetchAsync<TPage, TCodec>, items, cancellationToken);
    }

    /// <summary>The items of all pages, by a mark that a query parameter takes back.</summary>
    /// <inheritdoc cref="LinkPages{TPage, TCodec, TItem}"/>
    /// <param name="request">The request of the first page.</param>
    /// <param name="items">Gets the items of a page.</param>
    /// <param name="next">Gets the mark of the next page; null or empty at the end.</param>
    /// <param name="parameter">The query parameter, escaped.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    public IAsyncEnumerable<TItem> CursorPages<TPage, TCodec, TItem>(ApiRequest request, Func<TPage, IReadOnlyList<TItem>?> items, Func<TPage, string?> next, string parameter, CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<TPage>
    {
        var start = Start(request);
        return Pages(() => new CursorWalk<TPage>(start, next, parameter), FetchAsync<TPage, TCodec>, items, cancellationToken);
    }

    /// <summary>The items of all pages, by number.</summary>
    /// <inheritdoc cref="LinkPages{TPage, TCodec, TItem}"/>
    /// <param name="request">The request of the first page.</param>
    /// <param name="items">Gets the items of a page.</param>
    /// <param name="total">Gets how many items there are in all, where the server says.</param>
    /// <param name="numbers">How pages are numbered.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    public IAsyncEnumerable<TItem> NumberedPages<TPage, TCodec, TItem>(ApiRequest request, Func<TPage, IReadOnlyList<TItem>?> items, Func<TPage, long?>? total, PageNumbers numbers, CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<TPage>
    {
        var start = Start(request);
        return Pages(() => new NumberWalk<TPage>(start, total, numbers), FetchAsync<TPage, TCodec>, items, cancellationToken);
    }

    private static ApiRequest Start(ApiRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Freeze();
        return request;
    }

    private Task<Page<TPage>> FetchAsync<TPage, TCodec>(ApiRequest request, CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<TPage> => CallAsync<Page<TPage>, PageResult<TPage, TCodec>>(request, ResponseMode.Buffer, cancellationToken);

    private static async IAsyncEnumerable<TItem> Pages<TPage, TItem>(
        Func<PageWalk<TPage>> begin,
        Func<ApiRequest, CancellationToken, Task<Page<TPage>>> fetch,
        Func<TPage, IReadOnlyList<TItem>?> items,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var walk = begin();
        for (var request = walk.First(); request is not null;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = await fetch(request, cancellationToken).ConfigureAwait(false);
            var list = items(page.Value);
            var count = list?.Count ?? 0;
            for (var i = 0; i < count; i++)
            {
                yield return list![i];
            }
            request = walk.Next(page, count);
        }
    }
}
