namespace Integrations;

/// <summary>
/// Makes a partial class a client of the REST API that an OpenAPI document describes. The compiler writes the operations, their models and the
/// registration; the document is an <c>AdditionalFiles</c> item of the project.
/// </summary>
/// <param name="document">The document's path relative to the project, with <c>/</c> (a linked file by its link).</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class OpenApiClientAttribute(string document) : Attribute
{
    /// <summary>The document's path relative to the project.</summary>
    public string Document { get; } = document;

    /// <summary>
    /// Which operations to emit: the union of <c>"METHOD /path"</c>, <c>"/path"</c>, an operationId or <c>"tag:name"</c>. <c>*</c> matches anything,
    /// <c>/</c> included; a leading <c>!</c> excludes. <c>"webhook:name"</c> adds the payload of a webhook.
    /// </summary>
    /// <value>Default: empty, which is the whole document.</value>
    public string[] Operations { get; set; } = [];

    /// <summary>The integration's name, which is also its configuration section <c>Integrations:{Name}</c>.</summary>
    /// <value>Default: the class name without a final <c>Client</c>.</value>
    public string? Name { get; set; }

    /// <summary>
    /// Whether the program is not ready while the integration is unhealthy. Leave it off where the program can do something useful without it: a vendor's
    /// outage would take all of its processes out of the load balancer. Configuration: <c>Required</c>.
    /// </summary>
    /// <value>Default: false.</value>
    public bool Required { get; set; }

    /// <summary>The namespace of the models.</summary>
    /// <value>Default: <c>{RootNamespace}.{Document}</c>.</value>
    public string? Namespace { get; set; }
}
