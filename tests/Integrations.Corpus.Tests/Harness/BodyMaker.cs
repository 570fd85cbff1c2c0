using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Integrations.Http;
using Integrations.Testing.Documents;

namespace Integrations.Corpus.Tests.Harness;

/// <summary>Makes the argument for a body, and what a server must then see.</summary>
internal sealed class BodyMaker(RawDocument document)
{
    private static readonly byte[] s_bytes = [0, 1, 2, 0xff, (byte)'\r', (byte)'\n', (byte)'-'];

    private readonly SchemaInstances _instances = new(document);

    /// <summary>A body; the value that it is where it is decoded, else its bytes.</summary>
    public (object? Argument, JsonNode? Value, byte[]? Bytes) Make(OperationMethod method, Type type, int seed, bool optional)
    {
        var media = method.Media ?? throw new InvalidOperationException("The document has no media for this method's body.");
        if (type == typeof(Stream))
            return (new MemoryStream(s_bytes), null, s_bytes);
        if (type == typeof(HttpContent))
            return (Content(media), null, null);
        if (WireCodec.Implements(type, typeof(IMultipartModel<>)))
        {
            var parts = _instances.Make(media.Schema, new InstanceOptions(seed, optional, Direction.Request)) as JsonObject ?? [];
            return (Model(type, parts), parts, null);
        }
        if (type == typeof(string) && !media.IsJson && media.Bare != BodyMedia.Form)
            return ("text \u00fc", null, Encoding.UTF8.GetBytes("text \u00fc"));
        var value = _instances.Make(media.Schema, new InstanceOptions(seed, optional, Direction.Request, Unknown: media.IsJson && optional));
        // A form cannot say that something is there and empty, so what must be there gets what it may have.
        if (media.Bare == BodyMedia.Form && !optional && HasEmpty(value))
            value = _instances.Make(media.Schema, new InstanceOptions(seed, Optional: true, Direction.Request));
        return (WireCodec.Read(type, Encoding.UTF8.GetBytes(value?.ToJsonString() ?? "null")), value, null);
    }

    private static bool HasEmpty(JsonNode? node) => node switch
    {
        JsonObject value => value.Count == 0 || value.Any(static p => HasEmpty(p.Value)),
        JsonArray value => value.Count == 0 || value.Any(HasEmpty),
        _ => false,
    };

    private static HttpContent Content(RawMedia media)
    {
        if (media.Bare == BodyMedia.Multipart)
            return new MultipartFormDataContent { { new StringContent("a"), "free" } };
        var name = media.Name.Contains('*', StringComparison.Ordinal) ? "application/octet-stream" : media.Name;
        return new ByteArrayContent(s_bytes) { Headers = { ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(name) } };
    }

    private static object Model(Type type, JsonObject parts)
    {
        var model = Activator.CreateInstance(type)!;
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
        foreach (var name in parts.Select(static p => p.Key).ToList())
        {
            var letters = LoadedClient.Letters(name);
            var property = Array.Find(properties, p => LoadedClient.Letters(p.Name) == letters)
                ?? Array.Find(properties, p => LoadedClient.Letters(p.Name).StartsWith(letters, StringComparison.Ordinal))
                ?? throw new InvalidOperationException($"{type.Name} has no property for the part '{name}'.");
            property.SetValue(model, Part(property.PropertyType, parts, name));
        }
        return model;
    }

    // Two at least: where a document allows a file or several, one in a list is on the wire what one alone is.
    private static JsonArray Files(JsonNode? value)
    {
        var texts = (value as JsonArray ?? [value?.DeepClone()]).Select(static v => RawDocument.Text(v) ?? "a file").ToList();
        if (texts.Count == 1)
            texts.Add(texts[0]);
        return new JsonArray([.. texts.Select(static text => (JsonNode?)text)]);
    }

    private static object? Part(Type type, JsonObject parts, string name)
    {
        // What may be a file is one, whatever else the document allows it to be.
        if (type == typeof(FilePart))
            parts[name] = RawDocument.Text(parts[name]) ?? "a file";
        if (type == typeof(List<FilePart>))
            parts[name] = Files(parts[name]);
        var value = parts[name];
        if (value is null)
            return null;
        if (type == typeof(FilePart))
            return FilePart.FromText(RawDocument.Text(value)!, "a file.txt");
        if (type == typeof(List<FilePart>))
            return ((JsonArray)value).Select(static v => FilePart.FromText(RawDocument.Text(v)!, "b.txt")).ToList();
        return WireCodec.Read(type, Encoding.UTF8.GetBytes(value.ToJsonString()));
    }
}
