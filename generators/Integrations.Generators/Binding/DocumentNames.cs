using Integrations.Generators.Models;

namespace Integrations.Generators.Binding;

/// <summary>The name and namespace of a document in C#.</summary>
internal sealed class DocumentNames
{
    public DocumentNames(DocumentRequest request)
    {
        Name = NameOf(request);
        string? stated = null;
        foreach (var client in request.Clients)
            stated ??= client.ModelNamespace;
        Namespace = stated ?? (request.RootNamespace.Length == 0 ? Name : request.RootNamespace + "." + Name);
        if (stated is not null)
            return;
        // A class and a namespace of one full name cannot live together: the class was there first.
        foreach (var client in request.Clients)
        {
            if (client.FullName == Namespace)
            {
                Namespace += "Models";
                break;
            }
        }
    }

    /// <summary><c>GitHub</c>.</summary>
    public string Name { get; }

    /// <summary><c>MyApp.GitHub</c>.</summary>
    public string Namespace { get; }

    /// <summary>
    /// The file's name without folders and endings, in Pascal case. Where a client has the same name in other letters
    /// (<c>GitHub</c> on <c>github.json</c>), its author knows better how it is written.
    /// </summary>
    private static string NameOf(DocumentRequest request)
    {
        var file = request.Document.Substring(request.Document.LastIndexOf('/') + 1);
        foreach (var ending in new[] { ".json", ".yaml", ".yml" })
        {
            if (file.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && file.Length > ending.Length)
                file = file.Substring(0, file.Length - ending.Length);
        }
        foreach (var ending in new[] { ".openapi", ".swagger" })
        {
            if (file.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && file.Length > ending.Length)
                file = file.Substring(0, file.Length - ending.Length);
        }
        var name = CSharpName.Pascal(file);
        foreach (var client in request.Clients)
        {
            var known = CSharpName.Pascal(client.Integration);
            if (string.Equals(known, name, StringComparison.OrdinalIgnoreCase))
                return known;
        }
        return name;
    }
}
