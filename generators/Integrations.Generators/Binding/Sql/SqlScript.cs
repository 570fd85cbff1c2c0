namespace Integrations.Generators.Binding.Sql;

/// <summary>
/// Parts a script into its statements, as the shells of the databases do: at each <c>;</c> that stands neither in parentheses nor in the body of a trigger
/// (SQLite) or of a routine in standard SQL (PostgreSQL's <c>begin atomic</c>).
/// </summary>
internal static class SqlScript
{
    /// <summary>The statements, as indices of their first and behind their last piece.</summary>
    public static List<(int First, int End)> Split(string text, List<SqlToken> tokens, SqlDialect dialect)
    {
        var statements = new List<(int, int)>();
        var (first, parentheses, bodies) = (0, 0, 0);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind == SqlTokenKind.Symbol)
            {
                var c = text[token.Start];
                if (c == '(')
                {
                    parentheses++;
                }
                else if (c == ')')
                {
                    parentheses = Math.Max(0, parentheses - 1);
                }
                else if (c == ';' && parentheses == 0 && bodies == 0)
                {
                    if (i > first)
                        statements.Add((first, i));
                    first = i + 1;
                }
            }
            else if (Is(text, token, "begin"))
            {
                if (bodies == 0 && i > first && BeginsBody(text, tokens, first, i, dialect))
                    bodies = 1;
            }
            else if (bodies > 0 && Is(text, token, "case"))
            {
                bodies++;
            }
            else if (bodies > 0 && Is(text, token, "end"))
            {
                bodies--;
            }
        }
        if (tokens.Count > first)
            statements.Add((first, tokens.Count));
        return statements;
    }

    /// <summary>Whether a piece is a word, in any case of letters.</summary>
    public static bool Is(string text, SqlToken token, string word) =>
        token.Kind == SqlTokenKind.Word && token.Length == word.Length && string.Compare(text, token.Start, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static bool BeginsBody(string text, List<SqlToken> tokens, int first, int begin, SqlDialect dialect)
    {
        if (!Is(text, tokens[first], "create"))
            return false;
        if (dialect == SqlDialect.Postgres)
            return begin + 1 < tokens.Count && Is(text, tokens[begin + 1], "atomic");
        return Is(text, tokens[first + 1], "trigger")
            || (first + 2 < begin && (Is(text, tokens[first + 1], "temp") || Is(text, tokens[first + 1], "temporary")) && Is(text, tokens[first + 2], "trigger"));
    }
}
