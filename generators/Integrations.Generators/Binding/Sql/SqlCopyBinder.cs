using Integrations.Generators.Declarations.Sql;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql;

/// <summary>
/// Binds <c>copy table (columns) from stdin</c>: rows of the method's sequence, a member for each column. For SQLite it is an insert over the same columns.
/// </summary>
internal sealed class SqlCopyBinder(SqlMethodDeclaration method, SqlTextSource source, List<SqlProblem> problems)
{
    private readonly List<SqlLeafModel> _leaves = [];
    private List<SqlToken> _tokens = [];
    private int _at;

    /// <summary>The table as it is written.</summary>
    public string Table { get; private set; } = "";

    /// <summary>The columns as they are written, between parentheses.</summary>
    public string Columns { get; private set; } = "";

    /// <summary>What the columns take.</summary>
    public List<SqlLeafModel> Leaves => _leaves;

    /// <summary>Whether a statement is a COPY.</summary>
    public static bool IsCopy(SqlTextSource source)
    {
        var tokens = SqlLexer.Read(source.Text, SqlDialect.Postgres, out var fault);
        return fault is null && tokens.Count > 0 && string.Equals(source.Text.Substring(tokens[0].Start, tokens[0].Length), "copy", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Binds it.</summary>
    /// <returns>Whether nothing is wrong.</returns>
    public bool Bind()
    {
        var count = problems.Count;
        _tokens = SqlLexer.Read(source.Text, SqlDialect.Postgres, out _);
        _at = 1;
        var start = _tokens.Count > 1 ? _tokens[1].Start : 0;
        do
        {
            if (!IsName())
                return Fail("COPY takes rows into a table: write 'copy table (column, ...) from stdin'. To read many rows let a select return IAsyncEnumerable, which streams as well");
            Table = source.Text.Substring(start, _tokens[_at].End - start);
            _at++;
        }
        while (Skip("."));
        if (!Skip("("))
            return Fail("name the columns: 'copy table (column, ...) from stdin', so that a column that is added later changes nothing");
        var open = _tokens[_at - 1];
        do
        {
            if (!IsName())
                return Fail("the name of a column is expected");
            Column();
            _at++;
        }
        while (Skip(","));
        if (!Skip(")"))
            return Fail("')' is expected after the columns");
        Columns = source.Text.Substring(open.Start, _tokens[_at - 1].End - open.Start);
        if (!Skip("from") || !Skip("stdin"))
            return Fail("'from stdin' is expected after the columns: the rows come from the method's argument");
        Skip(";");
        if (_at < _tokens.Count)
            return Fail("COPY takes no options here: rows travel in the binary format");
        return problems.Count == count;
    }

    private void Column()
    {
        var token = _tokens[_at];
        var key = SqlNames.Key(Text(token).Trim('"'));
        var leaves = method.Parameters.First(static p => p.Rows is not null).Rows!.Leaves;
        var found = leaves.Where(l => l.Key == key || l.Key.Length == 0).ToList();
        if (found.Count == 1 && !(found[0].Key.Length == 0 && _leaves.Count > 0))
        {
            _leaves.Add(found[0]);
            return;
        }
        problems.Add(source.Problem(
            SqlDescriptors.NoArgument.Id, token.Start, token.Length, Text(token), method.Name, $" (the rows have {string.Join(", ", leaves.Take(8).Select(static l => l.Access.Substring(l.Access.IndexOf('.') + 1)))})"));
    }

    private bool IsName() => _at < _tokens.Count && _tokens[_at].Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName;

    private bool Skip(string word)
    {
        if (_at >= _tokens.Count || !string.Equals(Text(_tokens[_at]), word, StringComparison.OrdinalIgnoreCase))
            return false;
        _at++;
        return true;
    }

    private bool Fail(string what)
    {
        var token = _tokens[Math.Min(_at, _tokens.Count - 1)];
        problems.Add(source.Problem(SqlDescriptors.Statement.Id, token.Start, token.Length, what));
        return false;
    }

    private string Text(SqlToken token) => source.Text.Substring(token.Start, token.Length);
}
