using System.Text.Json;
using System.Text.Json.Nodes;

namespace Integrations.Testing.Documents;

/// <summary>What kind of instance is made.</summary>
/// <param name="Seed">The same seed makes the same instance.</param>
/// <param name="Optional">Whether optional properties are there, while depth and size allow.</param>
/// <param name="Direction">Leaves out <c>readOnly</c> properties of requests and <c>writeOnly</c> ones of responses.</param>
/// <param name="FirstBranch">Whether the first branch of a choice is taken; else the seed chooses.</param>
/// <param name="Unknown">Whether objects get a property that the document does not name, where it allows that.</param>
/// <param name="Text">The characters that free text has.</param>
/// <param name="Strange">Whether enums, discriminators and unions may have values that the document does not name, as from a newer server.</param>
internal sealed record InstanceOptions(int Seed, bool Optional = true, Direction Direction = Direction.Response, bool FirstBranch = true, bool Unknown = false, TextKind Text = TextKind.Any, bool Strange = false);

/// <summary>Which way a body travels.</summary>
internal enum Direction
{
    /// <summary>To the server.</summary>
    Request,

    /// <summary>From the server.</summary>
    Response,

    /// <summary>No way: what only one side states is there as well.</summary>
    Both,
}

/// <summary>Which characters free text has.</summary>
internal enum TextKind
{
    /// <summary>Any.</summary>
    Any,

    /// <summary>What a URL must escape.</summary>
    Url,

    /// <summary>Letters and digits.</summary>
    Plain,
}

/// <summary>Makes JSON that a schema allows. Deterministic: the seed decides everything.</summary>
internal sealed class SchemaInstances(RawDocument document)
{
    private const int OptionalDepth = 7;
    private const int MaxDepth = 48;
    private const int MaxValues = 1500;
    private const int Tries = 12;

    /// <summary>Makes an instance.</summary>
    public JsonNode? Make(JsonNode? schema, InstanceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new Run(document, options).Value(schema, 0);
    }

    private sealed class Run(RawDocument document, InstanceOptions options, IEnumerable<JsonObject>? stack = null, int values = 0)
    {
        private static readonly JsonNode s_strange = JsonNode.Parse("""{"type":"object","required":["x-strange"],"properties":{"x-strange":{"type":"integer"}}}""")!;

        private readonly ScalarInstances _scalars = new(options.Seed, options.Text);
        private readonly SchemaValidator _validator = new(document);
        private readonly List<JsonObject> _stack = [.. stack ?? []];
        private int _values = values;

        public JsonNode? Value(JsonNode? schema, int depth)
        {
            _values++;
            var view = new SchemaView(document, schema);
            var before = _stack.Count;
            _stack.AddRange(view.Parts);
            var value = depth > MaxDepth ? null : Choose(view, depth);
            for (var tries = 0; tries < Tries && !options.Strange && IsIntricate(view) && Breaks(value, schema); tries++)
            {
                var again = new Run(document, options with { Seed = _scalars.Next(int.MaxValue), FirstBranch = false, Optional = options.Optional && tries < Tries / 2 }, _stack.Take(before), _values);
                value = again.Again(schema, depth);
                _values = again._values;
            }
            _stack.RemoveRange(before, _stack.Count - before);
            return value;
        }

        private JsonNode? Enum(SchemaView view)
        {
            var values = (JsonArray)view["enum"]!;
            var allowed = new JsonArray([.. values.Where(v => v is not null && Allowed(v, view)).Select(static v => v!.DeepClone())]);
            return Strange(view, values) ?? _scalars.Pick(allowed.Count > 0 ? allowed : values)?.DeepClone();
        }

        /// <summary>Whether every part of a schema allows an enum's value.</summary>
        private bool Allowed(JsonNode value, SchemaView view) =>
            view.Parts.All(p => p["$ref"] is not null || _validator.Check(value, p, options.Direction).Count == 0);

        /// <summary>An enum's value of another time; null where its type leaves none.</summary>
        private JsonNode? Strange(SchemaView view, JsonArray values)
        {
            if (!options.Strange || _scalars.Next(2) == 0)
                return null;
            return view.Types.FirstOrDefault(static t => t != "null") switch
            {
                "string" when values.All(static v => v is null || v.GetValueKind() == JsonValueKind.String) => "x strange \u00fc",
                "integer" => 987_654,
                _ => null,
            };
        }

