using Integrations.OpenApi.Files;

namespace Integrations.OpenApi.Slicing;

/// <summary>Says why a reference leads nowhere, and what to do.</summary>
internal sealed class LostReference(FragmentStore store, string reference, SourceFile from)
{
    public string Message
    {
        get
        {
            var hash = reference.IndexOf('#');
            if (hash == 0) return $"'{reference}' leads nowhere.";
            var file = hash < 0 ? reference : reference.Substring(0, hash);
            if (FilePath.Resolve(from.Path, file) is not { } path)
                return $"'{reference}' is outside of this project; nothing is fetched and no disk is read. Put the file into the project, add it to AdditionalFiles, and refer to it by a relative path.";
            if (store.File(path) is not { } found) return Absent(path);
            return found is { IsRoot: false, Node: null } ? $"'{reference}' leads nowhere: '{path}' cannot be read." : $"'{reference}' leads nowhere in '{path}'.";
        }
    }

    private string Absent(string path) => store.Files.FindAnyCase(path) is { } other
        ? $"'{reference}' is outside of this document: '{path}' is not among the project's AdditionalFiles, but '{other.Path}' is; write it with the same capitals."
        : $"'{reference}' is outside of this document: '{path}' is not among the project's AdditionalFiles; add <AdditionalFiles Include=\"{path}\" /> to the project.";
}
