using System.Reflection;

namespace Integrations.Corpus.Tests.Harness;

/// <summary>Enumerates an answer that comes item by item, whatever the type of its items.</summary>
internal static class Items
{
    public static Task<List<object?>> AllAsync(Type item, object sequence) => (Task<List<object?>>)typeof(Items)
        .GetMethod(nameof(EnumerateAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(item).Invoke(null, [sequence])!;

    private static async Task<List<object?>> EnumerateAsync<T>(IAsyncEnumerable<T> sequence)
    {
        var items = new List<object?>();
        await foreach (var item in sequence)
            items.Add(item);
        return items;
    }
}