        private JsonNode? Again(JsonNode? schema, int depth)
        {
            var view = new SchemaView(document, schema);
            _stack.AddRange(view.Parts);
            return Choose(view, depth);
        }

        /// <summary>Whether what its parts allow one by one may break the whole.</summary>
        private static bool IsIntricate(SchemaView view) => view.Choices.Count > 0 || view.Keywords.ContainsKey("not") || view.Keywords.ContainsKey("maxProperties");

        private bool Breaks(JsonNode? value, JsonNode? schema) => _validator.Check(value, schema, options.Direction).Count > 0;

        private bool Sparse(int depth) => !options.Optional || depth > OptionalDepth || _values > MaxValues;

        private JsonNode? Choose(SchemaView view, int depth)
        {
            if (view.HasEnum)
                return Enum(view);
            string? chosen = null;
            for (var i = 0; i < view.Choices.Count && i < 16; i++)
            {
                if (Branch(view.Choices[i], depth) is { } branch)
                {
                    chosen = branch is JsonObject entry ? RawDocument.Text(entry["$ref"]) ?? chosen : chosen;
                    _stack.AddRange(new SchemaView(document, branch).Parts);
                    view.Add(branch);
                }
            }
            chosen ??= Heir(view);
            if (view.HasEnum)
                return Enum(view);
            if (view.Keywords.TryGetValue("const", out var constant))
                return constant?.DeepClone();
            var types = view.Types.Where(static t => t != "null").ToList();
            switch (types.Count == 0 ? (view.Types.Count > 0 ? "null" : view.Required.Count > 0 ? "object" : "any") : options.FirstBranch ? types[0] : types[_scalars.Next(types.Count)])
            {
                case "object": return Object(view, chosen, depth);
                case "array": return Array(view, depth);
                case "null": return null;
                case "any": return view.Keywords.ContainsKey("minimum") || view.Keywords.ContainsKey("maximum") ? _scalars.Number(view) : _scalars.Text(view);
                case var type: return _scalars.Of(type, view);
            }
        }

        /// <summary>The root of a hierarchy is none of its cases: lays one of those that its discriminator names into it.</summary>
        private string? Heir(SchemaView view)
        {
            if (view.Choices.Count > 0 || view.Discriminator?["mapping"] is not JsonObject { Count: > 0 } mapping || mapping.Any(m => Names(RawDocument.Text(m.Value), view.Component)))
                return null;
            var heirs = mapping.Select(static m => RawDocument.Text(m.Value)).OfType<string>()
                .Where(r => document.Find(r) is { } heir && new SchemaView(document, heir) is var whole && view.Parts.Where(static p => p["$ref"] is null).All(whole.Parts.Contains)).ToList();
            if (heirs.Count == 0)
                return null;
            var chosen = options.FirstBranch ? heirs[0] : heirs[_scalars.Next(heirs.Count)];
            view.Add(document.Find(chosen));
            return chosen;
        }

        private static bool Names(string? target, string? component) =>
            target is not null && component is not null && (target == component || target.EndsWith("/" + component, StringComparison.Ordinal));

        private JsonNode? Branch(JsonArray branches, int depth)
        {
            if (options.Strange && _scalars.Next(4) == 0 && branches.Count(IsObject) > 1)
                return s_strange;
            var possible = branches.Where(b => !IsNull(b)).ToList();
            if (possible.Count == 0)
                return branches[0];
            var fresh = possible.Where(b => !Recurs(b)).ToList();
            if (Sparse(depth) && fresh.Exists(b => !IsObject(b)))
                fresh = fresh.FindAll(b => !IsObject(b));
            var from = fresh.Count > 0 ? fresh : possible;
            return options.FirstBranch ? from[0] : from[_scalars.Next(from.Count)];
        }

        private bool IsNull(JsonNode? branch)
        {
            var view = new SchemaView(document, branch);
            return view.Types is ["null"] || view["enum"] is JsonArray { Count: 1 } values && values[0] is null;
        }

        private bool IsObject(JsonNode? branch) => new SchemaView(document, branch).Types.Contains("object");

        private bool Recurs(JsonNode? schema) => new SchemaView(document, schema).Parts.Any(p => _stack.Exists(s => ReferenceEquals(s, p)));

