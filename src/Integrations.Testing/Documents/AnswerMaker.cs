using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Integrations.Testing.Documents;

/// <summary>How a server answers.</summary>
/// <param name="Seed">Decides instances.</param>
/// <param name="UseExamples">Whether the document's own examples are answered where it has some.</param>
/// <param name="Last">Whether the last success that the document states is answered, not the first.</param>
/// <param name="Optional">Whether instances have optional properties.</param>
/// <param name="FirstBranch">Whether instances take the first branch of choices.</param>
/// <param name="Unknown">Whether instances have a property that the document does not name.</param>
/// <param name="Text">The characters that free text has.</param>
internal sealed record AnswerOptions(int Seed, bool UseExamples = true, bool Last = false, bool Optional = true, bool FirstBranch = true, bool Unknown = true, TextKind Text = TextKind.Any);

/// <summary>Makes the answer to a request.</summary>
internal sealed class AnswerMaker(RawDocument document, AnswerOptions options)
{
    /// <summary>Decides status and body.</summary>
    public int Make(SeenRequest seen, string accept)
    {
        var responses = seen.Operation!.Responses;
        var successes = responses.Where(static r => r.Status.Length == 3 && r.Status[0] == '2').ToList();
        if (successes.Count == 0)
            successes = [.. responses.Where(static r => r.Status == "default")];
        if (successes.Count == 0)
            return 204;
        var response = options.Last ? successes[^1] : successes[0];
        var status = int.TryParse(response.Status, NumberStyles.None, CultureInfo.InvariantCulture, out var stated) ? stated : 200;
        // RFC 9110: these have no content, whatever the document says.
        if (status is 204 or 205 || seen.Operation.Method == "HEAD")
            return status;
        if (response.Content.Count == 0)
            return status == 200 && response.Status != "200" ? 204 : status;
        var accepted = (accept.Length == 0 ? "*/*" : accept).Split(',', StringSplitOptions.TrimEntries).Select(RawMedia.BareName).ToList();
        var media = response.Content.FirstOrDefault(m => accepted.Contains(m.Bare)) ?? response.Content.FirstOrDefault(m => accepted.Exists(a => RequestChecker.Matches(m.Bare, a) || RequestChecker.Matches(a, m.Bare)));
        if (media is null)
        {
            // With several successes, another one may be what was asked for.
            if (!successes.Exists(s => s.Content.Any(m => accepted.Exists(a => RequestChecker.Matches(m.Bare, a)))))
                seen.Violations.Add($"header: Accept '{accept}' asks for none of {string.Join(", ", response.Content.Select(static m => m.Name))}");
            media = response.Content[0];
        }
        Fill(seen, media);
        return status;
    }

    private void Fill(SeenRequest seen, RawMedia media)
    {
        seen.Answered = media;
        var instances = new InstanceOptions(options.Seed, options.Optional, Direction.Response, options.FirstBranch, options.Optional && options.Unknown, options.Text);
        if (RecordAnswer.Is(media.Bare))
        {
            RecordAnswer.Fill(seen, media, document, instances);
            return;
        }
        var examples = media.Examples.Where(e => !media.IsJson || e is not null).ToList();
        if (options.UseExamples && examples.Count > 0)
        {
            var example = examples[(int)((uint)options.Seed % (uint)examples.Count)];
            if (media.IsJson)
                seen.Defects = new SchemaValidator(document).Check(example, media.Schema, Direction.Response);
            Set(seen, media, example);
            return;
        }
        Set(seen, media, new SchemaInstances(document).Make(media.Schema, instances));
    }

    private static void Set(SeenRequest seen, RawMedia media, JsonNode? value)
    {
        if (media.IsJson)
            seen.Json = value?.DeepClone();
        else
            seen.Answer = Encoding.UTF8.GetBytes(RawDocument.Text(value) ?? value?.ToJsonString() ?? "text \u00fc");
    }
}
