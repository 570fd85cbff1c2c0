namespace Integrations.Generators.Binding.Sql;

/// <summary>
/// Takes a statement apart as its database does, so that only what is a parameter is taken for one: not what stands in a string, a comment or a quoted name, nor
/// <c>@</c> in an operator. PostgreSQL: documentation, chapter "Lexical Structure"; SQLite: tokenize.c.
/// </summary>
internal sealed partial class SqlLexer
{
    // The operators of PostgreSQL and its extensions that end in @ and may stand directly before a name.
    private static readonly HashSet<string> OperatorsWithAt = new(StringComparer.Ordinal) { "@@", "@@@", "@-@", "<@", "^<@", "<<@" };

    private readonly string _text;
    private readonly SqlDialect _dialect;
    private readonly bool _isScript;
    private readonly List<SqlToken> _tokens = [];
    private int _at;

    private SqlLexer(string text, SqlDialect dialect, bool isScript) => (_text, _dialect, _isScript) = (text, dialect, isScript);

    /// <summary>What was wrong first; the pieces end there.</summary>
    public SqlFault? Fault { get; private set; }

    /// <summary>The pieces of a statement.</summary>
    /// <param name="text">The statement.</param>
    /// <param name="dialect">Whose SQL it is.</param>
    /// <param name="fault">What is wrong, if anything.</param>
    /// <param name="isScript">Whether it has no parameters, so that <c>$1</c>, <c>?</c> and <c>:name</c> are its own.</param>
    public static List<SqlToken> Read(string text, SqlDialect dialect, out SqlFault? fault, bool isScript = false)
    {
        var lexer = new SqlLexer(text, dialect, isScript);
        while (lexer.Fault is null && lexer._at < text.Length)
            lexer.Next();
        fault = lexer.Fault;
        return lexer._tokens;
    }

    private char Current => Peek(0);

    private bool IsPostgres => _dialect == SqlDialect.Postgres;

    private char Peek(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private void Next()
    {
        var c = Current;
        if (char.IsWhiteSpace(c) || c == '\uFEFF')
            _at++;
        else if (c == '-' && Peek(1) == '-')
            LineComment();
        else if (c == '/' && Peek(1) == '*')
            BlockComment();
        else if (c == '\'')
            Text(_at, escapes: false);
        else if (c == '"')
            Quoted('"', SqlTokenKind.QuotedName);
        else if (!IsPostgres && c == '`')
            Quoted('`', SqlTokenKind.QuotedName);
        else if (!IsPostgres && c == '[')
            Bracketed();
        else if (c == '$')
            Dollar();
        else if (IsDigit(c) || (c == '.' && IsDigit(Peek(1))))
            Number();
        else if (IsNameStart(c))
            Word();
        else if (IsPostgres ? IsOperator(c) : c == '@')
            Operator();
        else
            Symbol();
    }

    private void LineComment()
    {
        while (_at < _text.Length && Current is not ('\n' or '\r'))
            _at++;
    }

    private void BlockComment()
    {
        var start = _at;
        var depth = 1;
        for (_at += 2; _at < _text.Length; _at++)
        {
            if (Current == '*' && Peek(1) == '/')
            {
                _at++;
                if (--depth == 0)
                {
                    _at++;
                    return;
                }
            }
            else if (IsPostgres && Current == '/' && Peek(1) == '*')
            {
                _at++;
                depth++;
            }
        }
        // SQLite lets the end of the statement end a comment; nobody means that.
        Fail(start, 2, "the comment that begins here has no end: write */");
    }

    private void Text(int start, bool escapes)
    {
        for (_at++; _at < _text.Length; _at++)
        {
            if (escapes && Current == '\\')
            {
                _at++;
            }
            else if (Current == '\'')
            {
                if (Peek(1) != '\'')
                {
                    _at++;
                    Add(SqlTokenKind.String, start);
                    return;
                }
                _at++;
            }
        }
        Fail(start, 1, "the string that begins here has no end: write ' behind it, and '' for a ' within it");
    }

    private void Quoted(char quote, SqlTokenKind kind)
    {
        var start = _at;
        for (_at++; _at < _text.Length; _at++)
        {
            if (Current != quote)
                continue;
            if (Peek(1) != quote)
            {
                _at++;
                Add(kind, start);
                return;
            }
            _at++;
        }
        Fail(start, 1, $"the name that begins here has no end: write {quote} behind it");
    }

    private void Bracketed()
    {
        var start = _at;
        var end = _text.IndexOf(']', _at);
        if (end < 0)
        {
            Fail(start, 1, "the name that begins here has no end: write ] behind it");
            return;
        }
        _at = end + 1;
        Add(SqlTokenKind.QuotedName, start);
    }

    private void Word()
    {
        var start = _at;
        while (_at < _text.Length && IsNamePart(Current))
            _at++;
        var length = _at - start;
        if (Current == '\'' && length == 1 && (_text[start] is 'x' or 'X' || (IsPostgres && _text[start] is 'e' or 'E' or 'b' or 'B' or 'n' or 'N')))
            Text(start, escapes: _text[start] is 'e' or 'E');
        else if (IsPostgres && length == 1 && _text[start] is 'u' or 'U' && Current == '&' && Peek(1) is '\'' or '"')
            Unicode(start);
        else
            Add(SqlTokenKind.Word, start);
    }

    private void Unicode(int start)
    {
        _at++;
        if (Current == '\'')
        {
            Text(start, escapes: false);
            return;
        }
        var count = _tokens.Count;
        Quoted('"', SqlTokenKind.QuotedName);
        if (_tokens.Count > count)
            _tokens[count] = new SqlToken(SqlTokenKind.QuotedName, start, _at - start);
    }

    private void Number()
    {
        var start = _at;
        while (_at < _text.Length && (IsDigit(Current) || Current is '.' or '_' || char.IsLetter(Current) || (Current is '+' or '-' && _text[_at - 1] is 'e' or 'E' && !IsHexadecimal(start))))
        {
            // 1..3 is a slice's bound, not a number.
            if (Current == '.' && Peek(1) == '.')
                break;
            _at++;
        }
        Add(SqlTokenKind.Number, start);
    }

    private bool IsHexadecimal(int start) => _text[start] == '0' && start + 1 < _text.Length && _text[start + 1] is 'x' or 'X';

    private void Add(SqlTokenKind kind, int start) => _tokens.Add(new SqlToken(kind, start, _at - start));

    private void Fail(int start, int length, string message)
    {
        Fault = new SqlFault(start, length, message);
        _at = _text.Length;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsNameStart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or >= '\u0080';

    private static bool IsNamePart(char c) => IsNameStart(c) || IsDigit(c) || c == '$';
}
