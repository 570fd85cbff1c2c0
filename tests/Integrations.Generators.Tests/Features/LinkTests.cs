using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Integrations.Generators.Tests.Features;

public sealed class LinkTests
{
    [Fact]
    public async Task A_link_is_followed_with_what_the_answer_says()
    {
        var run = Feature.Project("links.yaml", """
            var user = await client.Users.GetAsync("ann");
            await client.Users.GetThenRepositoriesAsync(user, "ann", page: 2);
            await client.Users.GetThenFavoriteAsync(user);
            await client.Users.GetThenSelfAsync(user);
            try { await client.Users.GetThenFavoriteAsync(new User { Username = "bob", Favorite = new Repository { Owner = "o" } }); }
            catch (ArgumentException exception) { log.Add(exception.Message); }
            """).Run();
        var paths = new ConcurrentQueue<string>();
        var log = await Feature.LiveAsync(run, context =>
        {
            paths.Enqueue(context.Request.Path + context.Request.QueryString.Value);
            return context.Response.WriteAsync(context.Request.Path.Value switch
            {
                "/users/ann" => """{"username":"ann","favorite":{"owner":"bob","id":7}}""",
                "/repositories/ann" => "[]",
                _ => """{"owner":"bob"}""",
            });
        });
        Assert.Equal(["/users/ann", "/repositories/ann?answer=ann&page=2", "/repositories/bob/7", "/users/ann"], paths);
        Assert.Equal(["The answer has no 'favorite/id', without which this link cannot be followed."], log);
    }

    [Theory]
    [InlineData("repositories/list\n              parameters", "nobody\n              parameters", "leads to no operation that is emitted")]
    [InlineData("owner: '$response.body#/username'", "owner: '$response.header.X'", "no property of the answer")]
    [InlineData("owner: '$response.body#/username'", "owner: '$response.body#/name'", "takes 'name', which the answer's type does not have")]
    [InlineData("owner: '$response.body#/username'", "owner: '$response.body#/favorite'", "of another type than the parameter 'owner'")]
    [InlineData("owner: '$response.body#/username'", "login: '$response.body#/username'", "sets the parameter 'login', which its target does not have")]
    public void INT2010_a_link_that_no_method_follows(string from, string to, string why)
    {
        var document = Feature.Text("links.yaml").Replace(from, to, StringComparison.Ordinal);
        var diagnostic = (Feature.Project("links.yaml").WithDocument("specs/links.yaml", document)).Run("INT2010").Single("INT2010");
        Assert.Contains("GET /users/{username}: 'repositories' ", diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Contains(why, diagnostic.GetMessage(), StringComparison.Ordinal);
        Assert.Equal(10, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
    }
}
