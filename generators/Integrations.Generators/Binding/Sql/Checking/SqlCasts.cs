using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql.Checking;

/// <summary>What PostgreSQL makes of what, as its own catalog has it (pg_cast). Whatever is not known fits.</summary>
internal static class SqlCasts
{
    private static readonly Dictionary<string, string> Implicit = new(StringComparer.Ordinal)
    {
        ["int2"] = " int4 int8 numeric float4 float8 oid regclass ", ["int4"] = " int8 numeric float4 float8 oid regclass ", ["int8"] = " numeric float4 float8 oid regclass ", ["numeric"] = " float4 float8 ", ["float4"] = " float8 ",
        ["date"] = " timestamp timestamptz ", ["timestamp"] = " timestamptz ", ["time"] = " interval timetz ", ["text"] = " name bpchar varchar regclass ", ["varchar"] = " name text bpchar regclass ", ["bpchar"] = " name text varchar ",
        ["name"] = " text ", ["cidr"] = " inet ", ["bit"] = " varbit ", ["varbit"] = " bit ", ["oid"] = " regclass ", ["regclass"] = " oid ",
    };

    private static readonly Dictionary<string, string> Assigned = new(StringComparer.Ordinal)
    {
        ["int4"] = " int2 money ", ["int8"] = " int2 int4 money ", ["numeric"] = " int2 int4 int8 float4 money ", ["float4"] = " int2 int4 int8 numeric ", ["float8"] = " int2 int4 int8 float4 numeric ", ["money"] = " numeric ", ["inet"] = " cidr ",
        ["interval"] = " time ", ["json"] = " jsonb ", ["jsonb"] = " json ", ["oid"] = " int4 int8 ", ["timestamp"] = " date time ", ["timestamptz"] = " date time timestamp timetz ", ["timetz"] = " time ", ["regclass"] = " int4 int8 ",
    };

    /// <summary>Whether nothing is known of a type, so that it fits everything.</summary>
    public static bool IsWild(SqlTypeModel type) => type.Form is SqlTypeForm.Unknown or SqlTypeForm.Other;

    public static bool IsString(SqlTypeModel type) => type is { Form: SqlTypeForm.Base, Name: "text" or "varchar" or "bpchar" or "name" };

    public static bool IsNumber(SqlTypeModel type) => Class(type) == "number";

    /// <summary>Whether a value becomes one of another type by itself.</summary>
    public static bool IsImplicit(SqlTypeModel from, SqlTypeModel to)
    {
        if (IsWild(from) || IsWild(to) || from.Form == SqlTypeForm.Literal || to.Form == SqlTypeForm.Literal || Same(from, to))
            return true;
        if (from.Form == SqlTypeForm.Array && to.Form == SqlTypeForm.Array)
            return IsImplicit(from.Element!, to.Element!);
        return from.Form == SqlTypeForm.Base && to.Form == SqlTypeForm.Base && Implicit.TryGetValue(from.Name, out var targets) && targets.Contains(" " + to.Name + " ");
    }

    /// <summary>Whether a value can be assigned to a column.</summary>
    public static bool IsAssignable(SqlTypeModel from, SqlTypeModel to)
    {
        if (IsImplicit(from, to) || IsString(to))
            return true;
        if (from.Form == SqlTypeForm.Array && to.Form == SqlTypeForm.Array)
            return IsAssignable(from.Element!, to.Element!);
        return from.Form == SqlTypeForm.Base && to.Form == SqlTypeForm.Base && Assigned.TryGetValue(from.Name, out var targets) && targets.Contains(" " + to.Name + " ");
    }

    /// <summary>Whether <c>cast</c> can make one of the other; said to be so where it is not certain.</summary>
    public static bool IsCastable(SqlTypeModel from, SqlTypeModel to)
    {
        if (from.Form == SqlTypeForm.Base && to.Form == SqlTypeForm.Array && !IsString(from) && Class(from) is "number" or "bool" or "moment" or "uuid" or "interval" or "time")
            return false;
        if (IsAssignable(from, to) || IsAssignable(to, from) || IsString(from) || IsString(to) || from.Form != SqlTypeForm.Base || to.Form != SqlTypeForm.Base)
            return true;
        var (a, b) = (Class(from), Class(to));
        if (a == b || from.Name is "json" or "jsonb" || a == "bits" || b == "bits")
            return true;
        return (from.Name, to.Name) is ("bool", "int4") or ("int4", "bool") || !(Certain(a) && Certain(b));

        static bool Certain(string name) => name is "number" or "bool" or "uuid" or "moment" or "bytea" or "json" or "jsonb";
    }

    /// <summary>Whether two values can be compared, or stand in one column of a union.</summary>
    public static bool IsComparable(SqlTypeModel left, SqlTypeModel right)
    {
        if (IsWild(left) || IsWild(right) || left.Form == SqlTypeForm.Literal || right.Form == SqlTypeForm.Literal)
            return true;
        if (left.Form == SqlTypeForm.Array && right.Form == SqlTypeForm.Array)
            return IsComparable(left.Element!, right.Element!);
        return Class(left) == Class(right) || IsImplicit(left, right) || IsImplicit(right, left);
    }

    /// <summary>The one type that values of several are brought to; null where there is none.</summary>
    public static SqlTypeModel? Common(SqlTypeModel left, SqlTypeModel right)
    {
        if (IsWild(left) || IsWild(right))
            return SqlTypes.Unknown;
        if (left.Form == SqlTypeForm.Literal)
            return right;
        if (right.Form == SqlTypeForm.Literal || Same(left, right))
            return left;
        if (IsString(left) && IsString(right))
            return SqlTypes.Text;
        return IsImplicit(left, right) ? right : IsImplicit(right, left) ? left : null;
    }

    public static bool Same(SqlTypeModel left, SqlTypeModel right) => left.Form == right.Form && left.Name == right.Name;

    /// <summary>The types among which comparisons are free.</summary>
    public static string Class(SqlTypeModel type) => type.Form switch
    {
        SqlTypeForm.Base => type.Name switch
        {
            "int2" or "int4" or "int8" or "numeric" or "float4" or "float8" or "oid" or "regclass" => "number",
            "text" or "varchar" or "bpchar" or "name" => "text",
            "date" or "timestamp" or "timestamptz" => "moment",
            "time" or "timetz" => "time",
            "inet" or "cidr" => "inet",
            "bit" or "varbit" => "bits",
            _ => type.Name,
        },
        SqlTypeForm.Array => "array",
        SqlTypeForm.Composite => "row",
        _ => type.Form + ":" + type.Name,
    };
}
