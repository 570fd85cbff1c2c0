using Integrations.OpenApi.Model;

namespace Integrations.OpenApi.Indexing;

/// <summary>A part of a document that can be read by itself: a path item, a component, a key of the root.</summary>
/// <param name="Pointer">Canonical pointer: <c>#/components/schemas/Issue</c>.</param>
/// <param name="Start">Offset of its first byte in the UTF-8 JSON.</param>
/// <param name="Length">Length in bytes.</param>
/// <param name="ValueAt">Where its value begins: cursors start here.</param>
/// <param name="Location">Where its key stands: what a message shows.</param>
internal sealed record Fragment(string Pointer, int Start, int Length, SpecLocation ValueAt, SpecLocation Location);
