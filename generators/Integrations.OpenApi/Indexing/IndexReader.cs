using System.Text.Json;
using Integrations.OpenApi.Model;
using Integrations.OpenApi.Text;

namespace Integrations.OpenApi.Indexing;

/// <summary>One forward pass over the JSON of a document. Never recursive: what it does not need it skips.</summary>
internal ref struct IndexReader(byte[] bytes, int start, int length, PositionCursor cursor, IndexContents contents, CancellationToken ct)
{
    /// <summary>Nesting beyond this is no document that a person wrote; every later recursion relies on it.</summary>
    public const int MaxDepth = 256;

    private static readonly JsonReaderOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = MaxDepth,
    };

    private Utf8JsonReader reader = new(bytes.AsSpan(start, length), Options);

    /// <summary>Reads the document; what is wrong becomes a problem. False where it cannot be used.</summary>
    public bool Read()
    {
        try
        {
            return ReadRoot();
        }
        catch (JsonException e)
        {
            var offset = start + (int)reader.BytesConsumed;
            if (reader.CurrentDepth >= MaxDepth - 1)
                contents.Problems.Add(SpecProblemKind.Limit, "", $"The document is nested deeper than {MaxDepth} levels.", cursor.At(offset));
            else
                contents.Problems.Add(SpecProblemKind.Syntax, "", "The document is not valid JSON: " + Reason(e), At(e, bytes, start, length, cursor));
            return false;
        }
    }

    private bool ReadRoot()
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            contents.Problems.Add(SpecProblemKind.NotOpenApi, "", "The document's root is not an object.", Here());
            return false;
        }

        while (Next("", out var name, out var at))
        {
            var pointer = "#/" + LocalPointer.Escape(name);
            switch (name)
            {
                case "paths" when IsObject(pointer, at): ReadPathItems(pointer, paths: true); break;
                case "webhooks" or "x-webhooks" when IsObject(pointer, at): ReadPathItems(pointer, paths: false); break;
                case "components" when IsObject(pointer, at): ReadComponents(pointer); break;
                case "definitions" when IsObject(pointer, at): ReadSection(pointer, schemas: true); break;
                case "parameters" or "responses" or "securityDefinitions" when IsObject(pointer, at): ReadSection(pointer, schemas: false); break;
                case "openapi": contents.OpenApi = Scalar(); break;
                case "swagger": contents.Swagger = Scalar(); break;
                default: ReadFragment(pointer, at); break;
            }
        }

        reader.Read(); // anything after the root throws here
        return true;
    }

    private void ReadComponents(string pointer)
    {
        while (Next(pointer, out var name, out var at))
        {
            var section = pointer + "/" + LocalPointer.Escape(name);
            if (name.StartsWith("x-", StringComparison.Ordinal) || IsReference(name)) ReadFragment(section, at);
            else if (!IsObject(section, at)) reader.Skip();
            else if (name == "pathItems") ReadPathItems(section, paths: false);
            else ReadSection(section, schemas: name == "schemas");
        }
    }

    private void ReadSection(string section, bool schemas)
    {
        while (Next(section, out var name, out var at))
        {
            var pointer = section + "/" + LocalPointer.Escape(name);
            if (!schemas || reader.TokenType != JsonTokenType.StartObject)
            {
                ReadFragment(pointer, at);
                continue;
            }

            var (offset, valueAt) = ((int)reader.TokenStartIndex, Here());
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isAllOf = reader.ValueTextEquals("allOf"u8);
                reader.Read();
                if (isAllOf && reader.TokenType == JsonTokenType.StartArray) ReadParents(pointer);
                else reader.Skip();
            }

            Keep(pointer, offset, valueAt, at);
        }
    }

    // Only direct references: `allOf: [{$ref: Pet}]` is what makes a subtype that nothing else may mention.
    private void ReadParents(string child)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isReference = reader.ValueTextEquals("$ref"u8);
                reader.Read();
                if (isReference && reader.TokenType == JsonTokenType.String)
                {
                    var parent = LocalPointer.Canonical(Text());
                    if (!contents.Subtypes.TryGetValue(parent, out var children)) contents.Subtypes[parent] = children = [];
                    children.Add(child);
                }
                else
                {
                    reader.Skip();
                }
            }
        }
    }

    private void ReadPathItems(string section, bool paths)
    {
        while (Next(section, out var name, out var at))
        {
            ct.ThrowIfCancellationRequested();
            var pointer = section + "/" + LocalPointer.Escape(name);
            if (IsReference(name))
            {
                // All of them stand elsewhere: `paths: {$ref: paths/all.yml}`.
                contents.LinksElsewhere |= paths;
                ReadFragment(pointer, at);
                continue;
            }

            if (name.StartsWith("x-", StringComparison.Ordinal) || !IsObject(pointer, at))
            {
                reader.Skip();
                continue;
            }

            var (offset, valueAt) = ((int)reader.TokenStartIndex, Here());
            var item = new IndexedPath(name, pointer);
            while (Next(pointer, out var key, out var keyAt))
            {
                if (key == "$ref" && reader.TokenType == JsonTokenType.String) item.Reference = LocalPointer.Canonical(Text());
                else if (key == "additionalOperations" && reader.TokenType == JsonTokenType.StartObject) ReadAdditional(item, pointer + "/additionalOperations");
                else if (HttpMethods.Of(key) is { } method) ReadOperation(item, method, pointer + "/" + key, keyAt);
                else reader.Skip();
            }

            Keep(pointer, offset, valueAt, at);
            if (paths)
            {
                if (contents.PathItems.ContainsKey(pointer)) contents.Paths.RemoveAll(p => p.Pointer == pointer);
                contents.Paths.Add(item);
            }
            else if (section is "#/webhooks" or "#/x-webhooks")
            {
                if (contents.PathItems.ContainsKey(pointer)) contents.Webhooks.Remove(pointer);
                contents.Webhooks.Add(pointer);
            }

            contents.PathItems[pointer] = item;
        }
    }

    private void ReadAdditional(IndexedPath item, string pointer)
    {
        while (Next(pointer, out var key, out var at)) ReadOperation(item, key.ToUpperInvariant(), pointer + "/" + key, at);
    }

    private void ReadOperation(IndexedPath item, string method, string pointer, SpecLocation at)
    {
        if (!IsObject(pointer, at))
        {
            reader.Skip();
            return;
        }

        string? id = null, tag = null;
        List<string>? others = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("$ref"u8)) contents.LinksElsewhere = true;
            var isId = reader.ValueTextEquals("operationId"u8);
            var isTags = reader.ValueTextEquals("tags"u8);
            reader.Read();
            if (isId && reader.TokenType is JsonTokenType.String or JsonTokenType.Number)
            {
                id = Text();
            }
            else if (isTags && reader.TokenType == JsonTokenType.StartArray)
            {
                (tag, others) = (null, null);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number)) reader.Skip();
                    else if (tag is null) tag = Text();
                    else (others ??= []).Add(Text());
                }
            }
            else
            {
                reader.Skip();
            }
        }

        item.Put(new IndexedOperation(new SpecOperationKey(method, item.Path, id, tag, at), (IReadOnlyList<string>?)others ?? []));
    }

    private void ReadFragment(string pointer, SpecLocation at)
    {
        var (offset, valueAt) = ((int)reader.TokenStartIndex, Here());
        reader.Skip();
        Keep(pointer, offset, valueAt, at);
    }

    private readonly void Keep(string pointer, int offset, SpecLocation valueAt, SpecLocation at) =>
        contents.Fragments[pointer] = new Fragment(pointer, start + offset, (int)reader.BytesConsumed - offset, valueAt, at);

    private bool Next(string parent, out string name, out SpecLocation at)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            (name, at) = ("", default);
            return false;
        }

        (name, at) = (Text(), Here());
        reader.Read();
        if (contents.Duplicates.Add((parent, name))) return true;
        contents.Problems.Add(SpecProblemKind.Shape, parent + "/" + LocalPointer.Escape(name), $"The key '{name}' stands twice; the last one counts.", at);
        return true;
    }

    private readonly bool IsObject(string pointer, SpecLocation at)
    {
        if (reader.TokenType == JsonTokenType.StartObject) return true;
        contents.Problems.Add(SpecProblemKind.Shape, pointer, "An object is expected here; the value is left out.", at);
        return false;
    }

    private readonly bool IsReference(string name) => name == "$ref" && reader.TokenType == JsonTokenType.String;

    private readonly string? Scalar() => reader.TokenType is JsonTokenType.String or JsonTokenType.Number ? Text() : null;

    private readonly string Text()
    {
        var quote = reader.TokenType == JsonTokenType.Number ? 0 : 1;
        return JsonText.Unescape(bytes, start + (int)reader.TokenStartIndex + quote, reader.ValueSpan.Length);
    }

    private readonly SpecLocation Here() => cursor.At(start + (int)reader.TokenStartIndex);

    public static string Reason(JsonException e)
    {
        var end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? e.Message : e.Message.Substring(0, end);
    }

    public static SpecLocation At(JsonException e, byte[] bytes, int start, int length, PositionCursor cursor)
    {
        // The reader counts bytes from the line's start; count UTF-16 units instead.
        var offset = start;
        for (var line = 0L; line < (e.LineNumber ?? 0); line++) offset += bytes.AsSpan(offset, start + length - offset).IndexOf((byte)'\n') + 1;
        return cursor.At(Math.Min(start + length, offset + (int)(e.BytePositionInLine ?? 0)));
    }
}
