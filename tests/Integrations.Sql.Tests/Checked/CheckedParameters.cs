using System.Text;
using System.Text.RegularExpressions;
using Integrations.Tests.Shared;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NpgsqlTypes;

namespace Integrations.Sql.Tests.Checked;

/// <summary>A statement of the set as PostgreSQL takes it: parameters by position, with types. Written apart from the generator, so that both can be wrong only apart.</summary>
internal sealed partial class CheckedParameters
{
    private readonly List<int> _places = [];

    public CheckedParameters(CheckedSet set, CheckedMethod method)
    {
        var text = new StringBuilder();
        var (names, source, end) = (new List<string>(), method.Postgres.Value, 0);
        foreach (Match match in Parts().Matches(source))
        {
            if (!match.Groups["name"].Success)
                continue;
            Copy(text, source, end, match.Index);
            end = match.Index + match.Length;
            var key = CheckedSet.Key(match.Groups["name"].Value);
            if (!names.Contains(key))
            {
                names.Add(key);
                Types.Add(Type(set, method.File, method.Arguments[key]));
            }
            text.Append('$').Append(names.IndexOf(key) + 1);
            while (_places.Count < text.Length)
                _places.Add(match.Index);
        }
        Copy(text, source, end, source.Length);
        Text = text.ToString();
    }

    /// <summary>The statement with <c>$1</c>.</summary>
    public string Text { get; }

    /// <summary>The types of the parameters, as the driver sends them.</summary>
    public List<NpgsqlDbType> Types { get; } = [];

    /// <summary>Where in the statement as it is written a place of <see cref="Text"/> is.</summary>
    public int Place(int at) => at < _places.Count ? _places[at] : _places[^1] + 1;

    private void Copy(StringBuilder text, string source, int start, int end)
    {
        text.Append(source, start, end - start);
        _places.AddRange(Enumerable.Range(start, end - start));
    }

    private static NpgsqlDbType Type(CheckedSet set, string file, TypeSyntax type)
    {
        if (type is NullableTypeSyntax nullable)
            return Type(set, file, nullable.ElementType);
        if (type is ArrayTypeSyntax array && array.ElementType.ToString() != "byte")
            return NpgsqlDbType.Array | Type(set, file, array.ElementType);
        if (type is GenericNameSyntax { Identifier.Text: "List" or "IReadOnlyList" } list)
            return NpgsqlDbType.Array | Type(set, file, list.TypeArgumentList.Arguments[0]);
        if (set.Type(file, type.ToString()) is EnumDeclarationSyntax)
            return NpgsqlDbType.Unknown;
        return type.ToString() switch
        {
            "bool" => NpgsqlDbType.Boolean,
            "short" => NpgsqlDbType.Smallint,
            "int" => NpgsqlDbType.Integer,
            "long" => NpgsqlDbType.Bigint,
            "decimal" => NpgsqlDbType.Numeric,
            "float" => NpgsqlDbType.Real,
            "double" => NpgsqlDbType.Double,
            "string" => NpgsqlDbType.Text,
            "byte[]" => NpgsqlDbType.Bytea,
            "Guid" => NpgsqlDbType.Uuid,
            "DateTimeOffset" => NpgsqlDbType.TimestampTz,
            "DateTime" => NpgsqlDbType.Timestamp,
            "DateOnly" => NpgsqlDbType.Date,
            "TimeOnly" => NpgsqlDbType.Time,
            "TimeSpan" => NpgsqlDbType.Interval,
            "JsonElement" or "JsonDocument" => NpgsqlDbType.Jsonb,
            "NpgsqlRange<DateOnly>" => NpgsqlDbType.DateRange,
            var other => throw new InvalidOperationException($"The set has an argument of type {other}, which this test does not know."),
        };
    }

    [GeneratedRegex("""
        '(?:[^']|'')*' | "(?:[^"]|"")*" | --[^\n]* | /\*(?>/\*(?<open>)|\*/(?<-open>)|(?!/\*|\*/).)*(?(open)(?!))\*/ | \$(?<tag>\w*)\$.*?\$\k<tag>\$ | (?<![@<>&|~\w])@(?<name>[A-Za-z_]\w*)
        """, RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Parts();
}
