using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql.Checking;

/// <summary>Calls of functions.</summary>
internal sealed partial class SqlChecker
{
    /// <summary>Functions that may give NULL for values that are none.</summary>
    private static readonly HashSet<string> Nullable = new(StringComparer.Ordinal)
    {
        "array_length", "array_lower", "array_upper", "array_ndims", "array_dims", "array_position", "regexp_match", "regexp_substr", "current_setting", "json_extract_path", "json_extract_path_text", "jsonb_extract_path",
        "jsonb_extract_path_text", "jsonb_path_query_first", "jsonb_path_match", "to_regclass", "lag", "lead", "nth_value", "lower", "upper", "obj_description", "col_description", "pg_get_serial_sequence", "lastval", "substring",
    };

    /// <summary>Functions that never give NULL, though they take it.</summary>
    private static readonly HashSet<string> NeverNull = new(StringComparer.Ordinal)
    {
        "count", "row_number", "rank", "dense_rank", "percent_rank", "cume_dist", "ntile", "concat", "json_build_object", "json_build_array", "jsonb_build_object", "jsonb_build_array", "num_nulls", "num_nonnulls", "quote_nullable",
        "now", "clock_timestamp", "statement_timestamp", "transaction_timestamp", "random", "gen_random_uuid", "uuidv4", "uuidv7", "uuid_generate_v4", "uuid_generate_v1", "pi", "current_database", "version", "nextval", "current_user", "session_user",
        "current_date", "current_time", "current_timestamp", "localtime", "localtimestamp", "regr_count", "total", "json_group_array", "json_group_object", "json_object", "json_array", "quote", "typeof", "hex", "changes",
        "last_insert_rowid", "total_changes", "randomblob", "generate_series", "txid_current", "pg_backend_pid", "timeofday", "pg_typeof", "sqlite_version", "char", "jsonb_array_elements", "json_array_elements", "json_object_keys", "jsonb_object_keys",
    };

    private SqlValue Call(SqlCallExpr call, SqlScope scope)
    {
        var arguments = call.Arguments.ConvertAll(a => Expr(a, scope));
        call.OrderBy.ForEach(o => arguments.AddRange(Ordered(o, call, scope)));
        if (call.Filter is not null)
            Truth(call.Filter, scope, "FILTER");
        if (call.Over is not null)
            Window(call.Over, scope);
        if (Special(call, arguments) is { } special)
            return special;
        if (_schema.FindFunction(call.Name) is { } own)
            return new SqlValue(own.Result, SqlNullness.Unknown);
        if (SqlSignatures.Function(call.Name, IsSqlite) is not { } function)
        {
            Report(SqlDescriptors.NotUnderstood.Id, call.At, $"the function '{call.Name}' is not known, nor is what it gives; declare it in the schema, or cast its result");
            return SqlValue.Unknown;
        }
        if (call.IsStar && call.Name != "count")
        {
            Report(SqlDescriptors.Counts.Id, call.At, $"'{call.Name}' does not take '*': {Forms(function)}");
            return SqlValue.Unknown;
        }
        if (call.IsOpaque)
            return SqlValue.Unknown;
        if (call.HasNamed)
        {
            var all = function.Overloads;
            return new SqlValue(all.TrueForAll(o => o.Result == all[0].Result) && !all[0].Result.StartsWith("any", StringComparison.Ordinal) ? SqlTypes.Inner(all[0].Result) : SqlTypes.Unknown, SqlNullness.Unknown);
        }
        var types = arguments.ConvertAll(static a => a.Type);
        if (IsSqlite)
            types = types.ConvertAll(static t => t.Form == SqlTypeForm.Base ? t : SqlTypes.Unknown);
        switch (SqlOverloads.Choose(function.Overloads, types, out var result, out var chosen))
        {
            case SqlFit.Count:
                Report(SqlDescriptors.Counts.Id, call.At, $"'{call.Name}' does not take {arguments.Count} argument{(arguments.Count == 1 ? "" : "s")}: {Forms(function)}");
                return SqlValue.Unknown;
            case SqlFit.Types:
                Mismatch(ArgumentPlace(call, function, types), $"'{call.Name}' does not take ({string.Join(", ", types.Select(SqlTypes.Show))}): {Forms(function)}");
                return SqlValue.Unknown;
        }
        if (IsSqlite && function.Kind != 'a' && chosen!.Result == "any")
            result = SqlTypes.Unknown;
        if (IsSqlite && call.Name == "sum" && result.Form == SqlTypeForm.Base)
            result = result.Name switch { "int8" or "int4" or "bool" => SqlTypes.Int8, "float8" => SqlTypes.Float8, _ => SqlTypes.Unknown };
        return new SqlValue(result, NullnessOf(call, function, chosen!, arguments, scope));
    }

