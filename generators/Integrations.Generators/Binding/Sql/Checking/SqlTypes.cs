using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql.Checking;

/// <summary>The types that occur everywhere, and how types are named.</summary>
internal static class SqlTypes
{
    public static readonly SqlTypeModel Unknown = new(SqlTypeForm.Unknown, "");
    public static readonly SqlTypeModel Literal = new(SqlTypeForm.Literal, "unknown");
    public static readonly SqlTypeModel Bool = Base("bool");
    public static readonly SqlTypeModel Int4 = Base("int4");
    public static readonly SqlTypeModel Int8 = Base("int8");
    public static readonly SqlTypeModel Numeric = Base("numeric");
    public static readonly SqlTypeModel Float8 = Base("float8");
    public static readonly SqlTypeModel Text = Base("text");
    public static readonly SqlTypeModel Bytea = Base("bytea");

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["smallint"] = "int2", ["int2"] = "int2", ["integer"] = "int4", ["int"] = "int4", ["int4"] = "int4", ["bigint"] = "int8", ["int8"] = "int8",
        ["smallserial"] = "int2", ["serial2"] = "int2", ["serial"] = "int4", ["serial4"] = "int4", ["bigserial"] = "int8", ["serial8"] = "int8",
        ["numeric"] = "numeric", ["decimal"] = "numeric", ["dec"] = "numeric", ["real"] = "float4", ["float4"] = "float4", ["float8"] = "float8", ["float"] = "float8", ["double precision"] = "float8", ["money"] = "money",
        ["text"] = "text", ["varchar"] = "varchar", ["character varying"] = "varchar", ["char varying"] = "varchar", ["national character varying"] = "varchar", ["char"] = "bpchar", ["character"] = "bpchar", ["nchar"] = "bpchar",
        ["national character"] = "bpchar", ["bpchar"] = "bpchar", ["name"] = "name", ["boolean"] = "bool", ["bool"] = "bool", ["uuid"] = "uuid", ["bytea"] = "bytea", ["json"] = "json", ["jsonb"] = "jsonb", ["jsonpath"] = "jsonpath", ["xml"] = "xml",
        ["date"] = "date", ["time"] = "time", ["time without time zone"] = "time", ["timetz"] = "timetz", ["time with time zone"] = "timetz", ["timestamp"] = "timestamp", ["timestamp without time zone"] = "timestamp",
        ["timestamptz"] = "timestamptz", ["timestamp with time zone"] = "timestamptz", ["interval"] = "interval", ["inet"] = "inet", ["cidr"] = "cidr", ["bit"] = "bit", ["varbit"] = "varbit", ["bit varying"] = "varbit",
        ["tsvector"] = "tsvector", ["tsquery"] = "tsquery", ["oid"] = "oid", ["void"] = "void", ["regclass"] = "regclass", ["regconfig"] = "regconfig",
    };

    private static readonly HashSet<string> Ranges = new(StringComparer.Ordinal)
    {
        "int4range", "int8range", "numrange", "tsrange", "tstzrange", "daterange", "int4multirange", "int8multirange", "nummultirange", "tsmultirange", "tstzmultirange", "datemultirange",
    };

    public static SqlTypeModel Base(string name) => new(SqlTypeForm.Base, name);

    public static SqlTypeModel Array(SqlTypeModel element) => element.Form == SqlTypeForm.Unknown ? Unknown : new(SqlTypeForm.Array, "_" + element.Name, element);

    /// <summary>A type of the engine by its name as it is written or as the engine has it inside; null where it is none.</summary>
    public static SqlTypeModel? Find(string name)
    {
        if (Names.TryGetValue(name, out var known))
            return Base(known);
        return Ranges.Contains(name) ? new SqlTypeModel(SqlTypeForm.Range, name) : null;
    }

    /// <summary>A type by the engine's inner name, as tables of functions have it: <c>_int4</c> is an array.</summary>
    public static SqlTypeModel Inner(string name) => name.Length > 1 && name[0] == '_' ? Array(Inner(name.Substring(1))) : Find(name) ?? new SqlTypeModel(SqlTypeForm.Other, name);

    /// <summary>SQLite's affinity of a declared type (documentation: "Datatypes in SQLite", 3.1); of types that only state what is meant (<c>datetime</c>) nothing is known.</summary>
    public static SqlTypeModel Affinity(string declared)
    {
        var type = declared.IndexOf("int", StringComparison.Ordinal) >= 0 ? Int8
            : Has(declared, "char", "clob", "text") ? Text
            : declared.IndexOf("blob", StringComparison.Ordinal) >= 0 ? Bytea
            : Has(declared, "real", "floa", "doub") ? Float8
            : Has(declared, "numeric", "decimal") ? Numeric
            : declared.StartsWith("bool", StringComparison.Ordinal) ? Bool
            : Unknown;
        return type with { Declared = declared };
    }

    /// <summary>The name that a message gives to a type.</summary>
    public static string Show(SqlTypeModel type) => type.Form switch
    {
        SqlTypeForm.Unknown when type.Declared.Length == 0 => "unknown",
        SqlTypeForm.Array => Show(type.Element!) + "[]",
        _ when type.Declared.Length > 0 => type.Declared,
        _ => type.Name switch
        {
            "int2" => "smallint", "int4" => "integer", "int8" => "bigint", "float4" => "real", "float8" => "double precision", "bool" => "boolean", "bpchar" => "char", _ => type.Name,
        },
    };

    private static bool Has(string text, params string[] parts)
    {
        foreach (var part in parts)
        {
            if (text.IndexOf(part, StringComparison.Ordinal) >= 0)
                return true;
        }
        return false;
    }
}
