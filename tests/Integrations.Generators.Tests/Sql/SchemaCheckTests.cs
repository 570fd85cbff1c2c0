using Integrations.Generators.Tests.Harness;
using Integrations.Tests.Shared;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace Integrations.Generators.Tests.Sql;

/// <summary>Statements against their schema, over the set in <c>Checked</c>: no false alarm in what is correct, and each planted mistake at its own line and column.</summary>
public sealed class SchemaCheckTests(ITestOutputHelper output)
{
    private const string NotUnderstood = "INT4016";

    private static readonly string s_folder = Path.Combine(RepositoryFiles.Root, "tests/Integrations.Generators.Tests/Sql/Checked");
    private static readonly Lazy<(CheckedSet Set, List<Found> Found)> s_mistakes = new(static () => Run("mistakes"));
    private static readonly Lazy<(CheckedSet Set, List<Found> Found)> s_correct = new(static () => Run("correct"));

    public static TheoryData<string> CorrectFiles => [.. CheckedSet.Read(Path.Combine(s_folder, "correct")).Methods.Select(static m => m.File).Distinct()];

    public static TheoryData<string> Mistakes => [.. CheckedSet.Read(Path.Combine(s_folder, "mistakes")).Methods.Select(static m => m.Name)];

    [Theory]
    [MemberData(nameof(CorrectFiles))]
    public void Correct_statements_give_no_diagnostic(string file)
    {
        var (set, found) = s_correct.Value;
        var methods = set.Methods.Where(m => m.File == file).ToList();
        var alarms = found.Where(f => f.Id != NotUnderstood && methods.Any(m => IsOf(m, f))).ToList();
        Assert.True(alarms.Count == 0, string.Join('\n', alarms));
    }

    [Fact]
    public void The_correct_set_has_no_diagnostic_of_any_other_place_and_is_large()
    {
        var (set, found) = s_correct.Value;
        Assert.DoesNotContain(found, f => f.Id != NotUnderstood && !set.Methods.Any(m => IsOf(m, f)));
        Assert.InRange(set.Methods.Count, 150, int.MaxValue);
        // What is said to be not understood is a matter of how good the checker is, not of whether it is right.
        var unread = set.Methods.Where(m => found.Any(f => f.Id == NotUnderstood && IsOf(m, f))).ToList();
        output.WriteLine($"Not understood: {unread.Count} of {set.Methods.Count}: {string.Join(", ", unread)}");
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_reported_once_where_it_is(string name)
    {
        var (set, found) = s_mistakes.Value;
        var method = set.Methods.Single(m => m.Name == name);
        var text = method.Postgres.Mark >= 0 ? method.Postgres : method.Sqlite;
        var expected = new Found(method.Id!, text.File, text.Line, text.Column, "");
        var actual = found.Where(f => f.Id != NotUnderstood && IsOf(method, f)).Select(static f => f with { Message = "" });
        Assert.Equal([expected], actual);
    }

    [Fact]
    public void The_mistakes_give_no_diagnostic_of_any_other_place_and_are_many()
    {
        var (set, found) = s_mistakes.Value;
        Assert.DoesNotContain(found, f => f.Id != NotUnderstood && !set.Methods.Any(m => IsOf(m, f)));
        Assert.InRange(set.Methods.Count, 60, int.MaxValue);
    }

    private static bool IsOf(CheckedMethod method, Found found) =>
        found.File == method.File
            ? found.Line >= method.FirstLine && found.Line <= method.LastLine
            : found.File == method.Postgres.File || found.File == method.Sqlite.File;

    private static (CheckedSet Set, List<Found> Found) Run(string folder)
    {
        var set = CheckedSet.Read(Path.Combine(s_folder, folder));
        var project = new TestProject { References = [SqlProject.Npgsql, SqlProject.Sqlite], Sources = [.. Files(".cs").Select(static f => (TestProject.Directory + f.Key, f.Value))] };
        foreach (var schema in Directory.GetFiles(s_folder, "*.schema.sql"))
            project = project.WithDocument(Path.GetFileName(schema), File.ReadAllText(schema));
        foreach (var (path, text) in Files(".sql"))
            project = project.WithDocument(path, text);
        var driver = project.Driver().RunGeneratorsAndUpdateCompilation(project.Compilation(), out var compilation, out _);
        // The compiler's own errors are those of the set: they stand among the rest, and fail.
        var errors = compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error);
        return (set, [.. driver.GetRunResult().Diagnostics.Concat(errors).Select(static d => Found.Of(d))]);

        IEnumerable<KeyValuePair<string, string>> Files(string extension) => set.Files.Where(f => f.Key.EndsWith(extension, StringComparison.Ordinal));
    }

    private sealed record Found(string Id, string File, int Line, int Column, string Message)
    {
        public static Found Of(Diagnostic diagnostic)
        {
            var lines = diagnostic.Location.GetLineSpan();
            var path = lines.Path.StartsWith(TestProject.Directory, StringComparison.Ordinal) ? lines.Path[TestProject.Directory.Length..] : lines.Path;
            return new Found(diagnostic.Id, path, lines.StartLinePosition.Line, lines.StartLinePosition.Character, diagnostic.GetMessage());
        }
    }
}
