using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql.Checking;

internal enum SqlFit
{
    Fits, Count, Types,
}

/// <summary>Chooses an overload as PostgreSQL does (documentation: "Type Conversion", 10.2 and 10.3), and says nothing where more than one remains.</summary>
internal static class SqlOverloads
{
    /// <summary>The overload that is meant, or null; and the type of its result.</summary>
    /// <param name="overloads">All of one name.</param>
    /// <param name="arguments">The types of the arguments.</param>
    /// <param name="result">The type of the result.</param>
    /// <param name="chosen">The overload; one of several where they do not differ in what is known.</param>
    /// <param name="isOperator">Whether a literal beside a typed operand is taken for one of its type.</param>
    public static SqlFit Choose(List<SqlSignature> overloads, IReadOnlyList<SqlTypeModel> arguments, out SqlTypeModel result, out SqlSignature? chosen, bool isOperator = false)
    {
        (result, chosen) = (SqlTypes.Unknown, null);
        var counted = overloads.FindAll(o => o.Takes(arguments.Count));
        if (counted.Count == 0)
            return SqlFit.Count;
        var fitting = new List<(SqlSignature Overload, int Score, SqlTypeModel Result)>();
        foreach (var overload in counted)
        {
            if (Score(overload, arguments, isOperator, out var type) is >= 0 and var score)
                fitting.Add((overload, score, type));
        }
        if (fitting.Count == 0)
            return SqlFit.Types;
        var best = fitting.Max(static f => f.Score);
        // What is not known of an argument could make another overload the better one.
        var isOpen = arguments.Any(SqlCasts.IsWild);
        var left = fitting.FindAll(f => isOpen || f.Score == best);
        chosen = left.Find(f => f.Score == best).Overload;
        result = left.TrueForAll(f => f.Result == left[0].Result) ? left[0].Result : SqlTypes.Unknown;
        return SqlFit.Fits;
    }

    private static int Score(SqlSignature overload, IReadOnlyList<SqlTypeModel> arguments, bool isOperator, out SqlTypeModel result)
    {
        result = SqlTypes.Unknown;
        SqlTypeModel? element = null;
        SqlTypeModel? range = null;
        var score = 0;
        for (var i = 0; i < arguments.Count; i++)
        {
            var (formal, actual) = (overload.Argument(i), arguments[i]);
            if (formal == "any" || SqlCasts.IsWild(actual))
            {
                score += 1;
                continue;
            }
            if (formal.StartsWith("any", StringComparison.Ordinal))
            {
                if (actual.Form == SqlTypeForm.Literal)
                    continue;
                var part = formal switch
                {
                    "anyarray" or "anycompatiblearray" => actual.Element,
                    "anynonarray" or "anycompatiblenonarray" => actual.Form == SqlTypeForm.Array ? null : actual,
                    "anyenum" => actual.Form == SqlTypeForm.Enum ? actual : null,
                    "anyrange" or "anycompatiblerange" => actual.Form == SqlTypeForm.Range && !IsMulti(actual) ? SqlTypes.Unknown : null,
                    "anymultirange" or "anycompatiblemultirange" => actual.Form == SqlTypeForm.Range && IsMulti(actual) ? SqlTypes.Unknown : null,
                    _ => actual,
                };
                if (part is null)
                    return -1;
                if (actual.Form == SqlTypeForm.Range)
                    range = actual;
                if (part.Form != SqlTypeForm.Unknown)
                {
                    var common = element is null ? part : SqlCasts.Common(element, part);
                    if (common is null)
                        return -1;
                    element = common;
                }
                score += 2;
                continue;
            }
            var wanted = SqlTypes.Inner(formal);
            if (actual.Form == SqlTypeForm.Literal)
            {
                // Of several, a text is what a literal becomes; beside a typed operand, its type.
                score += isOperator && arguments.Count == 2 && SqlCasts.Same(wanted, arguments[1 - i]) ? 3 : SqlCasts.IsString(wanted) ? 2 : 0;
            }
            else if (SqlCasts.Same(actual, wanted))
            {
                score += 10;
            }
            else if (wanted.Form != SqlTypeForm.Other && SqlCasts.IsImplicit(actual, wanted))
            {
                score += wanted.Name is "float8" or "text" or "timestamptz" or "interval" or "varbit" or "inet" ? 2 : 1;
            }
            else if (!(actual.Form == SqlTypeForm.Composite && formal is "record") && !(formal.StartsWith("reg", StringComparison.Ordinal) && SqlCasts.IsNumber(actual)))
            {
                return -1;
            }
        }
        result = Result(overload.Result, element, range);
        return score;
    }

    private static bool IsMulti(SqlTypeModel type) => type.Name.EndsWith("multirange", StringComparison.Ordinal);

    private static SqlTypeModel Result(string name, SqlTypeModel? element, SqlTypeModel? range)
    {
        switch (name)
        {
            case "any" or "record" or "_record":
                return SqlTypes.Unknown;
            case "anyrange" or "anycompatiblerange" or "anymultirange" or "anycompatiblemultirange":
                return range ?? SqlTypes.Unknown;
            case "anyarray" or "anycompatiblearray":
                return element is null ? SqlTypes.Unknown : SqlTypes.Array(element);
        }
        if (!name.StartsWith("any", StringComparison.Ordinal))
            return SqlTypes.Inner(name);
        return element ?? range?.Name switch
        {
            "int4range" or "int4multirange" => SqlTypes.Int4,
            "int8range" or "int8multirange" => SqlTypes.Int8,
            "numrange" or "nummultirange" => SqlTypes.Numeric,
            "daterange" or "datemultirange" => SqlTypes.Base("date"),
            "tsrange" or "tsmultirange" => SqlTypes.Base("timestamp"),
            "tstzrange" or "tstzmultirange" => SqlTypes.Base("timestamptz"),
            _ => SqlTypes.Unknown,
        };
    }
}