    private IEnumerable<SqlValue> Ordered(SqlExpr item, SqlCallExpr call, SqlScope scope)
    {
        var value = Expr(item, scope);
        return call.IsWithinGroup && SqlSignatures.Function(call.Name, IsSqlite) is { Kind: 'a' } && call.Name is "percentile_cont" or "percentile_disc" or "mode" ? [value] : [];
    }

    private static SqlNullness NullnessOf(SqlCallExpr call, SqlFunction function, SqlSignature chosen, List<SqlValue> arguments, SqlScope scope)
    {
        if (NeverNull.Contains(call.Name))
            return SqlNullness.NotNull;
        var nulls = SqlNullness.NotNull;
        foreach (var argument in arguments)
            nulls = Either(nulls, argument.Null);
        switch (function.Kind)
        {
            case 'a' when call.Over is null && !(arguments.Count > 1 && call.Name is "max" or "min"):
                scope.HasAggregate = true;
                // Over no rows an aggregate is NULL; of a group there is at least one.
                return !scope.IsGrouped || call.Filter is not null ? SqlNullness.MayBeNull : call.Name is "array_agg" or "json_agg" or "jsonb_agg" or "json_object_agg" or "jsonb_object_agg" ? SqlNullness.NotNull
                    : call.Name.StartsWith("stddev", StringComparison.Ordinal) || call.Name.StartsWith("var", StringComparison.Ordinal) || call.Name.StartsWith("corr", StringComparison.Ordinal) || call.Name.StartsWith("covar", StringComparison.Ordinal) ? SqlNullness.MayBeNull : nulls;
            case 'a':
                return call.Over is { HasFrame: true } || call.Filter is not null ? SqlNullness.Unknown : nulls;
            case 'w':
                return call.Name is "lag" or "lead" ? arguments.Count == 3 ? Either(arguments[0].Null, arguments[2].Null) : SqlNullness.MayBeNull : call.Name == "nth_value" ? SqlNullness.MayBeNull : call.Over is { HasFrame: true } ? SqlNullness.Unknown : nulls;
            case 'x':
                return SqlNullness.Unknown;
            case 'n' when call.Name is "concat_ws":
                return arguments.Count > 0 ? arguments[0].Null : SqlNullness.Unknown;
            case 'n' when call.Name is "format":
                return arguments.Count > 0 ? arguments[0].Null : SqlNullness.Unknown;
            case 'n':
                return SqlNullness.Unknown;
        }
        if (chosen.IsSet || chosen.Arguments.Any(static a => a is "anyrange" or "anymultirange"))
            return SqlNullness.Unknown;
        // substring with a pattern finds nothing as NULL, and lower of a range without a bound; of texts neither is.
        if (Nullable.Contains(call.Name) && !(call.Name is "lower" or "upper") && !(call.Name == "substring" && chosen.Arguments.Length > 1 && chosen.Argument(1) == "int4"))
            return SqlNullness.MayBeNull;
        return nulls;
    }

    /// <summary>An argument of the method that no overload takes; else the function.</summary>
    private static SqlToken ArgumentPlace(SqlCallExpr call, SqlFunction function, List<SqlTypeModel> types)
    {
        var overloads = function.Overloads.FindAll(o => o.Takes(types.Count));
        for (var i = 0; i < call.Arguments.Count && i < types.Count; i++)
        {
            var index = i;
            if (call.Arguments[i] is SqlParameterExpr && overloads.TrueForAll(o => !SqlCasts.IsWild(SqlTypes.Inner(o.Argument(index))) && !SqlCasts.IsImplicit(types[index], SqlTypes.Inner(o.Argument(index)))))
                return call.Arguments[i].At;
        }
        return call.At;
    }

    private static string Forms(SqlFunction function)
    {
        var forms = function.Overloads.Take(4).Select(o => $"{function.Name}({string.Join(", ", o.Arguments.Select(static a => a.Replace("...", "any number of ")))})");
        return "there " + (function.Overloads.Count == 1 ? "is " : "are ") + string.Join(", ", forms) + (function.Overloads.Count > 4 ? ", ..." : "");
    }

