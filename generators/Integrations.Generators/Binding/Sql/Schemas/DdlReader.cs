using Integrations.Generators.Binding.Sql.Checking;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql.Schemas;

/// <summary>
/// Reads what makes a schema: the statements of its files, in order. What it does not understand is said at its place and leaves the table concerned open, so that
/// nothing is wrongly reported of it.
/// </summary>
internal sealed partial class DdlReader : ISqlTypeSource
{
    private static readonly HashSet<string> Ignored = new(StringComparer.Ordinal)
    {
        "set", "reset", "insert", "update", "delete", "select", "with", "values", "comment", "grant", "revoke", "begin", "commit", "start", "end", "rollback", "savepoint", "release", "copy", "analyze", "vacuum", "pragma",
        "lock", "truncate", "reindex", "cluster", "refresh", "notify", "listen", "security", "explain", "discard", "call", "merge", "replace", "import", "reassign", "attach", "detach", "show", "\\",
    };

    private readonly SqlDialect _dialect;
    private readonly List<DdlTable> _tables = [];
    private readonly List<SqlUserTypeModel> _types = [];
    private readonly List<SqlFunctionModel> _functions = [];
    private readonly List<DiagnosticModel> _problems = [];
    private SqlFileModel _file = null!;
    private SqlCursor _cursor = null!;
    private bool _isOpen;
    private bool _isMigrations;

    private DdlReader(SqlDialect dialect) => _dialect = dialect;

    private bool IsSqlite => _dialect == SqlDialect.Sqlite;

    /// <summary>Reads a schema.</summary>
    public static SqlCatalogModel Read(SqlCatalogInput input, CancellationToken cancellationToken = default)
    {
        var reader = new DdlReader(input.Key.IsSqlite ? SqlDialect.Sqlite : SqlDialect.Postgres) { _isMigrations = input.Key.IsPattern };
        foreach (var file in input.Files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            reader.File(file);
        }
        return reader.Model(input.Key, input.Files.Count > 0);
    }

    /// <inheritdoc/>
    public SqlUserTypeModel? FindType(string schema, string name) =>
        _types.FindLast(t => t.Name == name && (schema.Length == 0 || t.Schema == Home(schema))) ?? (_tables.FindLast(t => t.Name == name && (schema.Length == 0 || t.Schema == Home(schema))) is { } table
            ? new SqlUserTypeModel(table.Schema, table.Name, new SqlTypeModel(SqlTypeForm.Composite, table.Name), [], false, EquatableArray.From(table.Columns))
            : null);

    /// <summary>The schema in which names without one are looked up has no name here.</summary>
    public static string Home(string schema) => schema is "public" or "main" ? "" : schema;

    private SqlCatalogModel Model(SqlCatalogKey key, bool isFound) => new(
        key, isFound, EquatableArray.From(_tables.Select(static t => t.ToModel())), EquatableArray.From(_types), EquatableArray.From(_functions), _isOpen, EquatableArray.From(_problems));

    private void File(SqlFileModel file)
    {
        _file = file;
        var tokens = SqlLexer.Read(file.Text, _dialect, out var fault, isScript: true);
        var first = 0;
        for (var i = 0; i <= tokens.Count; i++)
        {
            if (i < tokens.Count && !(tokens[i].Length == 1 && file.Text[tokens[i].Start] == ';'))
                continue;
            if (i > first)
            {
                if (IsSqlite && IsOpenTrigger(tokens, first, i))
                    continue;
                _cursor = new SqlCursor(file.Text, tokens.GetRange(first, i - first), _dialect);
                Statement();
            }
            first = i + 1;
        }
        if (fault is null)
            return;
        _isOpen = true;
        // Of a migration it is an error already.
        if (!_isMigrations)
            Note(new SqlToken(SqlTokenKind.Symbol, fault.Start, fault.Length), fault.Message + "; the rest of the file is not read");
    }

    /// <summary>A trigger's own statements end in semicolons; it ends with END.</summary>
    private bool IsOpenTrigger(List<SqlToken> tokens, int first, int end)
    {
        var words = new SqlCursor(_file.Text, tokens.GetRange(first, Math.Min(4, end - first)), _dialect);
        return words.Peek() == "create" && (words.Peek(1) == "trigger" || words.Peek(2) == "trigger")
            && end < tokens.Count && !string.Equals(_file.Text.Substring(tokens[end - 1].Start, tokens[end - 1].Length), "end", StringComparison.OrdinalIgnoreCase);
    }

    private void Statement()
    {
        var word = _cursor.Peek();
        if (_cursor.Accept("create"))
        {
            Create();
        }
        else if (_cursor.Accept("alter"))
        {
            Alter();
        }
        else if (_cursor.Accept("drop"))
        {
            Drop();
        }
        else if (word == "do")
        {
            // A block may make anything.
            if (_file.Text.IndexOf("table", _cursor.Current.Start, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && at < _cursor.Token(_cursor.Count - 1).End)
            {
                _isOpen = true;
                Note(_cursor.Current, "what this block does to tables is not known");
            }
        }
        else if (!Ignored.Contains(word))
        {
            _isOpen = true;
            Note(_cursor.Current, "this statement is not understood");
        }
    }

    private void Note(SqlToken token, string message) =>
        _problems.Add(new DiagnosticModel(SqlDescriptors.NotUnderstood.Id, new SqlTextSource(_file.Text, _file, SqlSpot.Text, 0).Problem("", token.Start, token.Length).File!, new([message])));

    /// <summary>A name with or without its schema; null where none stands there.</summary>
    private (string Schema, string Name)? Name()
    {
        if (!_cursor.IsName())
            return null;
        var name = _cursor.Name(_cursor.Current);
        var schema = "";
        _cursor.At++;
        while (_cursor.Peek() == "." && _cursor.IsName(1))
        {
            (schema, name) = (name, _cursor.Name(_cursor.Token(_cursor.At + 1)));
            _cursor.At += 2;
        }
        return (Home(schema), name);
    }

    private DdlTable? Table((string Schema, string Name)? name) =>
        name is var (schema, table) ? _tables.FindLast(t => t.Name == table && t.Schema == schema) ?? _tables.FindLast(t => t.Name == table && schema.Length == 0) : null;

    private void IfNotExists() => _cursor.Accept("if", "not", "exists");

    private bool IfExists() => _cursor.Accept("if", "exists");

    private List<string> Names()
    {
        var names = new List<string>();
        if (!_cursor.Accept("("))
            return names;
        while (!_cursor.IsEnd && _cursor.Peek() != ")")
        {
            if (_cursor.IsName())
                names.Add(_cursor.Name(_cursor.Current));
            while (!_cursor.IsEnd && _cursor.Peek() is not ("," or ")"))
                _cursor.At = _cursor.Peek() == "(" ? _cursor.AfterClosing(_cursor.At) : _cursor.At + 1;
            _cursor.Accept(",");
        }
        _cursor.Accept(")");
        return names;
    }
}
