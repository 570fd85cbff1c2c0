namespace Integrations.Generators.Models;

/// <summary>
/// What the user wrote on one class with <c>[OpenApiClient]</c>. It holds no place: what is checked is in <see cref="CheckModel"/>,
/// and an edit that only moves the class must not bind its document again.
/// </summary>
/// <param name="Namespace">The namespace of the class; empty for the global one.</param>
/// <param name="ClassName">The class, without its namespace.</param>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="Sealed">Whether the user's part says <c>sealed</c>.</param>
/// <param name="Integration">The integration's name: <c>Name =</c>, or the class name without a final <c>Client</c>.</param>
/// <param name="Document">The document, as written in the attribute, with <c>/</c> as separator.</param>
/// <param name="Patterns">The <c>Operations</c> patterns; empty for all.</param>
/// <param name="ModelNamespace"><c>Namespace =</c>, or null.</param>
/// <param name="Constructor">The constructor parameters of the user's primary (or only) constructor, or null where the user declared none.</param>
/// <param name="Auth">Auth attributes as C# expressions (<c>new global::Integrations.BearerAuthAttribute()</c>), in order.</param>
/// <param name="Policies">Policy attributes as C# expressions, in order.</param>
/// <param name="Pagination">What <c>[Pagination]</c> says.</param>
/// <param name="Servers">Attributes about servers as C# expressions, in order.</param>
/// <param name="HealthCheck"><c>[HealthCheck]</c> as a C# expression, or null.</param>
/// <param name="Required"><c>Required =</c>.</param>
/// <param name="Fallbacks">What <c>[Fallback]</c> says.</param>
internal sealed record ClientDeclaration(
    string Namespace,
    string ClassName,
    string Accessibility,
    bool Sealed,
    string Integration,
    string Document,
    EquatableArray<string> Patterns,
    string? ModelNamespace,
    EquatableArray<ConstructorParameter>? Constructor,
    EquatableArray<string> Auth,
    EquatableArray<string> Policies,
    EquatableArray<PaginationDeclaration> Pagination = default,
    EquatableArray<string> Servers = default,
    string? HealthCheck = null,
    bool Required = false,
    EquatableArray<FallbackDeclaration> Fallbacks = default)
{
    /// <summary>The class with its namespace, without <c>global::</c>.</summary>
    public string FullName => Namespace.Length == 0 ? ClassName : Namespace + "." + ClassName;
}

/// <summary>A parameter of the user's own constructor, resolved from the service provider.</summary>
/// <param name="Type">The fully qualified type (<c>global::</c>).</param>
/// <param name="Key">The C# literal of its service key (<c>[FromKeyedServices]</c>), or null.</param>
internal sealed record ConstructorParameter(string Type, string? Key);
