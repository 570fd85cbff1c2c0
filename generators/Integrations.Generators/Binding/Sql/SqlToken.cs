namespace Integrations.Generators.Binding.Sql;

/// <summary>What a piece of a statement is. White space and comments are no pieces.</summary>
internal enum SqlTokenKind
{
    /// <summary>A keyword or a name without quotes.</summary>
    Word,

    /// <summary>A name in quotes, backticks or brackets.</summary>
    QuotedName,

    /// <summary>A string of any kind.</summary>
    String,

    /// <summary>A number.</summary>
    Number,

    /// <summary><c>@name</c>.</summary>
    Parameter,

    /// <summary>An operator; <c>(</c>, <c>,</c>, <c>;</c> and the like.</summary>
    Symbol,
}

/// <summary>A piece of a statement.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="Length">Its length.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, int Start, int Length)
{
    /// <summary>The offset after its last character.</summary>
    public int End => Start + Length;
}

/// <summary>What is wrong at a place of a statement.</summary>
/// <param name="Start">Offset of the first character.</param>
/// <param name="Length">How many characters are concerned.</param>
/// <param name="Message">What is wrong and what to write.</param>
internal sealed record SqlFault(int Start, int Length, string Message);
