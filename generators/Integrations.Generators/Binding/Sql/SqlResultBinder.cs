using Integrations.Generators.Declarations.Sql;
using Integrations.Generators.Diagnostics;
using Integrations.Generators.Models;

namespace Integrations.Generators.Binding.Sql;

/// <summary>Whether the columns of a statement fit what a method reads; only what can be told without a schema.</summary>
internal static class SqlResultBinder
{
    /// <summary>The result without optional members that have no column.</summary>
    /// <param name="method">The method.</param>
    /// <param name="facts">What is known of its statement, for each engine.</param>
    /// <param name="isAffected">Whether the result is the number of affected rows.</param>
    /// <param name="problem">What is wrong, or null.</param>
    public static SqlResultModel Bind(SqlMethodDeclaration method, IReadOnlyList<SqlFacts> facts, out bool isAffected, out string? problem)
    {
        var result = method.Result;
        (isAffected, problem) = (false, null);
        if (result.Row is not { } row)
            return result;
        foreach (var one in facts)
        {
            if (one.Keyword.Length == 0 || one.ReturnsRows)
                continue;
            isAffected = result.Kind == SqlResultKind.One && row.Scalar is { Kind: SqlScalarKind.Int32 };
            if (!isAffected)
                problem = $"its statement ({one.Keyword}) gives no rows; return Task, or Task<int> for the number of affected rows, or let it return some ('returning ...')";
            return result;
        }
        var known = facts.Where(static f => f.Columns is not null).Select(static f => f.Columns!).ToList();
        if (known.Count == 0)
            return result;
        foreach (var columns in known)
        {
            var wanted = row.Scalar is not null ? 1 : row.Tuple?.Count ?? 0;
            if (wanted > 0 && columns.Count != wanted && problem is null)
                problem = $"its result takes {wanted} column{(wanted == 1 ? "" : "s")} by position, and the statement gives {columns.Count}";
        }
        if (row.Object is null || problem is not null || known.Any(static c => c.Contains(null)))
            return result;
        if (Prune(row.Object, known[0]) is not { } pruned)
        {
            problem = "its result takes none of the statement's columns; names are compared without case and '_'";
            return result;
        }
        foreach (var columns in known)
        {
            var missing = Keys(pruned).Where(key => !columns.Contains(key)).ToList();
            if (missing.Count > 0)
                problem = $"the statement gives no column for {string.Join(", ", missing)}; it gives {string.Join(", ", columns)} (names are compared without case and '_'). Add it, with an alias where it has another name, or make the member optional";
        }
        return result with { Row = row with { Object = pruned } };
    }

    private static SqlObjectModel? Prune(SqlObjectModel model, List<string?> columns)
    {
        var members = new List<SqlMemberModel>();
        foreach (var member in model.Members)
        {
            if (member.Scalar is not null)
            {
                if (member.IsRequired || columns.Contains(member.Key))
                    members.Add(member);
            }
            else if (Keys(member.Object!).Any(columns.Contains) || member.IsRequired)
            {
                members.Add(Prune(member.Object!, columns) is { } inner ? member with { Object = inner } : member);
            }
        }
        return members.Count == 0 ? null : model with { Members = EquatableArray.From(members) };
    }

    /// <summary>The keys of all columns that an object takes, in the order in which it takes them.</summary>
    public static IEnumerable<string> Keys(SqlObjectModel model) =>
        model.Members.SelectMany(static m => m.Object is { } nested ? Keys(nested) : [m.Key]);
}
