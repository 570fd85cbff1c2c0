namespace Integrations.Json;

/// <summary>The known values of a string enum. Reading one of them gives this very string: nothing is allocated.</summary>
public sealed class JsonNames
{
    private readonly string[] _names;
    private NameTable? _table;

    /// <summary>Makes the set.</summary>
    /// <param name="names">The values as they stand on the wire.</param>
    public JsonNames(params string[] names) => _names = names;

    /// <summary>The values, in the document's order.</summary>
    public IReadOnlyList<string> Names => _names;

    internal string? Find(ReadOnlySpan<byte> utf8)
    {
        var table = _table ??= new NameTable(_names);
        var index = table.Find(utf8);
        return index < 0 ? null : _names[index];
    }
}
