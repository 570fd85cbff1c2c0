using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Integrations.Tests.Shared;

/// <summary>A statement of the set of checked ones, without its marks.</summary>
/// <param name="File">The file that it stands in, relative to its folder.</param>
/// <param name="Value">The statement itself.</param>
/// <param name="Mark">Where in it the planted mistake begins; -1 where there is none.</param>
/// <param name="Length">How long the marked part is.</param>
/// <param name="Line">The mark's line in the file without marks, from 0.</param>
/// <param name="Column">The mark's column, from 0.</param>
internal sealed record CheckedText(string File, string Value, int Mark, int Length, int Line, int Column);

/// <summary>A method of the set.</summary>
/// <param name="File">Its C# file, relative to its folder.</param>
/// <param name="Name">Class and method.</param>
/// <param name="FirstLine">Where its attributes begin in the file, from 0.</param>
/// <param name="LastLine">Where it ends.</param>
/// <param name="PostgresSchema">The schema on PostgreSQL; null where it is no client of it.</param>
/// <param name="SqliteSchema">The schema on SQLite; null where it is no client of it.</param>
/// <param name="Postgres">Its statement.</param>
/// <param name="Sqlite">Its statement on SQLite.</param>
/// <param name="Arguments">What its statement can take, by key: the type as it is written.</param>
/// <param name="Result">What it returns, as it is written.</param>
/// <param name="Id">The diagnostic that its mistake must give.</param>
/// <param name="IsSeenByServer">Whether the database refuses the statement too.</param>
internal sealed record CheckedMethod(
    string File, string Name, int FirstLine, int LastLine, string? PostgresSchema, string? SqliteSchema, CheckedText Postgres, CheckedText Sqlite,
    Dictionary<string, TypeSyntax> Arguments, TypeSyntax Result, string? Id, bool IsSeenByServer)
{
    public override string ToString() => Name;
}

/// <summary>Reads a folder of statements that are to be checked against a schema; its format is in <c>Sql/Checked/README.md</c>.</summary>
internal sealed class CheckedSet
{
    private const string ServerAccepts = "(the database accepts it)";

    private readonly string _folder;
    private readonly Dictionary<string, BaseTypeDeclarationSyntax> _types = [];

    private CheckedSet(string folder) => _folder = folder;

    /// <summary>All methods, by file and place.</summary>
    public List<CheckedMethod> Methods { get; } = [];

