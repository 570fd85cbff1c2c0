using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Integrations.Generators.Declarations;

/// <summary>Names that follow from a declaration.</summary>
internal static class IntegrationNames
{
    private const string Suffix = "Client";

    /// <summary>The integration's name: <paramref name="stated"/> where it is one, else the class without a final <c>Client</c>.</summary>
    public static string Of(string className, string? stated)
    {
        if (stated is not null && IsName(stated))
            return stated;
        return className.Length > Suffix.Length && className.EndsWith(Suffix, StringComparison.Ordinal)
            ? className.Substring(0, className.Length - Suffix.Length)
            : className;
    }

    /// <summary>Whether a text may be the name of an integration: an identifier, for it becomes a configuration key and part of names.</summary>
    public static bool IsName(string value) => SyntaxFacts.IsValidIdentifier(value);

    /// <summary>Whether a text is a namespace that may be emitted as it is.</summary>
    public static bool IsNamespace(string value)
    {
        foreach (var part in value.Split('.'))
        {
            if (!SyntaxFacts.IsValidIdentifier(part) || SyntaxFacts.GetKeywordKind(part) != SyntaxKind.None)
                return false;
        }
        return true;
    }

    /// <summary>A namespace made of any text (<c>my-app.2</c> becomes <c>my_app._2</c>), as the SDK does for new projects.</summary>
    public static string ToNamespace(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var part in value.Split('.'))
        {
            if (part.Length == 0)
                continue;
            if (text.Length > 0)
                text.Append('.');
            AppendIdentifier(text, part);
        }
        return text.Length == 0 ? "Project" : text.ToString();
    }

    /// <summary>An identifier made of any text: what may not stand in one becomes <c>_</c>.</summary>
    public static string ToIdentifier(string value)
    {
        var text = new StringBuilder(value.Length + 1);
        AppendIdentifier(text, value);
        return text.Length == 0 ? "_" : text.ToString();
    }

    private static void AppendIdentifier(StringBuilder text, string part)
    {
        if (part.Length > 0 && !SyntaxFacts.IsIdentifierStartCharacter(part[0]) && SyntaxFacts.IsIdentifierPartCharacter(part[0])
            || SyntaxFacts.GetKeywordKind(part) != SyntaxKind.None)
        {
            text.Append('_');
        }
        foreach (var c in part)
            text.Append(SyntaxFacts.IsIdentifierPartCharacter(c) ? c : '_');
    }
}
