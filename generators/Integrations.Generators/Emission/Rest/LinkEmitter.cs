using Integrations.Generators.Models;

namespace Integrations.Generators.Emission.Rest;

/// <summary>Writes a method that follows a link: one call of its target, with what an answer says.</summary>
internal static class LinkEmitter
{
    public static void Interface(CodeWriter writer, LinkModel link)
    {
        Docs.Summary(writer, link.Doc.Summary.Length > 0 ? link.Doc.Summary : link.Title + ", with what an answer says.");
        writer.Line($"{OperationEmitter.Result(link.Response, whole: false)} {link.Name}Async({Parameters(link)});");
        writer.Line();
    }

    public static void Class(CodeWriter writer, LinkModel link)
    {
        var target = link.Owner is { } owner ? $"new {owner}(_api).{link.Target}Async" : link.Target + "Async";
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public {OperationEmitter.Result(link.Response, whole: false)} {link.Name}Async({Parameters(link)}) =>");
        writer.Line($"    {target}({string.Join(", ", link.Arguments.Select(a => Value(link, a)).Append("cancellationToken"))});");
        writer.Line();
    }

    private static string Parameters(LinkModel link)
    {
        var rest = link.Arguments.Where(static a => a.Path.Count == 0).Select(static a => RequestCalls.ParameterType(a.Parameter) + " " + a.Parameter.Name + (a.Parameter.Required ? "" : " = null"));
        return string.Join(", ", rest.Prepend(link.From.Name + " " + Answer(link)).Append("global::System.Threading.CancellationToken cancellationToken = default"));
    }

    private static string Value(LinkModel link, LinkArgumentModel argument)
    {
        if (argument.Path.Count == 0)
            return argument.Parameter.Name;
        var text = PaginationEmitter.Path(Answer(link), false, argument.Path).Text;
        var nullable = argument.Path.Any(static step => step.Presence != Presence.Required);
        return nullable && argument.Parameter.Required ? $"global::Integrations.Http.LinkValue.Of({text}, {CSharpText.Literal(argument.Wire)})" : text;
    }

    /// <summary>A name that no other parameter has.</summary>
    private static string Answer(LinkModel link)
    {
        var name = "answer";
        while (link.Arguments.Any(a => a.Parameter.Name == name))
            name += "_";
        return name;
    }
}
