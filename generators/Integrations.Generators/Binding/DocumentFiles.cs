using Integrations.Generators.Models;

namespace Integrations.Generators.Binding;

/// <summary>
/// Lays types and operation groups into output files. The compiler's driver compares each file's name with every other one's after each
/// keystroke, so a project has a budget of files: a component and a group have a file of their own where that is within it, else the
/// types of one first letter share a file, else all types of the document, and all its groups.
/// </summary>
internal sealed class DocumentFiles
{
    /// <summary>Output files of a project; at sixty their handling is small beside the rest of a keystroke.</summary>
    private const int Budget = 64;

    private readonly List<string> _order = [];
    private readonly Dictionary<string, (List<SchemaModel> Schemas, List<GroupModel> Groups)> _files = new(StringComparer.Ordinal);

    /// <summary>The files of a document.</summary>
    public static EquatableArray<DocumentFileModel> Of(List<DeclaredPlan> types, GroupPlans groups, OperationModels models, DocumentNames names, DocumentRequest request)
    {
        var files = new DocumentFiles();
        var share = Math.Max(1, Budget / Math.Max(1, request.Documents));
        var groupCount = groups.Flat ? 0 : groups.Groups.Count;
        var titles = Titles(types, share - Math.Min(groupCount, share / 2));
        foreach (var type in types)
            files.File(titles(type)).Schemas.Add(SchemaModels.Of(type));
        if (!groups.Flat)
        {
            var alone = groupCount <= share - files._order.Count;
            var lettered = share - files._order.Count >= 27;
            foreach (var group in groups.Groups)
            {
                var title = alone ? group.ClassName : share == 1 ? "Models" : lettered ? "Operations." + group.ClassName[0] : "Operations";
                files.File(title).Groups.Add(group.Model(models));
            }
        }
        var hints = new HintNames(names.Name);
        return EquatableArray.From(files._order.ConvertAll(name => new DocumentFileModel(
            hints.Of(name, "file " + name),
            names.Namespace,
            request.Document,
            EquatableArray.From(files._files[name].Schemas),
            EquatableArray.From(files._files[name].Groups))));
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

    private (List<SchemaModel> Schemas, List<GroupModel> Groups) File(string name)
    {
        if (!_files.TryGetValue(name, out var file))
        {
            _files.Add(name, file = ([], []));
            _order.Add(name);
        }
        return file;
    }
}
