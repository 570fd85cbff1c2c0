using Integrations;

namespace Typo;

[OpenApiClient("specs/shpo.json")]
internal sealed partial class TypoClient;

internal static class Use
{
    // A signature that does not bind: from here on the compiler reports nothing of analyzers.
    internal static Typo.Shop.Product? First(IEnumerable<Typo.Shop.Product> products) => products.FirstOrDefault();
}
