using Integrations.Generators.Models;
using Integrations.OpenApi.Model;

namespace Integrations.Generators.Binding;

/// <summary>The operations of a document by their first tag; one flat group where the whole document has one tag or none.</summary>
internal sealed class GroupPlans
{
    /// <summary>The group of operations without a tag, in a document that has tags.</summary>
    private const string Untagged = "default";

    private const string Left = "this operation and those after it are left out";

    private readonly Dictionary<string, GroupPlan> _byTag = new(StringComparer.Ordinal);

    public GroupPlans(SpecDocument spec, IReadOnlyList<string> tags, string document, EmissionBudget budget)
    {
        Flat = tags.Count <= 1;
        foreach (var operation in spec.Operations)
        {
            if (!HasRoom(operation, budget))
                continue;
            var tag = operation.Tags.Count > 0 ? operation.Tags[0] : null;
            var key = Flat ? "" : tag ?? Untagged;
            if (!_byTag.ContainsKey(key) && !budget.TrySpend(EmittedKind.Operation, BindingLimits.GroupWork, key.Length, operation.Location, operation.Method + " " + operation.Path, Left))
                continue;
            var group = Group(key, document);
            var plan = new OperationPlan(operation, tag, group);
            group.Operations.Add(plan);
            Operations.Add(plan);
        }
    }

    /// <summary>Its literals are its path (twice where it has parameters), what it is called, and the names of its parameters.</summary>
    private static bool HasRoom(SpecOperation operation, EmissionBudget budget) => budget.TrySpend(
        EmittedKind.Operation,
        BindingLimits.OperationWork + operation.Parameters.Count,
        2 * operation.Path.Length + (operation.OperationId?.Length ?? 0) + operation.Parameters.Sum(static p => p.Name.Length),
        operation.Location,
        operation.Method + " " + operation.Path,
        Left);

    public bool Flat { get; }

    public List<GroupPlan> Groups { get; } = [];

    /// <summary>All operations, in the document's order.</summary>
    public List<OperationPlan> Operations { get; } = [];

    /// <summary>Puts the further methods of operations behind them.</summary>
    public void AddVariants()
    {
        Expand(Operations);
        foreach (var group in Groups)
            Expand(group.Operations);
    }

    private static void Expand(List<OperationPlan> operations)
    {
        for (var i = operations.Count - 1; i >= 0; i--)
            operations.InsertRange(i + 1, operations[i].Variants);
    }

    private GroupPlan Group(string tag, string document)
    {
        if (!_byTag.TryGetValue(tag, out var group))
        {
            group = new GroupPlan(tag, tag.Length == 0 ? "" : CSharpName.Pascal(tag), new FilePlan((tag.Length == 0 ? document : tag) + " types"));
            _byTag.Add(tag, group);
            Groups.Add(group);
        }
        return group;
    }
}

/// <summary>The operations of one tag.</summary>
/// <param name="tag">The tag; empty for a flat document.</param>
/// <param name="name">Its name in C#; empty for a flat document.</param>
/// <param name="file">Where the types go that its operations state inline.</param>
internal sealed class GroupPlan(string tag, string name, FilePlan file)
{
    private GroupModel? _model;

    public string Tag => tag;

    public string Name => name;

    public FilePlan File => file;

    public List<OperationPlan> Operations { get; } = [];

    /// <summary><c>Issues</c>: what a client calls it.</summary>
    public string PropertyName { get; set; } = "";

    /// <summary><c>IssuesOperations</c>.</summary>
    public string ClassName { get; set; } = "";

    /// <summary><c>IIssuesOperations</c>.</summary>
    public string InterfaceName { get; set; } = "";

    public GroupModel Model(OperationModels models) => _model ??= new GroupModel(
        ClassName,
        InterfaceName,
        tag,
        EquatableArray.From(Operations.ConvertAll(models.Of)));
}
