using Integrations.OpenApi.Indexing;
using Integrations.OpenApi.Model;
using Microsoft.CodeAnalysis.Text;
namespace Integrations.OpenApi.Slicing;
internal static class SliceLoader
{
    public static SpecDocument Load(SpecIndex index, DocumentCache cache, SourceText text, SpecSelection selection, CancellationToken ct) => new();
}
