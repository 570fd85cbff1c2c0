namespace Integrations.Generators.Binding;

/// <summary>The name that a schema gets if it becomes a type.</summary>
/// <param name="Candidate">The identifier that is wanted.</param>
/// <param name="Wire">Where the schema stands, as a pointer.</param>
/// <param name="File">The file that its type goes to.</param>
/// <param name="Key">The component's key where the schema is a component, else null.</param>
internal sealed record NameHint(string Candidate, string Wire, FilePlan File, string? Key = null)
{
    /// <summary>The hint of a schema within this one: named after both.</summary>
    public NameHint Child(string name) => new(CSharpName.Cut(Candidate + CSharpName.Pascal(name), Wire + "/" + name), Wire + "/" + name, File);
}
