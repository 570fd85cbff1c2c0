namespace Integrations.OpenApi.Indexing;

/// <summary>One entry of <c>Operations</c>, taken apart.</summary>
internal sealed class OperationPattern
{
    public OperationPattern(string text)
    {
        var body = text.Trim();
        Excludes = body.StartsWith("!", StringComparison.Ordinal);
        if (Excludes) body = body.Substring(1).TrimStart();
        var space = body.IndexOf(' ');
        if (body.StartsWith("tag:", StringComparison.Ordinal))
        {
            (Kind, Glob) = (PatternKind.Tag, body.Substring(4).Trim());
        }
        else if (body.StartsWith("webhook:", StringComparison.Ordinal))
        {
            (Kind, Glob) = (PatternKind.Webhook, body.Substring(8).Trim());
        }
        else if (body.StartsWith("/", StringComparison.Ordinal))
        {
            (Kind, Glob) = (PatternKind.Path, body);
        }
        else if (space > 0 && body[AfterSpaces(body, space)] is '/' or '*')
        {
            (Kind, Method, Glob) = (PatternKind.MethodAndPath, body.Substring(0, space).ToUpperInvariant(), body.Substring(AfterSpaces(body, space)));
        }
        else
        {
            (Kind, Glob) = (body == "*" ? PatternKind.Everything : PatternKind.OperationId, body);
        }
    }

    public bool Excludes { get; }

    public PatternKind Kind { get; }

    /// <summary>Upper-case method of <c>METHOD /path</c>, else empty.</summary>
    public string Method { get; } = "";

    /// <summary>What is matched, with its asterisks.</summary>
    public string Glob { get; }

    public bool Matches(IndexedOperation operation) => Kind switch
    {
        PatternKind.Everything => true,
        PatternKind.Webhook => false,
        PatternKind.Tag => (operation.Key.Tag is { } tag && IsMatch(Glob, tag)) || operation.OtherTags.Any(t => IsMatch(Glob, t)),
        PatternKind.Path => IsMatch(Glob, operation.Key.Path),
        PatternKind.MethodAndPath => IsMatch(Method, operation.Key.Method) && IsMatch(Glob, operation.Key.Path),
        _ => operation.Key.OperationId is { } id && IsMatch(Glob, id),
    };

    private static int AfterSpaces(string body, int space)
    {
        while (body[space] == ' ') space++;
        return space;
    }

    /// <summary>Asterisks match anything. Linear in practice: only the last asterisk is ever retried.</summary>
    public static bool IsMatch(string glob, string text)
    {
        var (g, t, star, mark) = (0, 0, -1, 0);
        while (t < text.Length)
        {
            if (g < glob.Length && glob[g] == '*')
            {
                star = g++;
                mark = t;
            }
            else if (g < glob.Length && glob[g] == text[t])
            {
                g++;
                t++;
            }
            else if (star >= 0)
            {
                g = star + 1;
                t = ++mark;
            }
            else
            {
                return false;
            }
        }

        while (g < glob.Length && glob[g] == '*') g++;
        return g == glob.Length;
    }
}

/// <summary>The notations of a pattern.</summary>
internal enum PatternKind
{
    OperationId,
    Path,
    MethodAndPath,
    Tag,
    Everything,
    Webhook,
}
