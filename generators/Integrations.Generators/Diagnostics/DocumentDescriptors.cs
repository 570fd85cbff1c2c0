using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Diagnostics;

/// <summary>The facts about documents, reported at the document's own line and column (INT2xxx). Mistakes in C# are the analyzers'.</summary>
internal static class DocumentDescriptors
{
    /// <summary>Where the ids are explained; the fragment is the id in lower case.</summary>
    public const string Help = "https://github.com/integrations-dotnet/integrations/blob/main/docs/diagnostics.md#";

    private const string Category = "Integrations.Documents";

    /// <summary>{0}: what is wrong.</summary>
    public static readonly DiagnosticDescriptor Syntax = new(
        "INT2001", "The document cannot be read", "The document is neither valid JSON nor valid YAML: {0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: Help + "int2001");

    /// <summary>{0}: why not.</summary>
    public static readonly DiagnosticDescriptor NotOpenApi = new(
        "INT2002", "The document is no OpenAPI document", "This cannot be used as an OpenAPI document (2.0, 3.0, 3.1 or 3.2): {0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: Help + "int2002");

    /// <summary>{0}: which limit, and what is done.</summary>
    public static readonly DiagnosticDescriptor Limit = new(
        "INT2003", "The document exceeds a limit", "A limit is exceeded: {0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: Help + "int2003");

    /// <summary>{0}: which reference.</summary>
    public static readonly DiagnosticDescriptor Reference = new(
        "INT2004", "A reference leads nowhere", "A reference cannot be resolved: {0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: Help + "int2004");

    /// <summary>{0}: what is wrong with it.</summary>
    public static readonly DiagnosticDescriptor Shape = new(
        "INT2005", "A node of the document has the wrong shape", "A part of the document is left out or read as raw: {0}", Category, DiagnosticSeverity.Info, true, helpLinkUri: Help + "int2005");

    /// <summary>{0}: the operation and why.</summary>
    public static readonly DiagnosticDescriptor OperationLeft = new(
        "INT2006", "An operation is not emitted", "An operation is not emitted: {0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: Help + "int2006");

    /// <summary>{0}: what, and why.</summary>
    public static readonly DiagnosticDescriptor Raw = new(
        "INT2007", "A part of the document is only typed as raw", "Emitted, but only typed as raw: {0}", Category, DiagnosticSeverity.Info, true, helpLinkUri: Help + "int2007");

    /// <summary>{0}: which name, and what it clashes with.</summary>
    public static readonly DiagnosticDescriptor Clash = new(
        "INT2008", "A name of the document clashes", "A name clashes: {0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: Help + "int2008");

    /// <summary>{0}: the operation and why.</summary>
    public static readonly DiagnosticDescriptor Pagination = new(
        "INT2009", "An operation cannot be paginated as declared", "[Pagination] is left out: {0}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: Help + "int2009");

    /// <summary>{0}: the operation, the link, and why.</summary>
    public static readonly DiagnosticDescriptor Link = new(
        "INT2010", "A link has no method", "No method follows a link: {0}", Category, DiagnosticSeverity.Info, true, helpLinkUri: Help + "int2010");

    /// <summary>{0}: the exception's type and message.</summary>
    public static readonly DiagnosticDescriptor Internal = new(
        "INT2099", "The generator failed", "The generator failed on this document; please report it with the document: {0}", Category, DiagnosticSeverity.Error, true, helpLinkUri: Help + "int2099");

    /// <summary>Every descriptor.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
        [Syntax, NotOpenApi, Limit, Reference, Shape, OperationLeft, Raw, Clash, Pagination, Link, Internal];

    /// <summary>The descriptor of an id; <see cref="Internal"/> for an unknown one.</summary>
    public static DiagnosticDescriptor Of(string id)
    {
        foreach (var descriptor in All)
        {
            if (descriptor.Id == id)
                return descriptor;
        }
        return Internal;
    }
}
