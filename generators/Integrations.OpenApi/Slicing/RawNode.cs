using System.Text.Json;
using Integrations.OpenApi.Model;

namespace Integrations.OpenApi.Slicing;

/// <summary>A value of a <see cref="JsonTape"/>.</summary>
internal readonly record struct RawNode(JsonTape Tape, int Index)
{
    public JsonTokenType Type => Tape[Index].Type;

    public bool IsObject => Type == JsonTokenType.StartObject;

    public bool IsArray => Type == JsonTokenType.StartArray;

    public bool IsString => Type == JsonTokenType.String;

    public SpecLocation Location => Tape.LocationOf(Index);

    public string Pointer => Tape.PointerOf(Index);

    /// <summary>The value of a string; of anything else its JSON.</summary>
    public string Text => Tape.Text(Index);

    /// <summary>Bytes of its JSON.</summary>
    public int Length => Tape[Index].Length;

    public string Raw => Tape.Raw(Index);

    public bool IsEmpty => Tape[Index].Next == Index + 1;

    /// <summary>The members of an object (the last of equal names counts), or nothing.</summary>
    public IEnumerable<KeyValuePair<string, RawNode>> Members()
    {
        if (!IsObject) return [];
        return Tape.HasDuplicates(Index) ? LastOfEach() : InOrder();
    }

    /// <summary>The items of an array, or nothing.</summary>
    public IEnumerable<RawNode> Items()
    {
        if (!IsArray) yield break;
        for (int i = Index + 1, end = Tape[Index].Next; i < end; i = Tape[i].Next) yield return new RawNode(Tape, i);
    }

    /// <summary>A member by name, or null.</summary>
    public RawNode? Member(string name) => IsObject && Tape.Find(Index, name) is var found && found >= 0 ? new RawNode(Tape, found) : null;

    /// <summary>An item of an array by position, or null.</summary>
    public RawNode? Item(int position) => IsArray && Tape.Find(Index, position) is var found && found >= 0 ? new RawNode(Tape, found) : null;

    /// <summary>A member that is a string, as text; else null.</summary>
    public string? MemberText(string name) => Member(name) is { IsString: true } node ? node.Text : null;

    private IEnumerable<KeyValuePair<string, RawNode>> InOrder()
    {
        for (int i = Index + 1, end = Tape[Index].Next; i < end; i = Tape[i + 1].Next)
            yield return new KeyValuePair<string, RawNode>(Tape.Text(i), new RawNode(Tape, i + 1));
    }

    private List<KeyValuePair<string, RawNode>> LastOfEach()
    {
        var members = new List<KeyValuePair<string, RawNode>>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = Index + 1, end = Tape[Index].Next; i < end; i = Tape[i + 1].Next)
        {
            var name = Tape.Text(i);
            var member = new KeyValuePair<string, RawNode>(name, new RawNode(Tape, i + 1));
            if (places.TryGetValue(name, out var place))
            {
                members[place] = member;
            }
            else
            {
                places[name] = members.Count;
                members.Add(member);
            }
        }

        return members;
    }
}
