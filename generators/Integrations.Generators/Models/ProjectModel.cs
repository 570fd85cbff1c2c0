namespace Integrations.Generators.Models;

/// <summary>What the generator reads of the project.</summary>
/// <param name="RootNamespace">Its root namespace, made a valid one; never empty.</param>
/// <param name="AssemblyName">Its assembly's name.</param>
/// <param name="Directory">Its directory with <c>/</c> as separator and at the end; empty where unknown.</param>
internal sealed record ProjectModel(string RootNamespace, string AssemblyName, string Directory);
