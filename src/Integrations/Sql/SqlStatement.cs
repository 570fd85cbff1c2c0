namespace Integrations.Sql;

/// <summary>A statement of a client; emitted once and shared.</summary>
public sealed class SqlStatement
{
    private readonly string[] _members;
    private Columns? _columns;

    /// <summary>Describes a statement.</summary>
    /// <param name="operation">Its entry in the client's operations: keyword and target, and the method's name.</param>
    /// <param name="postgres">PostgreSQL's text, with <c>$1</c> for parameters; null where the client is not for it.</param>
    /// <param name="sqlite">SQLite's text, with <c>@name</c>; null where the client is not for it.</param>
    /// <param name="members">The columns that the result's type takes by name, in lower case without <c>_</c>.</param>
    public SqlStatement(OperationDescriptor operation, string? postgres, string? sqlite, params string[] members)
    {
        ArgumentNullException.ThrowIfNull(operation);
        (Operation, Postgres, Sqlite, _members) = (operation, postgres, sqlite, members);
    }

    /// <summary>Its entry in the client's operations.</summary>
    public OperationDescriptor Operation { get; }

    internal string? Postgres { get; }

    internal string? Sqlite { get; }

    internal string Text(SqlEngine engine) => (engine == SqlEngine.Postgres ? Postgres : Sqlite)
        ?? throw new NotSupportedException($"{Operation.Id} was not compiled for {engine}.");

    /// <summary>Where the result has the columns that are taken by name. Found once; then it is only compared, for a table may change while the program runs.</summary>
    internal int[] Map(System.Data.Common.DbDataReader reader)
    {
        if (_members.Length == 0)
        {
            return [];
        }
        var columns = _columns;
        return columns is not null && columns.Fits(reader) ? columns.Ordinals : Find(reader);
    }

    private int[] Find(System.Data.Common.DbDataReader reader)
    {
        var names = new string[reader.FieldCount];
        var byKey = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = reader.GetName(i);
            byKey.TryAdd(Key(names[i]), i);
        }
        var ordinals = new int[_members.Length];
        for (var i = 0; i < ordinals.Length; i++)
        {
            if (!byKey.TryGetValue(_members[i], out ordinals[i]))
            {
                var missing = string.Join(", ", _members.Where(member => !byKey.ContainsKey(member)));
                throw new SqlMappingException($"the result has no column for {missing}; it has {string.Join(", ", names)}");
            }
        }
        _columns = new Columns(names, ordinals);
        return ordinals;
    }

    private static string Key(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    private sealed class Columns(string[] names, int[] ordinals)
    {
        public int[] Ordinals => ordinals;

        public bool Fits(System.Data.Common.DbDataReader reader)
        {
            if (reader.FieldCount != names.Length)
            {
                return false;
            }
            for (var i = 0; i < names.Length; i++)
            {
                if (reader.GetName(i) != names[i])
                {
                    return false;
                }
            }
            return true;
        }
    }
}

/// <summary>The columns of a result are not those that its type needs.</summary>
internal sealed class SqlMappingException(string message) : Exception(message);
