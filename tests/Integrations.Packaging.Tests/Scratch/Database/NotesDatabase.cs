namespace Scratch;

/// <summary>A note.</summary>
public sealed record Note(Guid Id, string Text, DateTimeOffset WrittenAt, decimal? Price);

/// <summary>Notes in a file.</summary>
[SqliteClient]
public sealed partial class NotesDatabase
{
    /// <summary>Makes the table.</summary>
    [Sql("sql/create.sql")]
    public partial Task CreateAsync();

    /// <summary>Adds a note.</summary>
    [Sql("insert into notes (id, text, written_at, price) values (@id, @text, @written_at, @price)")]
    public partial Task<int> AddAsync(Note note);

    /// <summary>The notes with a word.</summary>
    [Sql("select id, text, written_at, price from notes where text like '%' || @word || '%' order by written_at")]
    public partial IAsyncEnumerable<Note> WithAsync(string word, CancellationToken cancellationToken = default);
}
