using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Declarations;

/// <summary>
/// The attributes of a class in an order that does not depend on the order of the compiler's files: by file, then by place in it.
/// </summary>
internal static class AttributeOrder
{
    /// <summary>The attributes of all parts.</summary>
    public static AttributeData[] Of(INamedTypeSymbol type)
    {
        var attributes = type.GetAttributes();
        var result = new AttributeData[attributes.Length];
        attributes.CopyTo(result);
        if (type.DeclaringSyntaxReferences.Length > 1)
            Array.Sort(result, static (left, right) => Compare(left.ApplicationSyntaxReference, right.ApplicationSyntaxReference));
        return result;
    }

    private static int Compare(SyntaxReference? left, SyntaxReference? right)
    {
        if (left is null || right is null)
            return (left is null ? 0 : 1) - (right is null ? 0 : 1);
        var byFile = string.CompareOrdinal(left.SyntaxTree.FilePath, right.SyntaxTree.FilePath);
        return byFile != 0 ? byFile : left.Span.Start.CompareTo(right.Span.Start);
    }
}
