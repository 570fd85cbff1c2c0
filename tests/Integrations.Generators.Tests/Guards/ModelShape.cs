using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Tests.Guards;

/// <summary>What may stand in a model: values that are compared by value and hold nothing of the compiler's.</summary>
internal static class ModelShape
{
    private static readonly Type[] Plain =
        [typeof(string), typeof(bool), typeof(int), typeof(long), typeof(double), typeof(char), typeof(byte)];

    /// <summary>Every field of a type that may not be in a model, recursively through generics and base classes.</summary>
    public static List<string> Faults(Type type)
    {
        var faults = new List<string>();
        Walk(type, type.Name, faults, []);
        return faults;
    }

    /// <summary>Every value within another that is the compiler's or is not compared by value.</summary>
    public static List<string> FaultsOfValue(object? value)
    {
        var faults = new List<string>();
        WalkValue(value, "", faults, new HashSet<object>(ReferenceEqualityComparer.Instance));
        return faults;
    }

    private static void Walk(Type type, string path, List<string> faults, HashSet<Type> seen)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            type = underlying;
        if (Plain.Contains(type) || type.IsEnum || !seen.Add(type))
            return;
        if (!IsModel(type))
        {
            faults.Add($"{path}: {type}");
            return;
        }
        foreach (var argument in type.GetGenericArguments())
            Walk(argument, path + "<>", faults, seen);
        for (var current = type; current is not null && current != typeof(object) && current != typeof(ValueType); current = current.BaseType)
        {
            foreach (var field in current.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                // The one array that is allowed: the one within EquatableArray, which compares its elements.
                if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Models.EquatableArray<>) && field.FieldType.IsArray)
                    Walk(field.FieldType.GetElementType()!, path + "[]", faults, seen);
                else
                    Walk(field.FieldType, path + "." + field.Name, faults, seen);
            }
        }
    }

    private static bool IsModel(Type type) =>
        type.Namespace == typeof(Models.DocumentModel).Namespace
        && (type.IsValueType || type.GetMethod("<Clone>$") is not null);

    private static void WalkValue(object? value, string path, List<string> faults, HashSet<object> seen)
    {
        if (value is null || value is string || value.GetType().IsPrimitive || value.GetType().IsEnum)
            return;
        if (value is ISymbol or SyntaxNode or SyntaxTree or Location or Compilation or SemanticModel or AttributeData or Microsoft.CodeAnalysis.Text.SourceText or AdditionalText or MetadataReference
            || value.GetType() is { IsGenericType: true } type && type.FullName!.StartsWith("System.Collections", StringComparison.Ordinal))
        {
            faults.Add($"{path}: {value.GetType()}");
            return;
        }
        if (!value.GetType().IsValueType && !seen.Add(value))
            return;
        if (value is IEnumerable items)
        {
            foreach (var item in items)
                WalkValue(item, path + "[]", faults, seen);
            return;
        }
        for (var current = value.GetType(); current is not null && current != typeof(object); current = current.BaseType)
        {
            foreach (var field in current.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                WalkValue(field.GetValue(value), path + "." + field.Name, faults, seen);
        }
    }
}
