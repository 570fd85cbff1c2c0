namespace Integrations.Generators.Models;

/// <summary>The class that registers every integration of this assembly.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="ClassName">The class.</param>
/// <param name="Clients">What it registers, ordered by full name.</param>
/// <param name="Databases">The clients of databases that it registers, fully qualified, ordered.</param>
internal sealed record ModuleModel(string Namespace, string ClassName, EquatableArray<ModuleClient> Clients, EquatableArray<string> Databases = default)
{
    /// <summary>The class with its namespace, fully qualified.</summary>
    public string FullName => "global::" + Namespace + "." + ClassName;
}

/// <summary>One integration of a module.</summary>
/// <param name="Type">The class, fully qualified.</param>
/// <param name="Services">The interfaces that it answers for.</param>
internal sealed record ModuleClient(string Type, EquatableArray<ModuleService> Services);

/// <summary>An interface that is injected from a client.</summary>
/// <param name="Interface">The interface, fully qualified.</param>
/// <param name="Property">The client's property that holds it; null where the client itself is it.</param>
internal sealed record ModuleService(string Interface, string? Property);
