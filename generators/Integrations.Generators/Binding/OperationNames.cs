using System.Text;
using Integrations.OpenApi.Model;

namespace Integrations.Generators.Binding;

/// <summary>The name that an operation wants: its operationId without its tag, else its method and path.</summary>
internal static class OperationNames
{
    public static string Of(SpecOperation operation, string? tag)
    {
        var name = operation.OperationId is { Length: > 0 } id ? FromId(id, tag) : FromPath(operation);
        return name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - 5) : name;
    }

    /// <summary><c>issues/list-for-repo</c> under the tag <c>issues</c> is <c>ListForRepo</c>. Only a separator parts a tag from the name.</summary>
    private static string FromId(string id, string? tag)
    {
        if (tag is not null)
        {
            for (var i = 1; i < id.Length - 1; i++)
            {
                if (id[i] is '/' or '_' or '.' or '-' or ':' && SameWords(id.Substring(0, i), tag))
                {
                    id = id.Substring(i + 1);
                    break;
                }
            }
        }
        return CSharpName.Pascal(id);
    }

    private static bool SameWords(string prefix, string tag) =>
        string.Equals(Letters(prefix), Letters(tag), StringComparison.OrdinalIgnoreCase);

    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                letters.Append(c);
        }
        return letters.ToString();
    }

    /// <summary><c>GET /pets/{id}/toys</c> is <c>GetPetsByIdToys</c>.</summary>
    private static string FromPath(SpecOperation operation)
    {
        var name = new StringBuilder(CSharpName.Pascal(operation.Method.ToLowerInvariant()));
        var path = operation.Path;
        foreach (var segment in path.Split('/'))
        {
            if (segment.Length == 0)
                continue;
            var open = segment.IndexOf('{');
            if (open < 0)
            {
                name.Append(CSharpName.Pascal(segment));
                continue;
            }
            if (open > 0)
                name.Append(CSharpName.Pascal(segment.Substring(0, open)));
            name.Append("By").Append(CSharpName.Pascal(segment.Substring(open).Replace('{', '-').Replace('}', '-').Trim('-')));
        }
        return name.Length > operation.Method.Length ? name.ToString() : name.Append("Root").ToString();
    }
}
