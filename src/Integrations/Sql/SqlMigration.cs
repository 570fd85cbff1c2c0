namespace Integrations;

/// <summary>A file that changes the schema of a database, as it was when the program was compiled.</summary>
public sealed class SqlMigration
{
    private readonly int[] _statements;

    /// <summary>Emitted code calls it.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="checksum">SHA-256 of the text in UTF-8, in hexadecimal digits.</param>
    /// <param name="inTransaction">Whether it runs in a transaction.</param>
    /// <param name="statements">Where its statements begin and end, by turns.</param>
    /// <param name="text">The text, lines ended by <c>\n</c>.</param>
    public SqlMigration(string name, string checksum, bool inTransaction, int[] statements, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(statements);
        (Name, Checksum, InTransaction, _statements, Text) = (name, checksum, inTransaction, statements, text);
    }

    /// <summary>The file's name without its folder: it is what the history knows the migration by.</summary>
    public string Name { get; }

    /// <summary>SHA-256 of the text in UTF-8, in hexadecimal digits. Lines end by <c>\n</c> in it, whatever the checkout has.</summary>
    public string Checksum { get; }

    /// <summary>Whether it runs in a transaction: unless its first line is <c>-- no transaction</c>.</summary>
    public bool InTransaction { get; }

    /// <summary>The text.</summary>
    public string Text { get; }

    internal int StatementCount => _statements.Length / 2;

    internal int Start(int statement) => _statements[2 * statement];

    internal string Statement(int statement) => Text[_statements[2 * statement].._statements[(2 * statement) + 1]];

    /// <inheritdoc/>
    public override string ToString() => Name;
}
