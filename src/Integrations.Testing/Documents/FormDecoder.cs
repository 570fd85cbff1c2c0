using System.Globalization;
using System.Text.Json.Nodes;

namespace Integrations.Testing.Documents;

/// <summary>Reads names with brackets (<c>[a][0][b]</c>, <c>[a][]</c>) into the object that they mean, and whole forms.</summary>
internal sealed class FormDecoder(ParameterDecoder decoder)
{
    /// <summary>Reads a form body.</summary>
    public JsonObject Form(string text, JsonNode? schema, JsonObject? encoding)
    {
        var pairs = Pairs(text);
        var value = new JsonObject();
        foreach (var name in pairs.Select(static p => ParameterDecoder.Decode(p.Name).Split('[')[0]).Distinct().ToList())
        {
            var rule = encoding?[name] as JsonObject;
            var parameter = new RawParameter(
                name,
                "form",
                false,
                decoder.Property(schema, name),
                RawDocument.Text(rule?["style"]) ?? "form",
                rule?["explode"] is { } explode ? OperationReader.IsTrue(explode) : RawDocument.Text(rule?["style"]) is null or "form",
                RawDocument.Text(rule?["contentType"]) is { } type && type.Contains("json", StringComparison.Ordinal) ? type : null);
            if (decoder.TryQuery(parameter, pairs, out var item))
                value[name] = item;
        }
        foreach (var (name, item) in pairs)
            value[ParameterDecoder.Decode(name)] ??= ParameterDecoder.Decode(item);
        return value;
    }

    /// <summary>The pairs of a query or form, raw.</summary>
    public static List<(string Name, string Value)> Pairs(string text) =>
        [.. text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(static p => p.Split('=', 2)).Select(static p => (p[0], p.Length > 1 ? p[1] : ""))];

    /// <summary>Reads names such as <c>[a][b]</c> with their values.</summary>
    public JsonNode? Nested(IEnumerable<(string Name, string Value)> pairs, JsonNode? schema)
    {
        var root = new Branch();
        foreach (var (name, value) in pairs)
        {
            var branch = root;
            foreach (var part in name.TrimStart('[').TrimEnd(']').Split("]["))
                branch = branch.Child(part.Length == 0 ? branch.Children.Count.ToString(CultureInfo.InvariantCulture) : part);
            branch.Text = value;
        }
        return Value(root, schema);
    }

    private JsonNode? Value(Branch branch, JsonNode? schema)
    {
        if (branch.Text is { } text)
            return decoder.Scalar(text, schema);
        var types = decoder.TypesOf(schema);
        var indexed = branch.Children.Select(static (c, i) => c.Name == i.ToString(CultureInfo.InvariantCulture)).All(static same => same);
        if (types.Contains("array") && indexed)
            return new JsonArray([.. branch.Children.Select(c => Value(c.Child, decoder.Items(schema)))]);
        var value = new JsonObject();
        foreach (var (name, child) in branch.Children)
            value[name] = Value(child, decoder.Property(schema, name));
        return value;
    }

    private sealed class Branch
    {
        public string? Text { get; set; }

        public List<(string Name, Branch Child)> Children { get; } = [];

        public Branch Child(string name)
        {
            var index = Children.FindIndex(c => c.Name == name);
            if (index >= 0)
                return Children[index].Child;
            Children.Add((name, new Branch()));
            return Children[^1].Child;
        }
    }
}
