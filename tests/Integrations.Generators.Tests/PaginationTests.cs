using System.Text.RegularExpressions;
using Integrations.Generators.Tests.Harness;

namespace Integrations.Generators.Tests;

public sealed partial class PaginationTests
{
    [Theory]
    [InlineData("pagination-link.yaml", "ListIssues LinkPages", "SearchIssues LinkPages")]
    [InlineData("pagination-address.yaml", "ListPlain AddressPages", "ListLinks AddressPages", "ListOdata AddressPages", "ListPrevious AddressPages", "ListPageable AddressPages")]
    [InlineData("pagination-cursor.yaml", "ListMembers CursorPages", "ListFiles CursorPages", "ListContacts CursorPages", "ListNumbers CursorPages", "ListCustomers CursorPages")]
    [InlineData("pagination-number.yaml", "ListPages NumberedPages", "ListZero NumberedPages", "ListOffsets NumberedPages")]
    public void What_is_plain_is_found_and_what_is_doubtful_is_not(string document, params string[] expected) =>
        Assert.Equal(expected, Found(Run(document, "")));

    [Fact]
    public void A_page_is_read_by_its_typed_properties()
    {
        var text = Text(Run("pagination-address.yaml", ""));
        Assert.Contains("static page => page.Things, static page => page.NextPageUri.ValueOrDefault,", text, StringComparison.Ordinal);
        Assert.Contains("static page => page.Links.ValueOrDefault?.Next.ValueOrDefault,", text, StringComparison.Ordinal);
        text = Text(Run("pagination-cursor.yaml", ""));
        Assert.Contains("static page => page.ResponseMetadata?.NextCursor, \"cursor\",", text, StringComparison.Ordinal);
        Assert.Contains("static page => page.HasMore == false ? null : page.NextCursor.ValueOrDefault?.ToString(", text, StringComparison.Ordinal);
        Assert.Contains("page.HasMore == true && page.Data is { Count: > 0 } items && items[items.Count - 1] is { } last ? last.Id : null, \"starting_after\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_carry_what_the_document_says_of_sizes()
    {
        var text = Text(Run("pagination-number.yaml", ""));
        Assert.Contains("PageNumbers(\"page\") { Size = \"per_page\", DefaultSize = 20, MaximumSize = 100 }", text, StringComparison.Ordinal);
        Assert.Contains("PageNumbers(\"page%5Bnumber%5D\") { First = 0, Size = \"page%5Bsize%5D\" }", text, StringComparison.Ordinal);
        Assert.Contains("static page => page.Total.ValueOrDefault, new global::Integrations.Http.PageNumbers(\"offset\") { Offset = true, Size = \"limit\" }", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_declaration_adds_what_is_not_found_and_takes_away_what_is() => Assert.Equal(
        ["ListPlain AddressPages", "ListLinks AddressPages", "ListOdata AddressPages", "ListPageable AddressPages", "ListDoubtful AddressPages", "ListTwo AddressPages"],
        Found(Run("pagination-address.yaml", """
            [Pagination(Operation = "GET /doubtful", Kind = PaginationKind.Address, Next = "next")]
            [Pagination(Operation = "listTwo", Kind = PaginationKind.Address, Items = "two", Next = "next_url")]
            [Pagination(Operation = "listPrevious")]
            """)));

    [Theory]
    [InlineData("Operation = \"listTwo\", Kind = PaginationKind.Link")]
    [InlineData("Operation = \"listTwo\", Kind = PaginationKind.Link, Items = \"three\"")]
    [InlineData("Operation = \"listDoubtful\", Kind = PaginationKind.Address")]
    [InlineData("Operation = \"listDoubtful\", Kind = PaginationKind.Address, Next = \"results\"")]
    [InlineData("Operation = \"listDoubtful\", Kind = PaginationKind.Cursor, Next = \"next\", Parameter = \"cursor\"")]
    [InlineData("Operation = \"listDoubtful\", Kind = PaginationKind.LastItem, Next = \"next\", Parameter = \"cursor\"")]
    [InlineData("Operation = \"listDoubtful\", Kind = PaginationKind.Page, Parameter = \"page\"")]
    [InlineData("Operation = \"listNothing\", Kind = PaginationKind.Link")]
    public void A_declaration_that_does_not_fit_is_told(string declaration) =>
        Run("pagination-address.yaml", $"[Pagination({declaration})]", "INT2009");

    [Theory]
    [InlineData("github.json", "issues/list-for-repo", "ListForRepo LinkPages")]
    [InlineData("stripe_2022-02.json", "GetCustomers", "GetCustomers CursorPages")]
    [InlineData("stripe_2022-02.json", "GetCharges", "GetCharges CursorPages")]
    [InlineData("twilio_api_v2010.json", "ListAccount", "ListAccount AddressPages")]
    [InlineData("twilio_chat_v2.json", "ListService", "ListService AddressPages")]
    public void Lists_of_well_known_documents_are_found(string document, string operation, string expected)
    {
        var path = Path.Combine(RepositoryFiles.Root, "../shared/specs", document);
        if (!File.Exists(path))
            return;
        var run = Project(File.ReadAllText(path), document, $", Operations = [\"{operation}\"]", "").RunAny();
        Assert.Equal([expected], Found(run));
    }

    private static TestRun Run(string document, string attributes, params string[] expected) =>
        Project(File.ReadAllText(Path.Combine(Features(), document)), document, "", attributes).Run(expected);

    private static TestProject Project(string text, string name, string arguments, string attributes) => TestProject.Of($$"""
        namespace MyApp;

        /// <summary>Pages.</summary>
        [OpenApiClient("specs/{{name}}"{{arguments}})]
        {{attributes}}
        public sealed partial class PagesClient;
        """).WithDocument("specs/" + name, text);

    private static string Text(TestRun run) => string.Concat(run.Files.Values);

    private static IEnumerable<string> Found(TestRun run) =>
        Calls().Matches(Text(run)).Select(static m => m.Groups[1].Value + " " + m.Groups[2].Value);

    [GeneratedRegex(@"public \S+IAsyncEnumerable\S+ (\w+)AllAsync\(.*\n\s+_api\.(\w+)<")]
    private static partial Regex Calls();

    private static string Features()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var features = Path.Combine(folder, "specs", "features");
            if (Directory.Exists(features))
                return features;
        }
        throw new DirectoryNotFoundException("specs/features");
    }
}