    /// <summary>Every file without marks: path relative to the folder, and text.</summary>
    public SortedDictionary<string, string> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads a folder.</summary>
    public static CheckedSet Read(string folder)
    {
        var set = new CheckedSet(folder);
        var roots = new List<(string File, SyntaxNode Root)>();
        foreach (var path in Directory.GetFiles(folder, "*.*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var (file, text) = (Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText(path));
            set.Files.Add(file, Strip(text));
            if (file.EndsWith(".cs", StringComparison.Ordinal))
                roots.Add((file, CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot()));
        }
        // Of two types of one name, the one of the file itself counts.
        foreach (var (file, root) in roots)
        {
            foreach (var type in root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>())
                set._types[file + ":" + type.Identifier.Text] = type;
        }
        foreach (var (file, root) in roots)
        {
            foreach (var method in root.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(static m => Attribute(m, "Sql") is not null))
                set.Methods.Add(set.Method(file, method));
        }
        return set;
    }

    /// <summary>A type that is declared in a file.</summary>
    public BaseTypeDeclarationSyntax? Type(string file, string name) => _types.GetValueOrDefault(file + ":" + name);

    /// <summary>A record's members: name and type.</summary>
    public static IEnumerable<(string Name, TypeSyntax Type, bool IsRequired)> Members(BaseTypeDeclarationSyntax type)
    {
        var parameters = (type as TypeDeclarationSyntax)?.ParameterList?.Parameters ?? default;
        return parameters.Select(static p => (p.Identifier.Text, p.Type!, p.Default is null))
            .Concat(type.ChildNodes().OfType<PropertyDeclarationSyntax>().Select(static p => (p.Identifier.Text, p.Type, p.Modifiers.Any(SyntaxKind.RequiredKeyword))));
    }

    /// <summary>How names are compared.</summary>
    public static string Key(string name) => name.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();

    private CheckedMethod Method(string file, MethodDeclarationSyntax method)
    {
        var type = (TypeDeclarationSyntax)method.Parent!;
        var (postgres, sqlite) = (Attribute(type, "PostgresClient"), Attribute(type, "SqliteClient"));
        var arguments = Attribute(method, "Sql")!.ArgumentList!.Arguments;
        var text = Text(file, arguments.First(static a => a.NameEquals is null).Expression);
        var own = arguments.FirstOrDefault(static a => a.NameEquals?.Name.Identifier.Text == "Sqlite") is { } stated ? Text(file, stated.Expression) : text;
        var comment = method.GetLeadingTrivia().Where(static t => t.IsKind(SyntaxKind.SingleLineCommentTrivia)).Select(static t => t.ToString()).LastOrDefault(static t => t.StartsWith("// INT", StringComparison.Ordinal));
        var taken = new Dictionary<string, TypeSyntax>();
        foreach (var parameter in method.ParameterList.Parameters)
            Take(file, taken, parameter.Identifier.Text, parameter.Type!);
        var span = method.SyntaxTree.GetLineSpan(method.Span);
        return new CheckedMethod(
            file, type.Identifier.Text + "." + method.Identifier.Text, span.StartLinePosition.Line, span.EndLinePosition.Line, Schema(postgres), Schema(sqlite), text, own, taken, method.ReturnType,
            comment?[3..].Split(' ')[0], comment?.EndsWith(ServerAccepts, StringComparison.Ordinal) == false);
    }

    private void Take(string file, Dictionary<string, TypeSyntax> taken, string name, TypeSyntax type)
    {
        if (type is IdentifierNameSyntax named && Type(file, named.Identifier.Text) is RecordDeclarationSyntax record)
        {
            foreach (var member in Members(record))
                taken.TryAdd(Key(member.Name), member.Type);
        }
        else
        {
            taken.Add(Key(name), type);
        }
    }

    private CheckedText Text(string file, ExpressionSyntax expression)
    {
        var value = ((LiteralExpressionSyntax)expression).Token.ValueText;
        var (line, column) = (0, 0);
        if (value.EndsWith(".sql", StringComparison.Ordinal))
        {
            file = value;
            value = File.ReadAllText(Path.Combine(_folder, value));
            var at = value.IndexOf('«', StringComparison.Ordinal);
            if (at >= 0)
                (line, column) = (value[..at].Count(static c => c == '\n'), at - value.LastIndexOf('\n', at) - 1);
        }
        else if (expression.ToString().IndexOf('«', StringComparison.Ordinal) is >= 0 and var at)
        {
            var place = expression.SyntaxTree.GetLineSpan(new(expression.SpanStart + at, 1)).StartLinePosition;
            (line, column) = (place.Line, place.Character);
        }
        var mark = value.IndexOf('«', StringComparison.Ordinal);
        return new CheckedText(file, Strip(value), mark, mark < 0 ? 0 : value.IndexOf('»', StringComparison.Ordinal) - mark - 1, line, column);
    }

    private static string? Schema(AttributeSyntax? client) => client?.ArgumentList?.Arguments
        .Where(static a => a.NameEquals?.Name.Identifier.Text == "Schema").Select(static a => ((LiteralExpressionSyntax)a.Expression).Token.ValueText).Single();

    private static AttributeSyntax? Attribute(MemberDeclarationSyntax member, string name) => member.AttributeLists.SelectMany(static l => l.Attributes).FirstOrDefault(a => a.Name.ToString() == name);

    private static string Strip(string text) => text.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
}
