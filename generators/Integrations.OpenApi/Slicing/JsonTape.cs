using System.Text.Json;
using Integrations.OpenApi.Files;
using Integrations.OpenApi.Indexing;
using Integrations.OpenApi.Model;
using Integrations.OpenApi.Text;

namespace Integrations.OpenApi.Slicing;

/// <summary>The tokens of one fragment. Cheaper than nodes, tolerant of duplicate keys, and each token knows its place.</summary>
internal sealed class JsonTape
{
    private static readonly JsonReaderOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = IndexReader.MaxDepth,
    };

    // Tokens from which on an object gets a table of its members.
    private const int Many = 1024;

    // Every reference that leads nowhere looks at all of them.
    private const int MostIdentifiers = 256;

    private readonly byte[] bytes;
    private readonly Token[] tokens;
    private readonly string?[] names;
    private readonly ProblemList problems;
    private readonly Dictionary<int, Dictionary<string, int>> objects = [];
    private readonly Dictionary<int, List<int>> arrays = [];
    private HashSet<int>? duplicates;
    private List<(int Start, int End, string Id)>? identifiers;

    private JsonTape(Fragment fragment, byte[] bytes, Token[] tokens, ProblemList problems, SourceFile file)
    {
        Fragment = fragment;
        File = file;
        this.bytes = bytes;
        this.tokens = tokens;
        this.problems = problems;
        names = new string?[tokens.Length];
    }

    public Fragment Fragment { get; }

    /// <summary>The file that it is of.</summary>
    public SourceFile File { get; }

    public RawNode Root => new(this, 0);

    /// <summary>Reads a fragment of a document, which the index has already seen to be valid JSON, or a whole other file.</summary>
    /// <exception cref="JsonException">Another file is not valid JSON.</exception>
    public static JsonTape Read(Fragment fragment, byte[] bytes, PositionCursor cursor, ProblemList problems, SourceFile file)
    {
        var reader = new Utf8JsonReader(bytes.AsSpan(fragment.Start, fragment.Length), Options);
        var tokens = new List<Token>();
        var open = new Stack<int>();
        while (reader.Read())
        {
            var end = (int)reader.BytesConsumed + fragment.Start;
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                var opener = tokens[open.Peek()];
                tokens[open.Pop()] = opener with { Length = end - opener.Start, Next = tokens.Count };
                continue;
            }

            var start = (int)reader.TokenStartIndex + fragment.Start;
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) open.Push(tokens.Count);
            var length = reader.TokenType == JsonTokenType.PropertyName ? reader.ValueSpan.Length + 2 : end - start;
            var at = cursor.At(start);
            tokens.Add(new Token(reader.TokenType, start, length, tokens.Count + 1, at.Line, at.Column));
        }

        var tape = new JsonTape(fragment, bytes, [.. tokens], problems, file);
        tape.FindDuplicates();
        return tape;
    }

    /// <summary>The objects that have an <c>$id</c>, the outer before the inner; of a fragment with more than a few hundred, the first.</summary>
    public List<(int Start, int End, string Id)> Identifiers => identifiers ??= FindIdentifiers();

    public ref readonly Token this[int index] => ref tokens[index];

    public string Text(int index)
    {
        ref readonly var token = ref tokens[index];
        // Names are asked for more than once, values mostly not.
        if (token.Type == JsonTokenType.PropertyName) return names[index] ??= JsonText.Unescape(bytes, token.Start + 1, token.Length - 2);
        return token.Type == JsonTokenType.String
            ? JsonText.Unescape(bytes, token.Start + 1, token.Length - 2)
            : Raw(index);
    }

    /// <summary>The JSON as it stands.</summary>
    public string Raw(int index) => System.Text.Encoding.UTF8.GetString(bytes, tokens[index].Start, tokens[index].Length);

    /// <summary>Whether a name stands twice in an object.</summary>
    public bool HasDuplicates(int index) => duplicates?.Contains(index) == true;

    /// <summary>Where a node stands: its key where it has one.</summary>
    public SpecLocation LocationOf(int index)
    {
        if (index == 0) return Fragment.Location;
        ref readonly var token = ref tokens[tokens[index - 1].Type == JsonTokenType.PropertyName ? index - 1 : index];
        return new SpecLocation(token.Line, token.Column, File.FullPath);
    }

    /// <summary>The pointer of a node. Found by walking down from the root: only messages need it.</summary>
    public string PointerOf(int index)
    {
        var pointer = new System.Text.StringBuilder(Fragment.Pointer);
        var at = 0;
        while (at != index)
        {
            var isObject = tokens[at].Type == JsonTokenType.StartObject;
            var (child, position) = (at + 1, 0);
            while (true)
            {
                var value = isObject ? child + 1 : child;
                if (index < tokens[value].Next)
                {
                    pointer.Append('/').Append(isObject ? LocalPointer.Escape(Text(child)) : position.ToString(System.Globalization.CultureInfo.InvariantCulture));
                    at = value;
                    break;
                }

                child = tokens[value].Next;
                position++;
            }
        }

        return pointer.ToString();
    }

    /// <summary>The value of a member, or -1. The last of equal names counts.</summary>
    public int Find(int index, string name)
    {
        var end = tokens[index].Next;
        if (end - index > Many) return Members(index).TryGetValue(name, out var known) ? known : -1;
        var found = -1;
        for (var i = index + 1; i < end; i = tokens[i + 1].Next)
        {
            // The length rules out nearly all without making a string.
            if (tokens[i].Length >= name.Length + 2 && Text(i) == name) found = i + 1;
        }

        return found;
    }

    /// <summary>An item of an array, or -1.</summary>
    public int Find(int index, int position)
    {
        if (!arrays.TryGetValue(index, out var items))
        {
            items = [];
            for (int i = index + 1, end = tokens[index].Next; i < end; i = tokens[i].Next) items.Add(i);
            arrays[index] = items;
        }

        return position >= 0 && position < items.Count ? items[position] : -1;
    }

    // Without it, as many references into one big object as it has members would take its square.
    private Dictionary<string, int> Members(int index)
    {
        if (objects.TryGetValue(index, out var members)) return members;
        members = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = index + 1, end = tokens[index].Next; i < end; i = tokens[i + 1].Next) members[Text(i)] = i + 1;
        return objects[index] = members;
    }

    private List<(int Start, int End, string Id)> FindIdentifiers()
    {
        var found = new List<(int Start, int End, string Id)>();
        var open = new Stack<int>();
        for (var i = 0; i < tokens.Length && found.Count < MostIdentifiers; i++)
        {
            while (open.Count > 0 && tokens[open.Peek()].Next <= i) open.Pop();
            if (tokens[i].Type is JsonTokenType.StartObject or JsonTokenType.StartArray) open.Push(i);
            if (tokens[i].Type != JsonTokenType.PropertyName || tokens[i].Length != "\"$id\"".Length || Text(i) != "$id" || tokens[i + 1].Type != JsonTokenType.String) continue;
            found.Add((open.Peek(), tokens[open.Peek()].Next, Text(i + 1)));
        }

        return found;
    }

    private void FindDuplicates()
    {
        for (var i = 0; i < tokens.Length; i++)
            if (tokens[i].Type == JsonTokenType.StartObject && FindDuplicates(i)) (duplicates ??= []).Add(i);
    }

    private bool FindDuplicates(int index)
    {
        var end = tokens[index].Next;
        var found = false;
        HashSet<string>? seen = null;
        for (int i = index + 1, count = 0; i < end; i = tokens[i + 1].Next, count++)
        {
            // Most objects are small, and comparing lengths is cheaper than hashing.
            if (count == 16)
            {
                seen = new HashSet<string>(StringComparer.Ordinal);
                for (var j = index + 1; j < i; j = tokens[j + 1].Next) seen.Add(Text(j));
            }

            if (seen is null ? !StandsBefore(index, i) : seen.Add(Text(i))) continue;
            found = true;
            ReportDuplicate(i);
        }

        return found;
    }

    private bool StandsBefore(int index, int name)
    {
        for (var i = index + 1; i < name; i = tokens[i + 1].Next)
            if (tokens[i].Length == tokens[name].Length && Text(i) == Text(name)) return true;
        return false;
    }

    private void ReportDuplicate(int name)
    {
        if (problems.Full) return;
        var at = new SpecLocation(tokens[name].Line, tokens[name].Column, File.FullPath);
        problems.Add(SpecProblemKind.Shape, PointerOf(name + 1), $"The key '{Text(name)}' stands twice; the last one counts.", at);
    }

    /// <summary>One token.</summary>
    internal readonly record struct Token(JsonTokenType Type, int Start, int Length, int Next, int Line, int Column);
}
