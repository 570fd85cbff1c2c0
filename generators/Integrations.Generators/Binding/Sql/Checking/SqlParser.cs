using Integrations.Generators.Binding.Sql.Schemas;

namespace Integrations.Generators.Binding.Sql.Checking;

/// <summary>
/// Reads a statement into a tree. What it does not understand becomes a note at its place and an opaque part of the tree; what is too deep is not understood as a whole.
/// </summary>
internal sealed partial class SqlParser
{
    private const int MostLevels = 100;
    private const int MostNotes = 20;

    private readonly SqlCursor _cursor;
    private readonly ISqlTypeSource _types;
    private readonly bool _isSqlite;
    private int _level;

    public SqlParser(SqlCursor cursor, ISqlTypeSource types, bool isSqlite) => (_cursor, _types, _isSqlite) = (cursor, types, isSqlite);

    /// <summary>What was not understood, in order.</summary>
    public List<SqlFault> Notes { get; } = [];

    /// <summary>Whether it is the query of a view, which may be followed by <c>WITH NO DATA</c> or <c>WITH CHECK OPTION</c>.</summary>
    public bool IsDefinition { get; init; }

    /// <summary>Reads the whole; null where it is not understood at all, or is none of the statements that are checked.</summary>
    public SqlStatementSyntax? Parse()
    {
        try
        {
            var statement = Statement();
            if (IsDefinition && _cursor.Peek() == "with")
            {
                while (_cursor.Peek() is "with" or "no" or "data" or "cascaded" or "local" or "check" or "option")
                    _cursor.At++;
            }
            _cursor.Accept(";");
            if (_cursor.IsEnd)
                return statement;
            Note(_cursor.Current, "from here on the statement is not understood");
            return null;
        }
        catch (NotUnderstood problem)
        {
            Note(problem.Token, problem.Message);
            return null;
        }
    }

    private SqlStatementSyntax Statement()
    {
        Enter();
        var at = _cursor.Current;
        var with = new List<SqlWith>();
        var isRecursive = false;
        if (_cursor.Accept("with"))
        {
            isRecursive = _cursor.Accept("recursive");
            do
                with.Add(With());
            while (_cursor.Accept(","));
        }
        SqlStatementSyntax statement = _cursor.Peek() switch
        {
            "insert" or "replace" when _cursor.Peek(1) != "(" => Insert(),
            "update" => Update(),
            "delete" => Delete(),
            "select" or "values" or "(" or "table" => Query(at),
            _ => throw Fail("this statement is not checked"),
        };
        statement.With.InsertRange(0, with);
        statement.IsRecursive |= isRecursive;
        _level--;
        return statement;
    }

    private SqlWith With()
    {
        var (name, at) = Identifier();
        var columns = _cursor.Peek() == "(" ? Columns().ConvertAll(static c => c.Name) : [];
        Expect("as");
        _ = _cursor.Accept("not", "materialized") || _cursor.Accept("materialized");
        var open = _cursor.At;
        Expect("(");
        SqlStatementSyntax? statement = null;
        Recover(open, () => statement = Statement());
        if (_cursor.Peek() is "search" or "cycle")
            throw Fail("SEARCH and CYCLE are not understood");
        return new SqlWith(at, name, columns, statement);
    }

    /// <summary>Reads what stands in the parentheses that begin at <paramref name="open"/>; if it is not understood, they are skipped.</summary>
    private bool Recover(int open, Action read)
    {
        var level = _level;
        try
        {
            read();
            Expect(")");
            return true;
        }
        catch (NotUnderstood problem) when (!problem.IsFatal)
        {
            Note(problem.Token, problem.Message);
            _level = level;
            _cursor.At = _cursor.AfterClosing(open);
            return false;
        }
    }

    /// <summary>Reads an expression of a list or a clause; if it is not understood, all up to the next one is skipped.</summary>
    private SqlExpr Guarded()
    {
        var level = _level;
        var at = _cursor.Current;
        var begin = _cursor.At;
        try
        {
            var value = Expression();
            if (_cursor.IsEnd || IsBoundary() || IsAliasHere())
                return value;
            throw Fail("this is not understood");
        }
        catch (NotUnderstood problem) when (!problem.IsFatal)
        {
            Note(problem.Token, problem.Message);
            _level = level;
            while (!_cursor.IsEnd && !(IsBoundary() && _cursor.At > begin))
                _cursor.At = _cursor.Peek() is "(" or "[" ? _cursor.AfterClosing(_cursor.At) : _cursor.At + 1;
            return new SqlOpaque(at);
        }
    }

    private bool IsBoundary() => _cursor.Peek() is "," or ")" or "]" or ";" || Clauses.Contains(_cursor.Peek());

    private bool IsAliasHere() => _cursor.Peek() is "as" or "asc" or "desc" or "nulls" or "using" || _cursor.IsName();

    private (string Name, SqlToken At) Identifier()
    {
        if (!_cursor.IsName())
            throw Fail("a name is expected here");
        var token = _cursor.Current;
        _cursor.At++;
        return (_cursor.Name(token), token);
    }

    private List<(string Name, SqlToken At)> Columns()
    {
        var names = new List<(string, SqlToken)>();
        Expect("(");
        do
            names.Add(Identifier());
        while (_cursor.Accept(","));
        Expect(")");
        return names;
    }

    private (string Schema, string Name, SqlToken At) TableName()
    {
        var (name, at) = Identifier();
        var schema = "";
        while (_cursor.Accept("."))
        {
            schema = DdlReader.Home(name);
            name = Identifier().Name;
        }
        return (schema, name, at);
    }

    private void Expect(string word)
    {
        if (!_cursor.Accept(word))
            throw Fail($"'{word}' is expected here");
    }

    private void Enter()
    {
        if (++_level > MostLevels)
            throw new NotUnderstood(_cursor.Current, "the statement is nested too deep to be checked", true);
    }

    private NotUnderstood Fail(string message) => new(_cursor.Current, message, false);

    private void Note(SqlToken token, string message)
    {
        if (Notes.Count < MostNotes)
            Notes.Add(new SqlFault(token.Start, token.Length, message));
    }

    private sealed class NotUnderstood(SqlToken token, string message, bool isFatal) : Exception(message)
    {
        public SqlToken Token => token;

        public bool IsFatal => isFatal;
    }
}