    /// <summary>What is no function but looks like one.</summary>
    private SqlValue? Special(SqlCallExpr call, List<SqlValue> arguments)
    {
        var isKeyword = call.IsSpecial && call.Arguments.Count == 0;
        switch (call.Name)
        {
            case "coalesce" or "ifnull":
                return Coalesce(call, arguments);
            case "greatest" or "least" when !IsSqlite:
                return Coalesce(call, arguments);
            case "nullif" when arguments.Count == 2:
                Compare(arguments[0], arguments[1], call.Arguments[0], call.Arguments[1], call.At);
                return new SqlValue(arguments[0].Type.Form == SqlTypeForm.Literal ? arguments[1].Type.Form == SqlTypeForm.Literal ? SqlTypes.Text : arguments[1].Type : arguments[0].Type, SqlNullness.MayBeNull);
            case "iif" or "if" when IsSqlite && arguments.Count == 3:
                return new SqlValue(Unite(arguments[1], arguments[2], call.Arguments[2].At, ""), Either(arguments[1].Null, arguments[2].Null));
            case "unnest" when arguments.Count > 1 && arguments.TrueForAll(static a => a.Type.Form == SqlTypeForm.Array || SqlCasts.IsWild(a.Type) || a.Type.Form == SqlTypeForm.Literal):
                return SqlValue.Unknown;
            case "grouping":
                return new SqlValue(SqlTypes.Int4, SqlNullness.NotNull);
            case "current_date" when isKeyword:
                return new SqlValue(IsSqlite ? SqlTypes.Text : SqlTypes.Base("date"), SqlNullness.NotNull);
            case "current_timestamp" when isKeyword:
                return new SqlValue(IsSqlite ? SqlTypes.Text : SqlTypes.Base("timestamptz"), SqlNullness.NotNull);
            case "current_time" when isKeyword:
                return new SqlValue(IsSqlite ? SqlTypes.Text : SqlTypes.Base("timetz"), SqlNullness.NotNull);
            case "localtimestamp" when isKeyword:
                return new SqlValue(SqlTypes.Base("timestamp"), SqlNullness.NotNull);
            case "localtime" when isKeyword:
                return new SqlValue(SqlTypes.Base("time"), SqlNullness.NotNull);
            case "current_user" or "session_user" or "user" or "current_role" or "current_catalog" or "current_schema" when isKeyword:
                return new SqlValue(SqlTypes.Base("name"), SqlNullness.NotNull);
            case "overlaps":
                return new SqlValue(SqlTypes.Bool, SqlNullness.Unknown);
            case "timezone" when call.IsSpecial && arguments.Count == 2:
                return AtTimeZone(call, arguments);
            default:
                return null;
        }
    }

    private SqlValue AtTimeZone(SqlCallExpr call, List<SqlValue> arguments)
    {
        var (zone, value) = (arguments[0], arguments[1]);
        var nulls = Either(zone.Null, value.Null);
        var type = value.Type.Name switch
        {
            "timestamptz" => SqlTypes.Base("timestamp"),
            "timestamp" when value.Parameter is null => SqlTypes.Base("timestamptz"),
            "date" => SqlTypes.Base("timestamp"),
            "timetz" or "time" => SqlTypes.Base("timetz"),
            _ => SqlTypes.Unknown,
        };
        if (type.Form == SqlTypeForm.Unknown && value.Type is { Form: SqlTypeForm.Base, Name: not "timestamp" })
            Mismatch(call.Arguments[1].At, $"AT TIME ZONE needs a timestamp, and this is {SqlTypes.Show(value.Type)}");
        return new SqlValue(type, nulls);
    }

    private SqlValue Coalesce(SqlCallExpr call, List<SqlValue> arguments)
    {
        if (arguments.Count == 0)
        {
            Report(SqlDescriptors.Counts.Id, call.At, $"'{call.Name}' needs an argument");
            return SqlValue.Unknown;
        }
        var type = arguments[0];
        for (var i = 1; i < arguments.Count; i++)
            type = new SqlValue(Unite(type, arguments[i], call.Arguments[i].Begin, "the first argument"), SqlNullness.Unknown);
        var nulls = arguments.Exists(static a => a.Null == SqlNullness.NotNull) ? SqlNullness.NotNull : arguments.TrueForAll(static a => a.Null == SqlNullness.MayBeNull) ? SqlNullness.MayBeNull : SqlNullness.Unknown;
        return new SqlValue(type.Type, nulls);
    }

    private void Window(SqlWindow window, SqlScope scope)
    {
        if (window.Name is { } name && !scope.Windows.Exists(w => w.Name == name))
            Report(SqlDescriptors.NoColumn.Id, window.At, $"there is no window '{name}'{SqlNear.Hint(name, scope.Windows.Select(static w => w.Name))}");
        window.Partition.ForEach(p => Expr(p, scope));
        window.OrderBy.ForEach(o => Expr(o, scope));
    }
}
