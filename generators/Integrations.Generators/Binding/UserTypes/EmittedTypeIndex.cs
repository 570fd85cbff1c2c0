using System.Collections.Immutable;
using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.UserTypes;

/// <summary>The types that are emitted for documents, for users' types to name.</summary>
internal static class EmittedTypeIndex
{
    /// <summary>All of them, in the order of the documents.</summary>
    public static EquatableArray<EmittedType> Of(ImmutableArray<EquatableArray<DocumentFileModel>> documents)
    {
        var types = new List<EmittedType>();
        foreach (var files in documents)
        {
            foreach (var file in files)
            {
                foreach (var schema in file.Schemas)
                {
                    var codec = schema switch
                    {
                        EnumModel { Integer: true } => "IntegerEnumCodec",
                        EnumModel => "StringEnumCodec",
                        MultipartModel => "",
                        _ => "ModelCodec",
                    };
                    types.Add(new EmittedType(file.Namespace.Length == 0 ? schema.Name : file.Namespace + "." + schema.Name, codec, schema is EnumModel));
                }
            }
        }
        return EquatableArray.From(types);
    }

    /// <summary>The type that a name means: what the first step of C#'s lookup finds that finds any.</summary>
    /// <param name="pending">The name.</param>
    /// <param name="types">The emitted types.</param>
    /// <param name="others">The names of all that are found, where they are several.</param>
    public static EmittedType? Find(PendingType pending, EquatableArray<EmittedType> types, out List<string> others)
    {
        others = [];
        if (pending.Scopes.Count == 0)
            return Only([.. types.Where(t => t.FullName == pending.Text || t.FullName.EndsWith("." + pending.Text, StringComparison.Ordinal))], ref others);
        foreach (var scope in pending.Scopes)
        {
            var names = new HashSet<string>(scope.Split(';').Select(s => s.Length == 0 ? pending.Text : s + "." + pending.Text), StringComparer.Ordinal);
            var found = types.Where(t => names.Contains(t.FullName)).ToList();
            if (found.Count > 0)
                return Only(found, ref others);
        }
        return null;
    }

    private static EmittedType? Only(List<EmittedType> found, ref List<string> others)
    {
        if (found.Count <= 1)
            return found.Count == 0 ? null : found[0];
        others = found.ConvertAll(static t => t.FullName);
        return null;
    }
}
