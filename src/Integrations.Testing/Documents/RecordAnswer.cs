using System.Text;
using System.Text.Json.Nodes;

namespace Integrations.Testing.Documents;

/// <summary>Answers that come item by item: Server-Sent Events, and JSON in lines or sequences (RFC 7464).</summary>
internal static class RecordAnswer
{
    private const int Items = 3;

    /// <summary>Whether a media type is one of them.</summary>
    public static bool Is(string bare) => IsEvents(bare)
        || bare is "application/x-ndjson" or "application/ndjson" or "application/jsonl" or "application/x-jsonlines" or "application/jsonlines" or "application/json-seq";

    /// <summary>Makes the items and their bytes.</summary>
    public static void Fill(SeenRequest seen, RawMedia media, RawDocument document, InstanceOptions options)
    {
        var schema = ItemSchema(media, document);
        var maker = new SchemaInstances(document);
        var text = new StringBuilder();
        for (var i = 0; i < Items; i++)
        {
            var item = maker.Make(schema, options with { Seed = options.Seed + i });
            seen.Items.Add(item);
            var json = item?.ToJsonString() ?? "null";
            if (IsEvents(media.Bare))
                text.Append("data: ").Append((RawDocument.Text(item) ?? json).ReplaceLineEndings("\ndata: ")).Append("\n\n");
            else
                text.Append(media.Bare == "application/json-seq" ? "\u001e" : "").Append(json).Append('\n');
        }
        seen.Answer = Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The schema of one item: 3.2's <c>itemSchema</c> (of an event its <c>data</c>), else the schema or that of an array's items.</summary>
    private static JsonNode? ItemSchema(RawMedia media, RawDocument document)
    {
        if (media.ItemSchema is not null)
        {
            var view = new SchemaView(document, media.ItemSchema);
            return IsEvents(media.Bare) && view.Properties.TryGetValue("data", out var data) ? data : media.ItemSchema;
        }
        var whole = new SchemaView(document, media.Schema);
        return whole.Types.Contains("array") ? whole["items"] : media.Schema;
    }

    private static bool IsEvents(string bare) => bare == "text/event-stream";
}
