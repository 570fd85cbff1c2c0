namespace Integrations.Generators.Binding;

/// <summary>
/// Names that must differ from each other. All are gathered first and resolved together: the one whose wire name is already the
/// identifier keeps it, else the first in the document; each other gets a suffix made of its own wire name, so that a name that
/// is added never renames another.
/// </summary>
internal sealed class NameScope
{
    private readonly List<Entry> _entries = [];
    private readonly HashSet<string> _taken;

    private readonly string[] _implied;

    /// <param name="reserved">Names that nobody may have.</param>
    /// <param name="implied">Endings of the names that every name here brings with it (<c>Get</c> brings <c>GetResponse</c>).</param>
    public NameScope(IEnumerable<string>? reserved = null, params string[] implied)
    {
        _taken = new(reserved ?? [], StringComparer.Ordinal);
        _implied = implied;
    }

    /// <summary>Asks for a name.</summary>
    /// <param name="candidate">The identifier that is wanted.</param>
    /// <param name="wire">What the name stands for; unique in the scope.</param>
    /// <param name="assign">Told the name that it gets.</param>
    /// <param name="rank">Lower ranks choose first: components before types that have no name of their own.</param>
    public void Add(string candidate, string wire, Action<string> assign, int rank = 0) =>
        _entries.Add(new(CSharpName.Cut(candidate, wire), wire, assign, rank, _entries.Count));

    /// <summary>Gives every entry its name.</summary>
    public void Resolve()
    {
        _entries.Sort(static (a, b) => a.Order.CompareTo(b.Order));
        foreach (var entry in _entries)
        {
            var name = IsFree(entry.Candidate) ? entry.Candidate : Suffixed(entry);
            _taken.Add(name);
            foreach (var ending in _implied)
                _taken.Add(name + ending);
            entry.Assign(name);
        }
        _entries.Clear();
    }

    private bool IsFree(string name)
    {
        if (_taken.Contains(name))
            return false;
        foreach (var ending in _implied)
        {
            if (_taken.Contains(name + ending))
                return false;
        }
        return true;
    }

    private string Suffixed(Entry entry)
    {
        var hash = CSharpName.Hash(entry.Wire);
        for (var digits = 4; digits < hash.Length; digits += 4)
        {
            var name = entry.Candidate + "_" + hash.Substring(0, digits);
            if (IsFree(name))
                return name;
        }
        var salted = entry.Candidate + "_" + hash;
        for (var salt = 2; !IsFree(salted); salt++)
            salted = entry.Candidate + "_" + CSharpName.Hash(entry.Wire + "#" + salt.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return salted;
    }

    private sealed class Entry(string candidate, string wire, Action<string> assign, int rank, int index)
    {
        public string Candidate { get; } = candidate;
        public string Wire { get; } = wire;
        public Action<string> Assign { get; } = assign;

        /// <summary>Rank, then exact names, then the document's order.</summary>
        public (int, int, int) Order { get; } = (rank, candidate == LastSegment(wire) ? 0 : 1, index);

        private static string LastSegment(string wire) => wire.Substring(wire.LastIndexOf('/') + 1);
    }
}
