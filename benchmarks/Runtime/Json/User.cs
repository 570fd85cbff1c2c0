using Integrations.Json;

namespace Integrations.Benchmarks.Json;

/// <summary>A model in the shape that the generator emits.</summary>
internal sealed partial class User : IJsonModel<User>
{
    internal static readonly JsonShape Shape = new("User", "login,id,node_id,avatar_url,gravatar_id?,url,html_url,followers_url,following_url,gists_url,starred_url,subscriptions_url,organizations_url,repos_url,events_url,received_events_url,type,site_admin,name?,email?,starred_at?,");
    private ExtraProperties? _extra;

    public string Login { get; set; } = null!;
    public long Id { get; set; }
    public string NodeId { get; set; } = null!;
    public string AvatarUrl { get; set; } = null!;
    public string? GravatarId { get; set; }
    public string Url { get; set; } = null!;
    public string HtmlUrl { get; set; } = null!;
    public string FollowersUrl { get; set; } = null!;
    public string FollowingUrl { get; set; } = null!;
    public string GistsUrl { get; set; } = null!;
    public string StarredUrl { get; set; } = null!;
    public string SubscriptionsUrl { get; set; } = null!;
    public string OrganizationsUrl { get; set; } = null!;
    public string ReposUrl { get; set; } = null!;
    public string EventsUrl { get; set; } = null!;
    public string ReceivedEventsUrl { get; set; } = null!;
    public string Type { get; set; } = null!;
    public bool SiteAdmin { get; set; }
    public string? Name { get; set; }
    public string? Email { get; set; }
    public string? StarredAt { get; set; }

    static User IJsonModel<User>.Read(ref JsonReader reader)
    {
        var value = new User();
        var cursor = reader.StartObject(Shape);
        while (reader.Next(ref cursor))
        {
            switch (cursor.Index)
            {
                case 0: value.Login = reader.String(); break;
                case 1: value.Id = reader.Int64(); break;
                case 2: value.NodeId = reader.String(); break;
                case 3: value.AvatarUrl = reader.String(); break;
                case 4: value.GravatarId = reader.StringOrNull(); break;
                case 5: value.Url = reader.String(); break;
                case 6: value.HtmlUrl = reader.String(); break;
                case 7: value.FollowersUrl = reader.String(); break;
                case 8: value.FollowingUrl = reader.String(); break;
                case 9: value.GistsUrl = reader.String(); break;
                case 10: value.StarredUrl = reader.String(); break;
                case 11: value.SubscriptionsUrl = reader.String(); break;
                case 12: value.OrganizationsUrl = reader.String(); break;
                case 13: value.ReposUrl = reader.String(); break;
                case 14: value.EventsUrl = reader.String(); break;
                case 15: value.ReceivedEventsUrl = reader.String(); break;
                case 16: value.Type = reader.String(); break;
                case 17: value.SiteAdmin = reader.Boolean(); break;
                case 18: value.Name = reader.StringOrNull(); break;
                case 19: value.Email = reader.StringOrNull(); break;
                case 20: value.StarredAt = reader.StringOrNull(); break;
                default: reader.Keep(ref value._extra); break;
            }
        }
        reader.EndObject(ref cursor);
        return value;
    }

    static void IJsonModel<User>.Write(ref JsonWriter writer, User value)
    {
        writer.StartObject();
        writer.String("login"u8, value.Login);
        writer.Int64("id"u8, value.Id);
        writer.String("node_id"u8, value.NodeId);
        writer.String("avatar_url"u8, value.AvatarUrl);
        writer.StringOrSkip("gravatar_id"u8, value.GravatarId);
        writer.String("url"u8, value.Url);
        writer.String("html_url"u8, value.HtmlUrl);
        writer.String("followers_url"u8, value.FollowersUrl);
        writer.String("following_url"u8, value.FollowingUrl);
        writer.String("gists_url"u8, value.GistsUrl);
        writer.String("starred_url"u8, value.StarredUrl);
        writer.String("subscriptions_url"u8, value.SubscriptionsUrl);
        writer.String("organizations_url"u8, value.OrganizationsUrl);
        writer.String("repos_url"u8, value.ReposUrl);
        writer.String("events_url"u8, value.EventsUrl);
        writer.String("received_events_url"u8, value.ReceivedEventsUrl);
        writer.String("type"u8, value.Type);
        writer.Boolean("site_admin"u8, value.SiteAdmin);
        writer.StringOrSkip("name"u8, value.Name);
        writer.StringOrSkip("email"u8, value.Email);
        writer.StringOrSkip("starred_at"u8, value.StarredAt);
        writer.Extra(value._extra);
        writer.EndObject();
    }
}
