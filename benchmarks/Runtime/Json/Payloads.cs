using System.Text.Json;

namespace Integrations.Benchmarks.Json;

/// <summary>Payloads of the sizes and the kinds that GitHub's API has, filled from a fixed seed.</summary>
internal static class Payloads
{
    internal static User User(int seed = 1) => new()
    {
        Login = $"octo-person-{seed}",
        Id = 583231 + seed,
        NodeId = $"MDQ6VXNlcjU4MzIzMQ{seed}",
        AvatarUrl = $"https://avatars.example.com/u/{583231 + seed}?v=4",
        GravatarId = "",
        Url = Link(seed, ""),
        HtmlUrl = $"https://example.com/octo-person-{seed}",
        FollowersUrl = Link(seed, "/followers"),
        FollowingUrl = Link(seed, "/following{/other_user}"),
        GistsUrl = Link(seed, "/gists{/gist_id}"),
        StarredUrl = Link(seed, "/starred{/owner}{/repo}"),
        SubscriptionsUrl = Link(seed, "/subscriptions"),
        OrganizationsUrl = Link(seed, "/orgs"),
        ReposUrl = Link(seed, "/repos"),
        EventsUrl = Link(seed, "/events{/privacy}"),
        ReceivedEventsUrl = Link(seed, "/received_events"),
        Type = "User",
        SiteAdmin = false,
    };

    internal static List<Issue> Issues(int count) =>
    [
        .. from i in Enumerable.Range(1, count)
           select new Issue
           {
               Id = 1_900_000_000 + i,
               NodeId = $"I_kwDOAA{i}",
               Url = Link(i, "/issues"),
               RepositoryUrl = Link(i, ""),
               HtmlUrl = Link(i, "/html"),
               Number = i,
               State = "open",
               StateReason = i % 3 == 0 ? "reopened" : null,
               Title = $"The reader stops after {i} items when the text has an escape",
               Body = string.Concat(Enumerable.Repeat("When I read a long list, the last item is lost.\r\n\r\n```json\r\n{ \"a\": 1 }\r\n```\r\nExpected: all of them. ", 4)),
               User = User(i),
               Assignee = i % 2 == 0 ? User(i + 100) : null,
               Labels = [.. from j in Enumerable.Range(0, i % 4) select new Label { Id = j, NodeId = $"LA_{j}", Url = Link(j, "/labels/bug"), Name = "area-json", Color = "d73a4a", Default = j == 0, Description = "Something isn't working" }],
               Locked = false,
               Comments = i * 7 % 11,
               CreatedAt = new DateTimeOffset(2026, 1, 1 + i % 28, 10, 20, 30, TimeSpan.Zero),
               UpdatedAt = new DateTimeOffset(2026, 2, 1 + i % 28, 10, 20, 30, TimeSpan.Zero),
               ClosedAt = i % 5 == 0 ? new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero) : null,
               AuthorAssociation = "CONTRIBUTOR",
               Score = i / 7.0,
           },
    ];

    internal static Repository Repository()
    {
        var repository = new Repository();
        Fill.Repository(repository, Link, User(42), User(43));
        return repository;
    }

    /// <summary>The same object with its properties in another order.</summary>
    internal static byte[] Shuffle(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        var properties = document.RootElement.EnumerateObject().ToArray();
        new Random(7).Shuffle(properties);
        using var output = new MemoryStream();
        using (var writer = new Utf8JsonWriter(output))
        {
            writer.WriteStartObject();
            foreach (var property in properties)
            {
                property.WriteTo(writer);
            }
            writer.WriteEndObject();
        }
        return output.ToArray();
    }

    private static string Link(int seed, string rest) => $"https://api.example.com/repos/octo-person-{seed}/hello-world{rest}";
}
