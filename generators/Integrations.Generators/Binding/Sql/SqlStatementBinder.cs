using System.Text;
using Integrations.Generators.Declarations.Sql;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql;

/// <summary>Binds the statement of one method for one engine.</summary>
internal sealed class SqlStatementBinder(SqlMethodDeclaration method, SqlTextSource source, SqlDialect dialect, List<SqlProblem> problems)
{
    private readonly StringBuilder _text = new();
    private readonly List<SqlArgumentModel> _arguments = [];
    private readonly Dictionary<string, SqlScalarModel> _scalars = new(StringComparer.Ordinal);

    /// <summary>What can be told of the statement.</summary>
    public SqlFacts Facts { get; private set; } = SqlFacts.Of("", []);

    /// <summary>Where it stands.</summary>
    public SqlTextSource Source => source;

    /// <summary>Its pieces.</summary>
    public List<SqlToken> Tokens { get; private set; } = [];

    /// <summary>The type of the argument that a parameter takes; null where it has none.</summary>
    public SqlScalarModel? Scalar(string name) => _scalars.TryGetValue(name, out var scalar) ? scalar : null;

    /// <summary>The text for the driver.</summary>
    public string Text => _text.ToString();

    /// <summary>What its parameters take: by position for PostgreSQL, by name for SQLite.</summary>
    public List<SqlArgumentModel> Arguments => _arguments;

    /// <summary>Binds it.</summary>
    /// <returns>Whether nothing is wrong.</returns>
    public bool Bind()
    {
        var count = problems.Count;
        var text = source.Text;
        var tokens = SqlLexer.Read(text, dialect, out var fault);
        if (fault is not null)
        {
            problems.Add(source.Problem(SqlDescriptors.Statement.Id, fault.Start, fault.Length, fault.Message));
            return false;
        }
        if (tokens.Count == 0)
        {
            problems.Add(source.Problem(SqlDescriptors.Statement.Id, 0, 0, "the statement is empty"));
            return false;
        }
        Facts = SqlFacts.Of(text, tokens);
        Tokens = tokens;
        var end = 0;
        foreach (var token in tokens)
        {
            if (token.Kind != SqlTokenKind.Parameter)
                continue;
            _text.Append(text, end, token.Start - end);
            _text.Append(Parameter(text.Substring(token.Start, token.Length), token));
            end = token.End;
        }
        _text.Append(text, end, text.Length - end);
        if (Facts.IsSeveral && _arguments.Count > 0)
        {
            var second = tokens.First(t => text[t.Start] == ';');
            problems.Add(source.Problem(SqlDescriptors.Statement.Id, second.Start, 1, "parameters go with a single statement: make a method of each, and put them into a batch or a transaction"));
        }
        return problems.Count == count;
    }

    private string Parameter(string written, SqlToken token)
    {
        if (Find(written.Substring(1), token) is not { } leaf)
            return written;
        _scalars[written.Substring(1)] = leaf.Scalar;
        if (dialect == SqlDialect.Sqlite)
        {
            if (!_arguments.Any(a => a.Name == written))
                _arguments.Add(new SqlArgumentModel(written, leaf));
            return written;
        }
        var index = _arguments.FindIndex(a => a.Leaf.Access == leaf.Access);
        if (index < 0)
        {
            index = _arguments.Count;
            _arguments.Add(new SqlArgumentModel(written, leaf));
        }
        return "$" + (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private SqlLeafModel? Find(string name, SqlToken token)
    {
        var key = SqlNames.Key(name);
        var leaves = method.Parameters.SelectMany(static p => p.Leaves).ToList();
        var found = leaves.Where(l => l.Key == key && l.LongKey == key).ToList();
        if (found.Count == 0)
            found = leaves.Where(l => l.Key == key).ToList();
        if (found.Count != 1 && leaves.Where(l => l.LongKey == key).ToList() is { Count: 1 } whole)
            found = whole;
        if (found.Count == 1)
        {
            if (dialect == SqlDialect.Sqlite && found[0].Scalar.Kind == SqlScalarKind.Driver)
            {
                problems.Add(source.Problem(SqlDescriptors.Type.Id, token.Start, token.Length, method.Name, $"'{found[0].Scalar.Type.Replace("global::", "")}' is a type of PostgreSQL's driver alone", "give SQLite a statement of its own (Sqlite = \"...\")"));
                return null;
            }
            return found[0];
        }
        var hint = found.Count > 1 ? $": it may be {string.Join(" or ", found.Select(static l => l.Access))}; write the argument's name before it"
            : leaves.Count == 0 ? "; it has none" : $" (there are {string.Join(", ", leaves.Take(8).Select(static l => l.Access))})";
        problems.Add(source.Problem(SqlDescriptors.NoArgument.Id, token.Start, token.Length, "@" + name, method.Name, hint));
        return null;
    }
}
