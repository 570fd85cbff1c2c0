using System.Globalization;
using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Sql;

/// <summary>The enums of a class: each gets two functions, from and to its text in the database.</summary>
internal sealed class SqlEnums
{
    private readonly List<SqlScalarModel> _enums = [];

    /// <summary>The function from a value to its text.</summary>
    public string Write(SqlScalarModel scalar) => "EnumText" + Index(scalar);

    /// <summary>The function from a text to its value.</summary>
    public string Read(SqlScalarModel scalar) => "EnumValue" + Index(scalar);

    /// <summary>Writes the functions.</summary>
    public void Emit(CodeWriter writer)
    {
        for (var i = 0; i < _enums.Count; i++)
        {
            var type = _enums[i].Type;
            writer.Open($"private static string EnumText{i}({type} value) => value switch");
            foreach (var member in _enums[i].Members)
                writer.Line($"{type}.{member.Name} => {CSharpText.Literal(member.Text)},");
            writer.Line("_ => throw new global::System.ArgumentOutOfRangeException(nameof(value), \"The value has no name, and enums travel as their names.\"),");
            writer.Close("};");
            writer.Line();
            writer.Open($"private static {type} EnumValue{i}(string text) => text switch");
            foreach (var member in _enums[i].Members)
                writer.Line($"{CSharpText.Literal(member.Text)} => {type}.{member.Name},");
            writer.Line("_ => throw new global::System.FormatException(\"The text is no member of the enum.\"),");
            writer.Close("};");
            writer.Line();
        }
    }

    private string Index(SqlScalarModel scalar)
    {
        var index = _enums.FindIndex(e => e.Type == scalar.Type);
        if (index < 0)
        {
            index = _enums.Count;
            _enums.Add(scalar);
        }
        return index.ToString(CultureInfo.InvariantCulture);
    }
}
