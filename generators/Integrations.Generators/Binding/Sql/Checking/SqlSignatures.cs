using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql.Checking;

/// <summary>An overload of a function or an operator.</summary>
internal sealed class SqlSignature(string result, string[] arguments, bool isSet, string columns)
{
    public string Result => result;

    public string[] Arguments => arguments;

    public bool IsSet => isSet;

    /// <summary>The columns that it gives in FROM, <c>name:type</c> parted by commas; empty for one value.</summary>
    public string Columns => columns;

    public bool Takes(int count)
    {
        var least = 0;
        foreach (var argument in arguments)
            least += argument.EndsWith("?", StringComparison.Ordinal) || argument.StartsWith("...", StringComparison.Ordinal) ? 0 : 1;
        return count >= least && (count <= arguments.Length || (arguments.Length > 0 && arguments[arguments.Length - 1].StartsWith("...", StringComparison.Ordinal)));
    }

    /// <summary>The type that stands at a place, without marks.</summary>
    public string Argument(int index)
    {
        var text = arguments[Math.Min(index, arguments.Length - 1)];
        return text.TrimStart('.').TrimEnd('?');
    }
}

/// <summary>A function with its overloads.</summary>
internal sealed class SqlFunction(string name, char kind, List<SqlSignature> overloads)
{
    public string Name => name;

    /// <summary><c>s</c> null where an argument is, <c>n</c> not so, <c>a</c> aggregate, <c>w</c> window function, <c>x</c> may always be null.</summary>
    public char Kind => kind;

    public List<SqlSignature> Overloads => overloads;
}

/// <summary>The functions and operators of the engines, read once from their tables.</summary>
internal static class SqlSignatures
{
    private static readonly char[] Blank = [' '];
    private static readonly Lazy<Dictionary<string, SqlFunction>> Postgres = new(static () => Functions(PostgresFunctionTable.Text));
    private static readonly Lazy<Dictionary<string, SqlFunction>> Sqlite = new(static () => Functions(SqliteFunctionTable.Text));
    private static readonly Lazy<Dictionary<string, List<SqlSignature>>> AllOperators = new(static () => Operators(PostgresOperatorTable.Text));

    public static SqlFunction? Function(string name, bool isSqlite) => (isSqlite ? Sqlite : Postgres).Value.TryGetValue(name, out var function) ? function : null;

    public static List<SqlSignature>? Operator(string name) => AllOperators.Value.TryGetValue(name, out var found) ? found : null;

    private static Dictionary<string, SqlFunction> Functions(string table)
    {
        var functions = new Dictionary<string, SqlFunction>(StringComparer.Ordinal);
        foreach (var line in table.Split('\n'))
        {
            var parts = line.Trim().Split(Blank, StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length < 3)
                continue;
            var overloads = new List<SqlSignature>();
            for (var i = 2; i < parts.Length; i++)
            {
                var (open, close) = (parts[i].IndexOf('('), parts[i].LastIndexOf(')'));
                var isSet = parts[i][0] == '*';
                var inner = parts[i].Substring(open + 1, close - open - 1);
                overloads.Add(new SqlSignature(parts[i].Substring(isSet ? 1 : 0, open - (isSet ? 1 : 0)), inner.Length == 0 ? [] : inner.Split(','), isSet, parts[i].Substring(close + 1)));
            }
            functions[parts[0]] = new SqlFunction(parts[0], parts[1][0], overloads);
        }
        return functions;
    }

    private static Dictionary<string, List<SqlSignature>> Operators(string table)
    {
        var operators = new Dictionary<string, List<SqlSignature>>(StringComparer.Ordinal);
        foreach (var line in table.Split('\n'))
        {
            var parts = line.Trim().Split(Blank, StringSplitOptions.RemoveEmptyEntries);
            var overloads = new List<SqlSignature>();
            for (var i = 1; i < parts.Length; i++)
            {
                var types = parts[i].Split(',');
                overloads.Add(new SqlSignature(types[2], types[0] == "-" ? [types[1]] : [types[0], types[1]], false, ""));
            }
            if (parts.Length > 0)
                operators[parts[0]] = overloads;
        }
        return operators;
    }
}
