using System.Globalization;
using System.Text;
using Integrations.Generators.Emission;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Declarations;

/// <summary>Writes an attribute as the C# expression that makes it again, so that the runtime needs no reflection.</summary>
internal static class AttributeExpression
{
    /// <summary><c>new global::Integrations.RetryAttribute { MaxAttempts = 3 }</c>; null where an argument is in error (the compiler says so).</summary>
    public static string? Write(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { TypeKind: not TypeKind.Error } type || attribute.AttributeConstructor is null)
            return null;
        var text = new StringBuilder("new ").Append(Name(type));
        var arguments = attribute.ConstructorArguments;
        if (arguments.Length > 0 || attribute.NamedArguments.Length == 0)
        {
            text.Append('(');
            for (var i = 0; i < arguments.Length; i++)
            {
                if (i > 0)
                    text.Append(", ");
                if (!Append(text, arguments[i]))
                    return null;
            }
            text.Append(')');
        }
        for (var i = 0; i < attribute.NamedArguments.Length; i++)
        {
            var argument = attribute.NamedArguments[i];
            text.Append(i == 0 ? " { " : ", ").Append('@', IsKeyword(argument.Key) ? 1 : 0).Append(argument.Key).Append(" = ");
            if (!Append(text, argument.Value))
                return null;
        }
        return text.Append(attribute.NamedArguments.Length > 0 ? " }" : "").ToString();
    }

    /// <summary>A constant as C#; null where it is in error.</summary>
    public static string? Constant(TypedConstant constant)
    {
        var text = new StringBuilder();
        return Append(text, constant) ? text.ToString() : null;
    }

    /// <summary>A constant of a type that has literals as C#; null where it has none.</summary>
    public static string? Primitive(object value)
    {
        var text = new StringBuilder();
        return AppendPrimitive(text, value) ? text.ToString() : null;
    }

    private static bool Append(StringBuilder text, TypedConstant constant)
    {
        if (constant.Kind == TypedConstantKind.Error || constant.Type is null)
            return false;
        if (constant.IsNull)
        {
            text.Append("null");
            return true;
        }
        switch (constant.Kind)
        {
            case TypedConstantKind.Type:
                text.Append("typeof(").Append(Name((ITypeSymbol)constant.Value!)).Append(')');
                return true;
            case TypedConstantKind.Enum:
                AppendEnum(text, (INamedTypeSymbol)constant.Type, constant.Value!);
                return true;
            case TypedConstantKind.Array:
                return AppendArray(text, constant);
            default:
                return AppendPrimitive(text, constant.Value!);
        }
    }

    private static bool AppendArray(StringBuilder text, TypedConstant constant)
    {
        text.Append("new ").Append(Name(constant.Type!)).Append(constant.Values.Length == 0 ? " { }" : " { ");
        for (var i = 0; i < constant.Values.Length; i++)
        {
            if (i > 0)
                text.Append(", ");
            if (!Append(text, constant.Values[i]))
                return false;
        }
        text.Append(constant.Values.Length == 0 ? "" : " }");
        return true;
    }

    private static void AppendEnum(StringBuilder text, INamedTypeSymbol type, object value)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true } field && Equals(field.ConstantValue, value))
            {
                text.Append(Name(type)).Append('.').Append('@', IsKeyword(field.Name) ? 1 : 0).Append(field.Name);
                return;
            }
        }
        text.Append('(').Append(Name(type)).Append(")(").Append(Convert.ToString(value, CultureInfo.InvariantCulture)).Append(')');
    }

    private static bool AppendPrimitive(StringBuilder text, object value)
    {
        switch (value)
        {
            case string s: text.Append(CSharpText.Literal(s)); return true;
            case bool b: text.Append(b ? "true" : "false"); return true;
            case char c: text.Append("'\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)).Append('\''); return true;
            case float f: text.Append(Real(f, f.ToString("R", CultureInfo.InvariantCulture), "float", "F")); return true;
            case double d: text.Append(Real(d, d.ToString("R", CultureInfo.InvariantCulture), "double", "D")); return true;
            case long l: text.Append(l == long.MinValue ? "long.MinValue" : l.ToString(CultureInfo.InvariantCulture) + "L"); return true;
            case ulong u: text.Append(u.ToString(CultureInfo.InvariantCulture)).Append("UL"); return true;
            case uint u: text.Append(u.ToString(CultureInfo.InvariantCulture)).Append('U'); return true;
            case int i: text.Append(i == int.MinValue ? "int.MinValue" : i.ToString(CultureInfo.InvariantCulture)); return true;
            case byte or sbyte or short or ushort:
                text.Append('(').Append(Keyword(value)).Append(")(").Append(Convert.ToString(value, CultureInfo.InvariantCulture)).Append(')');
                return true;
            default: return false;
        }
    }

    private static string Real(double value, string digits, string type, string suffix)
    {
        if (double.IsNaN(value))
            return type + ".NaN";
        if (double.IsInfinity(value))
            return type + (value > 0 ? ".PositiveInfinity" : ".NegativeInfinity");
        var isPlainDouble = suffix == "D" && (digits.IndexOf('.') >= 0 || digits.IndexOf('E') >= 0);
        return isPlainDouble ? digits : digits + suffix;
    }

    private static string Keyword(object value) => value switch
    {
        byte => "byte",
        sbyte => "sbyte",
        short => "short",
        _ => "ushort",
    };

    private static bool IsKeyword(string name) =>
        Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetKeywordKind(name) != Microsoft.CodeAnalysis.CSharp.SyntaxKind.None;

    private static string Name(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
