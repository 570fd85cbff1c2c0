using Integrations.Generators.Models;

namespace Integrations.Generators.Binding;

/// <summary>
/// Lays types into output files. The compiler's driver compares each file's name with every other one's after each keystroke, so a project has a
/// budget of files: a component has a file of its own where that is within it, else the types of one first letter share a file,
/// else all types of the document do.
/// </summary>
internal static class SchemaFiles
{
    /// <summary>Output files of a project; at a hundred their handling is not measurable beside the rest of a keystroke.</summary>
    private const int Budget = 96;

    public static EquatableArray<SchemaFileModel> Of(List<DeclaredPlan> types, DocumentNames names, HintNames hints, DocumentRequest request, int groups)
    {
        var share = Math.Max(1, Budget / Math.Max(1, request.Documents)) - groups;
        var title = Titles(types, share);
        var order = new List<string>();
        var files = new Dictionary<string, List<SchemaModel>>(StringComparer.Ordinal);
        foreach (var type in types)
        {
            var name = title(type);
            if (!files.TryGetValue(name, out var models))
            {
                files.Add(name, models = []);
                order.Add(name);
            }
            models.Add(SchemaModels.Of(type));
        }
        return EquatableArray.From(order.ConvertAll(name =>
            new SchemaFileModel(hints.Of(name, "file " + name), names.Namespace, request.Document, EquatableArray.From(files[name]))));
    }

    private static Func<DeclaredPlan, string> Titles(List<DeclaredPlan> types, int share)
    {
        var units = new HashSet<FilePlan>();
        var letters = new HashSet<char>();
        foreach (var type in types)
        {
            units.Add(type.File);
            letters.Add(type.Name[0]);
        }
        if (units.Count <= share)
            return static type => type.File.Types[0] is { IsComponent: true } component ? component.Name : CSharpName.Pascal(type.File.Name);
        if (letters.Count <= share)
            return static type => "Models." + type.Name[0];
        return static _ => "Models";
    }
}
