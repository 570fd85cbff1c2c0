using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Integrations.Sql;

namespace Integrations;

/// <summary>
/// A statement that is written where it runs: <c>db.Sql.ExecuteAsync($"delete from orders where id = {id}")</c>. Whatever stands in braces becomes a parameter, always;
/// a plain string is refused by the compiler, so that no value can become text of the statement. Another <see cref="SqlText"/> in braces is put in with its parameters.
/// </summary>
[InterpolatedStringHandler]
public readonly struct SqlText
{
    private readonly List<object> _parts;

    /// <summary>For the compiler.</summary>
    /// <param name="literalLength">How many characters stand outside of braces.</param>
    /// <param name="formattedCount">How many braces there are.</param>
    public SqlText(int literalLength, int formattedCount) => _parts = new List<object>((formattedCount * 2) + 1);

    /// <summary>For the compiler: text outside of braces.</summary>
    /// <param name="value">The text.</param>
    public void AppendLiteral(string value) => _parts.Add(value);

    /// <summary>For the compiler: a value in braces.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value.</param>
    public void AppendFormatted<T>(T value) => _parts.Add(new SqlArgument<T>(value));

    /// <summary>For the compiler: a part of a statement in braces.</summary>
    /// <param name="value">The part.</param>
    public void AppendFormatted(SqlText value) => _parts.AddRange(value._parts ?? []);

    internal DbCommand Command(SqlDriver driver)
    {
        var text = new StringBuilder();
        var arguments = 0;
        foreach (var part in _parts ?? [])
        {
            text.Append(part as string ?? driver.Placeholder(arguments++));
        }
        var command = driver.CreateCommand(text.ToString());
        arguments = 0;
        foreach (var part in _parts ?? [])
        {
            if (part is SqlArgument argument)
            {
                argument.AddTo(driver, command.Parameters, "p" + arguments++.ToString(CultureInfo.InvariantCulture));
            }
        }
        return command;
    }

    private abstract class SqlArgument
    {
        public abstract void AddTo(SqlDriver driver, DbParameterCollection parameters, string name);
    }

    private sealed class SqlArgument<T>(T value) : SqlArgument
    {
        public override void AddTo(SqlDriver driver, DbParameterCollection parameters, string name) => driver.Add(parameters, name, value);
    }
}
