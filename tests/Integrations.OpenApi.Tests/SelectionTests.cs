namespace Integrations.OpenApi.Tests;

public sealed class SelectionTests
{
    private static readonly SpecIndex Index = Spec.Index("""
        {"openapi":"3.0.3","paths":{
          "/user":{"get":{"operationId":"users/get-authenticated","tags":["users"]}},
          "/repos/{owner}/{repo}":{"get":{"operationId":"repos/get","tags":["repos","core"]},"delete":{"operationId":"repos/delete","tags":["repos"]}},
          "/repos/{owner}/{repo}/issues":{"get":{"operationId":"issues/list","tags":["issues"]}},
          "/zen":{"get":{"tags":["meta"]}}}}
        """);

    [Theory]
    [InlineData("GET /user", "GET /user")]
    [InlineData("get /user", "GET /user")]
    [InlineData("/repos/{owner}/{repo}", "GET /repos/{owner}/{repo},DELETE /repos/{owner}/{repo}")]
    [InlineData("repos/*", "GET /repos/{owner}/{repo},DELETE /repos/{owner}/{repo}")]
    [InlineData("tag:core", "GET /repos/{owner}/{repo}")]
    [InlineData("tag:*s", "GET /user,GET /repos/{owner}/{repo},DELETE /repos/{owner}/{repo},GET /repos/{owner}/{repo}/issues")]
    [InlineData("* /repos/*/issues", "GET /repos/{owner}/{repo}/issues")]
    [InlineData("/repos/*;!DELETE *", "GET /repos/{owner}/{repo},GET /repos/{owner}/{repo}/issues")]
    [InlineData("!/repos/*", "GET /user,GET /zen")]
    [InlineData("GET /zen;users/get-authenticated", "GET /user,GET /zen")]
    [InlineData("!tag:repos;/repos/*", "GET /repos/{owner}/{repo}/issues")]
    public void Patterns_choose_operations(string patterns, string expected)
    {
        var selection = Index.Select(patterns.Split(';'));

        Assert.Equal(expected, string.Join(",", selection.Operations.Select(o => o.Method + " " + o.Path)));
        Assert.Empty(selection.Unmatched);
        Assert.False(selection.Whole);
    }

    [Fact]
    public void No_pattern_and_an_asterisk_choose_everything()
    {
        Assert.True(Index.Select(null).Whole);
        Assert.Equal(Index.Operations, Index.Select([]).Operations);
        Assert.Equal(Index.Operations, Index.Select(["*"]).Operations);
    }

    [Theory]
    [InlineData("GET /users", "GET /user")]
    [InlineData("/zenn", "/zen")]
    [InlineData("Repos/Get", "repos/get")]
    [InlineData("tag:isues", "tag:issues")]
    [InlineData("!tag:isues", "!tag:issues")]
    public void A_pattern_that_matches_nothing_names_what_it_may_have_meant(string pattern, string nearest)
    {
        var unmatched = Assert.Single(Index.Select([pattern]).Unmatched);

        Assert.Equal(pattern, unmatched.Pattern);
        Assert.Equal(nearest, unmatched.Nearest[0]);
        Assert.InRange(unmatched.Nearest.Count, 1, 3);
    }

    [Fact]
    public void A_union_is_in_the_documents_order_and_whole_if_one_part_is()
    {
        var some = SpecSelection.Union(Index.Select(["GET /zen", "nothing"]), Index.Select(["GET /user"]));

        Assert.Equal(["/user", "/zen"], some.Operations.Select(o => o.Path));
        Assert.Equal("nothing", Assert.Single(some.Unmatched).Pattern);
        Assert.True(SpecSelection.Union(some, Index.Select(null)).Whole);
    }
}
