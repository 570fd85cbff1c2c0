using Microsoft.CodeAnalysis;

namespace Integrations.Generators.Diagnostics;

/// <summary>
/// Mistakes in declarations that stop or change what is emitted (INT1xxx). The generator reports them, not an analyzer: what is not emitted
/// is missed by the code that uses it, and the compiler drops all that analyzers say while signatures do not bind.
/// </summary>
internal static class DeclarationDescriptors
{
    private const string Category = "Integrations.Declarations";

    /// <summary>{0}: class.</summary>
    public static readonly DiagnosticDescriptor NotPartial = new(
        "INT1001", "The class of an integration is not partial", "'{0}' gets an emitted part, so it must be partial: write 'partial class {0}'", Category, DiagnosticSeverity.Error, true, helpLinkUri: DocumentDescriptors.Help + "int1001");

    /// <summary>{0}: document, {1}: suggestion or empty.</summary>
    public static readonly DiagnosticDescriptor NotInProject = new(
        "INT1002", "The document is not part of the project", "'{0}' is not among the project's AdditionalFiles{1}; put it under specs/, or add <AdditionalFiles Include=\"{0}\" /> to the project", Category, DiagnosticSeverity.Error, true, helpLinkUri: DocumentDescriptors.Help + "int1002");

    /// <summary>{0}: document, {1}: the candidates.</summary>
    public static readonly DiagnosticDescriptor Ambiguous = new(
        "INT1003", "The document is ambiguous", "'{0}' means more than one file ({1}); give one of them another Link", Category, DiagnosticSeverity.Error, true, helpLinkUri: DocumentDescriptors.Help + "int1003");

    /// <summary>{0}: pattern, {1}: document, {2}: suggestion or empty.</summary>
    public static readonly DiagnosticDescriptor Unmatched = new(
        "INT1004", "A pattern matches no operation", "'{0}' matches no operation of '{1}'{2}; a pattern is \"METHOD /path\", \"/path\", an operationId or \"tag:name\", where * matches anything and a leading ! excludes", Category, DiagnosticSeverity.Error, true, helpLinkUri: DocumentDescriptors.Help + "int1004");

    /// <summary>{0}: name, {1}: the other class.</summary>
    public static readonly DiagnosticDescriptor SameName = new(
        "INT1005", "Two integrations have one name", "The integration '{0}' would share its configuration 'Integrations:{0}' with that of '{1}'; set Name = \"...\" on one of them", Category, DiagnosticSeverity.Error, true, helpLinkUri: DocumentDescriptors.Help + "int1005");

    /// <summary>{0}: class, {1}: what it is.</summary>
    public static readonly DiagnosticDescriptor Shape = new(
        "INT1006", "The class cannot be an integration", "'{0}' is {1}; an integration is a partial class of its own in a namespace, neither generic, static, abstract nor file-local", Category, DiagnosticSeverity.Error, true, helpLinkUri: DocumentDescriptors.Help + "int1006");

    /// <summary>{0}: argument, {1}: what is wrong and what to write.</summary>
    public static readonly DiagnosticDescriptor InvalidArgument = new(
        "INT1007", "An attribute's argument is invalid", "{0} {1}", Category, DiagnosticSeverity.Error, true, helpLinkUri: DocumentDescriptors.Help + "int1007");

    /// <summary>{0}: operation, {1}: attribute, {2}: class, {3}: suggestion or empty.</summary>
    public static readonly DiagnosticDescriptor UnknownOperation = new(
        "INT1008", "A policy is for an operation that the class does not have", "[{1}] is for '{0}', which is no operation of '{2}'{3}; name one that its Operations include", Category, DiagnosticSeverity.Error, true, helpLinkUri: DocumentDescriptors.Help + "int1008");

    /// <summary>{0}: attribute, {1}: the other attribute.</summary>
    public static readonly DiagnosticDescriptor TwoCredentials = new(
        "INT1010", "Two auth attributes write one header", "[{0}] and [{1}] both write the header Authorization, and a request has only one; keep the one that the API takes", Category, DiagnosticSeverity.Error, true, helpLinkUri: DocumentDescriptors.Help + "int1010");

    /// <summary>{0}: model, {1}: its namespace.</summary>
    public static readonly DiagnosticDescriptor ModelInContext = new(
        "INT1012", "A JsonSerializerContext names an emitted model", "'{0}' is emitted, and the generator of System.Text.Json cannot see it; remove this [JsonSerializable]: models of '{1}' bring a converter of their own, so any JsonSerializerOptions can read and write them; without reflection, add IntegrationsJson.Default to the TypeInfoResolverChain", Category, DiagnosticSeverity.Error, true, helpLinkUri: DocumentDescriptors.Help + "int1012");

    /// <summary>{0}: member, {1}: what is wrong with it, {2}: what to do.</summary>
    public static readonly DiagnosticDescriptor JsonMember = new(
        "INT1014", "A member cannot be read and written as JSON", "'{0}' {1}; {2}", Category, DiagnosticSeverity.Error, true, helpLinkUri: DocumentDescriptors.Help + "int1014");

    /// <summary>{0}: type, {1}: what is wrong with it, {2}: what to do.</summary>
    public static readonly DiagnosticDescriptor JsonType = new(
        "INT1015", "A type cannot be read and written as JSON", "'{0}' {1}; {2}", Category, DiagnosticSeverity.Error, true, helpLinkUri: DocumentDescriptors.Help + "int1015");

    /// <summary>{0}: name, {1}: member, {2}: what is wrong with it.</summary>
    public static readonly DiagnosticDescriptor JsonName = new(
        "INT1016", "A name of a type is not known or ambiguous", "'{0}', the type of '{1}', {2}", Category, DiagnosticSeverity.Error, true, helpLinkUri: DocumentDescriptors.Help + "int1016");

    /// <summary>{0}: what is called, {1}: what is wrong with it and what to do.</summary>
    public static readonly DiagnosticDescriptor HealthCheck = new(
        "INT1020", "A health check cannot be called", "[HealthCheck(\"{0}\")] {1}", Category, DiagnosticSeverity.Error, true, helpLinkUri: DocumentDescriptors.Help + "int1020");

    /// <summary>{0}: what is called, {1}: document, {2}: suggestion.</summary>
    public static readonly DiagnosticDescriptor HealthCheckPath = new(
        "INT1021", "A health check calls a path that the document does not have", "'{0}' is no operation of '{1}' and is called as it is written{2}", Category, DiagnosticSeverity.Warning, true, helpLinkUri: DocumentDescriptors.Help + "int1021");

    /// <summary>{0}: method, {1}: operation, {2}: what is wrong and what to write.</summary>
    public static readonly DiagnosticDescriptor Fallback = new(
        "INT1022", "A method cannot be the fallback of an operation", "'{0}' cannot be the fallback of '{1}': {2}", Category, DiagnosticSeverity.Error, true, helpLinkUri: DocumentDescriptors.Help + "int1022");

    /// <summary>Every descriptor.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
        [NotPartial, NotInProject, Ambiguous, Unmatched, SameName, Shape, InvalidArgument, UnknownOperation, TwoCredentials, ModelInContext, JsonMember, JsonType, JsonName, HealthCheck, HealthCheckPath, Fallback];

    /// <summary>The descriptor of an id.</summary>
    public static DiagnosticDescriptor Of(string id)
    {
        foreach (var descriptor in All.Concat(SqlDescriptors.All))
        {
            if (descriptor.Id == id)
                return descriptor;
        }
        return DocumentDescriptors.Internal;
    }
}
