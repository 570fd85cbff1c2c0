namespace Integrations.OpenApi.Model;

/// <summary>What is wrong with a document, or what could not be read of it.</summary>
public enum SpecProblemKind
{
    /// <summary>The text is neither JSON nor YAML, or is truncated.</summary>
    Syntax,

    /// <summary>It is JSON or YAML, but not an OpenAPI document of a known version.</summary>
    NotOpenApi,

    /// <summary>A limit (depth, size, expansion) was exceeded.</summary>
    Limit,

    /// <summary>A reference leads nowhere, or out of the documents at hand.</summary>
    Reference,

    /// <summary>A node has the wrong shape; the part that holds it is left out or read as raw.</summary>
    Shape,

    /// <summary>An operation could not be read at all.</summary>
    Operation,
}

/// <summary>A fact about a document, at its place.</summary>
/// <param name="Kind">The kind of fact.</param>
/// <param name="Pointer">JSON pointer of the node, for the message.</param>
/// <param name="Message">What is wrong and what to do, in one sentence, without the path of the file.</param>
/// <param name="Location">Where.</param>
public sealed record SpecProblem(SpecProblemKind Kind, string Pointer, string Message, SpecLocation Location);