        private JsonObject Object(SchemaView view, string? chosen, int depth)
        {
            var value = new JsonObject();
            foreach (var (name, schema) in view.Properties)
            {
                var required = view.Required.Contains(name);
                var property = new SchemaView(document, schema);
                if (property.Never || SchemaValidator.IsOtherWay(property, options.Direction))
                    continue;
                if (!required && (Sparse(depth) || depth > 2 && Recurs(schema)))
                    continue;
                var mayBeNull = property.Nullable && _validator.Check(null, schema, options.Direction).Count == 0;
                value[name] = mayBeNull && (_scalars.Next(6) == 0 || depth > 8) ? null : Value(schema, depth + 1);
            }
            Discriminate(view, chosen, value);
            Additional(view, value, depth);
            if (ScalarInstances.Bound(view["maxProperties"]) is { } most)
            {
                foreach (var name in value.Select(static p => p.Key).Reverse().Where(n => !view.Required.Contains(n)).Take(Math.Max(0, value.Count - most)).ToList())
                    value.Remove(name);
            }
            return value;
        }

        /// <summary>The discriminator says which branch was taken, else which component it is.</summary>
        private void Discriminate(SchemaView view, string? chosen, JsonObject value)
        {
            if (RawDocument.Text(view.Discriminator?["propertyName"]) is not { } property)
                return;
            if (options.Strange && _scalars.Next(4) == 0)
            {
                value[property] = "x-strange";
                return;
            }
            var name = chosen is null ? view.Component : chosen[(chosen.LastIndexOf('/') + 1)..];
            if (name is null)
                return;
            var mapping = view.Discriminator!["mapping"] as JsonObject ?? [];
            var mapped = mapping.FirstOrDefault(m => RawDocument.Text(m.Value) is { } target && (target == name || target.EndsWith("/" + name, StringComparison.Ordinal))).Key;
            if (mapped is not null || (view.Properties.TryGetValue(property, out var schema) ? (schema as JsonObject)?["enum"] is null && (schema as JsonObject)?["const"] is null : true))
                value[property] = mapped ?? Uri.UnescapeDataString(name).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        }

        private void Additional(SchemaView view, JsonObject value, int depth)
        {
            var additional = view["additionalProperties"];
            foreach (var name in view.Required)
            {
                if (!value.ContainsKey(name) && !view.Properties.ContainsKey(name))
                    value[name] = Value(additional as JsonObject, depth + 1);
            }
            var least = ScalarInstances.Bound(view["minProperties"]) ?? 0;
            foreach (var (name, schema) in view.Properties)
            {
                if (value.Count < least && !value.ContainsKey(name) && !SchemaValidator.IsOtherWay(new SchemaView(document, schema), options.Direction))
                    value[name] = Value(schema, depth + 1);
            }
            var wanted = additional is JsonObject { Count: > 0 } && !Sparse(depth) && !Recurs(additional) ? Math.Max(least, value.Count + 2) : least;
            for (var i = 1; value.Count < wanted && (ScalarInstances.Bound(view["maxProperties"]) ?? int.MaxValue) > value.Count; i++)
                value["key " + i] = Value(additional as JsonObject, depth + 1);
            var open = additional is null || OperationReader.IsTrue(additional);
            if (options.Unknown && open && !Sparse(depth) && view["patternProperties"] is null && !view.Keywords.ContainsKey("propertyNames") && view["maxProperties"] is null && OperationReader.IsTrue(view["unevaluatedProperties"] ?? true))
                value["x-unknown \u00fc"] = new JsonObject { ["a"] = new JsonArray(1, 2.5m, null, "\u00e9\"\\") };
        }

        private JsonArray Array(SchemaView view, int depth)
        {
            var array = new JsonArray();
            foreach (var part in view["prefixItems"] as JsonArray ?? [])
                array.Add(Value(part, depth + 1));
            var least = ScalarInstances.Bound(view["minItems"]) ?? 0;
            var most = ScalarInstances.Bound(view["maxItems"]) ?? int.MaxValue;
            var wanted = Sparse(depth) || Recurs(view["items"]) ? least : Math.Max(least, 2);
            for (var tries = 0; array.Count < Math.Min(wanted, most) && tries < 64; tries++)
            {
                var item = Value(view["items"], depth + 1);
                if (array.Count >= least && OperationReader.IsTrue(view["uniqueItems"]) && array.Any(a => JsonNode.DeepEquals(a, item)))
                    break;
                array.Add(item);
            }
            return array;
        }
    }
}
