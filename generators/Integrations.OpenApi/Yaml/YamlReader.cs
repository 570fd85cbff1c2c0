using Integrations.OpenApi.Model;
using Integrations.OpenApi.Text;
using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;

namespace Integrations.OpenApi.Yaml;

/// <summary>Reads YAML as JSON; what the parser refuses but libyaml takes is mended and read again.</summary>
internal static class YamlReader
{
    public static YamlJson? Read(SourceText text, ProblemList problems, CancellationToken ct)
    {
        var first = new ProblemList();
        try
        {
            var json = new YamlConverter(first, ct).Convert(new SourceTextReader(text));
            return Done(json, first, problems);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Again(text, e, problems, ct);
        }
    }

    private static YamlJson? Again(SourceText text, Exception first, ProblemList problems, CancellationToken ct)
    {
        try
        {
            var mended = new YamlMender(text.ToString()).Mend();
            var found = new ProblemList();
            using var reader = new StringReader(mended);
            var json = new YamlConverter(found, ct).Convert(reader);
            return Done(json, found, problems);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The place in the text that the user has, not in the mended one.
            var at = first is YamlException yaml
                ? new SpecLocation(Math.Max(0, (int)yaml.Start.Line - 1), Math.Max(0, (int)yaml.Start.Column - 1))
                : default;
            problems.Add(SpecProblemKind.Syntax, "", "The document is not valid YAML: " + Reason(first), at);
            return null;
        }
    }

    private static YamlJson? Done(YamlJson? json, ProblemList found, ProblemList problems)
    {
        foreach (var problem in found.Problems) problems.Add(problem);
        return json;
    }

    private static string Reason(Exception e)
    {
        var reason = (e.InnerException ?? e).Message;
        return reason.EndsWith(".", StringComparison.Ordinal) ? reason : reason + ".";
    }
}
