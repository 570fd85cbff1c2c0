using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Generation;

/// <summary>A description in the document changes: what is emitted again, and how long it takes against the first run.</summary>
internal static class DocumentEdit
{
    public static void Run(string folder)
    {
        Console.WriteLine("| one description changes | first run, ms | after the edit, ms | ratio (at most 0.50) | files emitted again |");
        Console.WriteLine("|---|---|---|---|---|");
        Measure(folder, "Twilio", "twilio_api_v2010.json");
        Measure(folder, "GitHub", "github.json");
    }

    private static void Measure(string folder, string name, string document)
    {
        var project = new Project(folder, ("Client", document, []));
        var driver = project.Driver();
        var clock = Stopwatch.StartNew();
        driver = driver.RunGenerators(project.Compilation);
        var first = clock.Elapsed.TotalMilliseconds;
        var before = driver.GetRunResult().Results[0].GeneratedSources.ToDictionary(static s => s.HintName, static s => s.SourceText);

        var old = project.Texts[0];
        var text = old.GetText()!.ToString();
        var at = text.IndexOf("\"description\": \"", text.IndexOf("\"schemas\"", StringComparison.Ordinal), StringComparison.Ordinal) + "\"description\": \"".Length;
        if (at < 16)
            at = text.IndexOf("\"description\":\"", text.IndexOf("\"schemas\"", StringComparison.Ordinal), StringComparison.Ordinal) + "\"description\":\"".Length;
        var edited = new DocumentText(document, SourceText.From(text.Insert(at, "Edited. "), Encoding.UTF8));
        clock.Restart();
        driver = driver.ReplaceAdditionalText(old, edited).RunGenerators(project.Compilation);
        var again = clock.Elapsed.TotalMilliseconds;
        var changed = driver.GetRunResult().Results[0].GeneratedSources.Count(s => !ReferenceEquals(before.GetValueOrDefault(s.HintName), s.SourceText));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {first:F0} | {again:F0} | {again / first:F2} | {changed} of {before.Count} |"));
    }
}
