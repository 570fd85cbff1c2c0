using Integrations.OpenApi.Model;

namespace Integrations.OpenApi.Text;

/// <summary>Collects problems, each once and not without end: a hostile document could have millions.</summary>
internal sealed class ProblemList
{
    private const int Most = 1000;
    private readonly List<SpecProblem> problems = [];
    private readonly HashSet<SpecProblem> seen = [];

    public IReadOnlyList<SpecProblem> Problems => problems;

    /// <summary>True when nothing more is taken: then a caller need not build a message.</summary>
    public bool Full => problems.Count > Most;

    public void Add(SpecProblem problem)
    {
        if (Full || !seen.Add(problem)) return;
        problems.Add(problem.Kind != SpecProblemKind.Limit && problems.Count == Most
            ? new SpecProblem(SpecProblemKind.Limit, "", $"More than {Most} problems; the rest is not reported.", problem.Location)
            : problem);
    }

    public void Add(SpecProblemKind kind, string pointer, string message, SpecLocation location) =>
        Add(new SpecProblem(kind, pointer, message, location));
}
