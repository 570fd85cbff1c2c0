using Integrations.Json;

namespace Integrations.Benchmarks.Json;

/// <summary>A model in the shape that the generator emits.</summary>
internal sealed partial class Label : IJsonModel<Label>
{
    internal static readonly JsonShape Shape = new("Label", "id,node_id,url,name,color,default,description?,");
    private ExtraProperties? _extra;

    public long Id { get; set; }
    public string NodeId { get; set; } = null!;
    public string Url { get; set; } = null!;
    public string Name { get; set; } = null!;
    public string Color { get; set; } = null!;
    public bool Default { get; set; }
    public string? Description { get; set; }

    static Label IJsonModel<Label>.Read(ref JsonReader reader)
    {
        var value = new Label();
        var cursor = reader.StartObject(Shape);
        while (reader.Next(ref cursor))
        {
            switch (cursor.Index)
            {
                case 0: value.Id = reader.Int64(); break;
                case 1: value.NodeId = reader.String(); break;
                case 2: value.Url = reader.String(); break;
                case 3: value.Name = reader.String(); break;
                case 4: value.Color = reader.String(); break;
                case 5: value.Default = reader.Boolean(); break;
                case 6: value.Description = reader.StringOrNull(); break;
                default: reader.Keep(ref value._extra); break;
            }
        }
        reader.EndObject(ref cursor);
        return value;
    }

    static void IJsonModel<Label>.Write(ref JsonWriter writer, Label value)
    {
        writer.StartObject();
        writer.Int64("id"u8, value.Id);
        writer.String("node_id"u8, value.NodeId);
        writer.String("url"u8, value.Url);
        writer.String("name"u8, value.Name);
        writer.String("color"u8, value.Color);
        writer.Boolean("default"u8, value.Default);
        writer.StringOrSkip("description"u8, value.Description);
        writer.Extra(value._extra);
        writer.EndObject();
    }
}

/// <summary>A model in the shape that the generator emits.</summary>
internal sealed partial class Issue : IJsonModel<Issue>
{
    internal static readonly JsonShape Shape = new("Issue", "id,node_id,url,repository_url,html_url,number,state,state_reason?,title,body?,user?,labels,assignee?,locked,comments,created_at,updated_at,closed_at?,author_association,score?,");
    private ExtraProperties? _extra;

    public long Id { get; set; }
    public string NodeId { get; set; } = null!;
    public string Url { get; set; } = null!;
    public string RepositoryUrl { get; set; } = null!;
    public string HtmlUrl { get; set; } = null!;
    public int Number { get; set; }
    public string State { get; set; } = null!;
    public string? StateReason { get; set; }
    public string Title { get; set; } = null!;
    public string? Body { get; set; }
    public User? User { get; set; }
    public List<Label> Labels { get; set; } = null!;
    public User? Assignee { get; set; }
    public bool Locked { get; set; }
    public int Comments { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public string AuthorAssociation { get; set; } = null!;
    public double? Score { get; set; }

    static Issue IJsonModel<Issue>.Read(ref JsonReader reader)
    {
        var value = new Issue();
        var cursor = reader.StartObject(Shape);
        while (reader.Next(ref cursor))
        {
            switch (cursor.Index)
            {
                case 0: value.Id = reader.Int64(); break;
                case 1: value.NodeId = reader.String(); break;
                case 2: value.Url = reader.String(); break;
                case 3: value.RepositoryUrl = reader.String(); break;
                case 4: value.HtmlUrl = reader.String(); break;
                case 5: value.Number = reader.Int32(); break;
                case 6: value.State = reader.String(); break;
                case 7: value.StateReason = reader.StringOrNull(); break;
                case 8: value.Title = reader.String(); break;
                case 9: value.Body = reader.StringOrNull(); break;
                case 10: value.User = reader.ModelOrNull<User>(); break;
                case 11: value.Labels = reader.Value<List<Label>, ListCodec<Label, ModelCodec<Label>>>(); break;
                case 12: value.Assignee = reader.ModelOrNull<User>(); break;
                case 13: value.Locked = reader.Boolean(); break;
                case 14: value.Comments = reader.Int32(); break;
                case 15: value.CreatedAt = reader.DateTimeOffset(); break;
                case 16: value.UpdatedAt = reader.DateTimeOffset(); break;
                case 17: value.ClosedAt = reader.DateTimeOffsetOrNull(); break;
                case 18: value.AuthorAssociation = reader.String(); break;
                case 19: value.Score = reader.DoubleOrNull(); break;
                default: reader.Keep(ref value._extra); break;
            }
        }
        reader.EndObject(ref cursor);
        return value;
    }

    static void IJsonModel<Issue>.Write(ref JsonWriter writer, Issue value)
    {
        writer.StartObject();
        writer.Int64("id"u8, value.Id);
        writer.String("node_id"u8, value.NodeId);
        writer.String("url"u8, value.Url);
        writer.String("repository_url"u8, value.RepositoryUrl);
        writer.String("html_url"u8, value.HtmlUrl);
        writer.Int32("number"u8, value.Number);
        writer.String("state"u8, value.State);
        writer.StringOrSkip("state_reason"u8, value.StateReason);
        writer.String("title"u8, value.Title);
        writer.StringOrSkip("body"u8, value.Body);
        writer.ModelOrSkip("user"u8, value.User);
        writer.Value<List<Label>, ListCodec<Label, ModelCodec<Label>>>("labels"u8, value.Labels);
        writer.ModelOrSkip("assignee"u8, value.Assignee);
        writer.Boolean("locked"u8, value.Locked);
        writer.Int32("comments"u8, value.Comments);
        writer.DateTimeOffset("created_at"u8, value.CreatedAt);
        writer.DateTimeOffset("updated_at"u8, value.UpdatedAt);
        writer.DateTimeOffsetOrSkip("closed_at"u8, value.ClosedAt);
        writer.String("author_association"u8, value.AuthorAssociation);
        writer.DoubleOrSkip("score"u8, value.Score);
        writer.Extra(value._extra);
        writer.EndObject();
    }
}
