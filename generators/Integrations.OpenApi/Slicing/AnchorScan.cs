using System.Text.Json;
using Integrations.OpenApi.Indexing;
using Integrations.OpenApi.Text;

namespace Integrations.OpenApi.Slicing;

/// <summary>Finds <c>$anchor</c>, <c>$dynamicAnchor</c> and <c>$id</c>. Run only where a reference is no pointer, which is rare.</summary>
internal static class AnchorScan
{
    private static readonly JsonReaderOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = IndexReader.MaxDepth,
    };

    public static Dictionary<string, string> Run(DocumentBytes document)
    {
        var anchors = new Dictionary<string, string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(document.Bytes.AsSpan(document.Start, document.Length), Options);
        // One entry per open container: its pointer, and the position of the next item where it is an array.
        var open = new Stack<(string Pointer, int Position)>();
        string? name = null;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = Text(document, ref reader);
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    open.Push((open.Count == 0 ? "#" : Child(open, name), reader.TokenType == JsonTokenType.StartArray ? 0 : -1));
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open.Pop();
                    break;
                case JsonTokenType.String when open.Count > 0 && open.Peek().Position < 0 && name is "$anchor" or "$dynamicAnchor" or "$id":
                    var key = (name == "$id" ? "" : "#") + Text(document, ref reader);
                    if (!anchors.ContainsKey(key)) anchors[key] = open.Peek().Pointer;
                    break;
                default:
                    if (open.Count > 0 && open.Peek().Position >= 0) Child(open, null);
                    break;
            }
        }

        return anchors;
    }

    private static string Child(Stack<(string Pointer, int Position)> open, string? name)
    {
        var (pointer, position) = open.Peek();
        if (position < 0) return pointer + "/" + LocalPointer.Escape(name ?? "");
        open.Pop();
        open.Push((pointer, position + 1));
        return pointer + "/" + position.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Text(DocumentBytes document, ref Utf8JsonReader reader) =>
        JsonText.Unescape(document.Bytes, document.Start + (int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
}
