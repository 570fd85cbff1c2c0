using Integrations.Json;

namespace Integrations.Benchmarks.Json;

/// <summary>A model in the shape that the generator emits.</summary>
internal sealed partial class Repository : IJsonModel<Repository>
{
    internal static readonly JsonShape Shape = new("Repository", "id,node_id,name,full_name,owner,private,html_url,description?,fork,url,forks_url,keys_url,collaborators_url,teams_url,hooks_url,issue_events_url,events_url,assignees_url,branches_url,tags_url,blobs_url,git_tags_url,git_refs_url,trees_url,statuses_url,languages_url,stargazers_url,contributors_url,subscribers_url,subscription_url,commits_url,git_commits_url,comments_url,issue_comment_url,contents_url,compare_url,merges_url,archive_url,downloads_url,issues_url,pulls_url,milestones_url,notifications_url,labels_url,releases_url,deployments_url,clone_url,mirror_url,git_url,ssh_url,svn_url,temp_clone_url,homepage?,language?,forks_count,stargazers_count,watchers_count,open_issues_count,network_count,subscribers_count,size,default_branch,is_template?,topics?,has_issues,has_projects,has_wiki,has_pages,has_downloads,has_discussions,archived,disabled,allow_forking,web_commit_signoff_required,allow_rebase_merge,allow_squash_merge,allow_auto_merge,delete_branch_on_merge,allow_merge_commit,allow_update_branch,use_squash_pr_title_as_default,visibility?,pushed_at?,created_at?,updated_at?,organization?,squash_merge_commit_title?,squash_merge_commit_message?,merge_commit_title?,merge_commit_message?,temp_clone_token?,master_branch?,starred_at?,forks,open_issues,watchers,anonymous_access_enabled?,reserved97_url,reserved98_url,reserved99_url,reserved100_url,reserved101_url,reserved102_url,reserved103_url,reserved104_url,");
    private ExtraProperties? _extra;

    public long Id { get; set; }
    public string NodeId { get; set; } = null!;
    public string Name { get; set; } = null!;
    public string FullName { get; set; } = null!;
    public User Owner { get; set; } = null!;
    public bool Private { get; set; }
    public string HtmlUrl { get; set; } = null!;
    public string? Description { get; set; }
    public bool Fork { get; set; }
    public string Url { get; set; } = null!;
    public string ForksUrl { get; set; } = null!;
    public string KeysUrl { get; set; } = null!;
    public string CollaboratorsUrl { get; set; } = null!;
    public string TeamsUrl { get; set; } = null!;
    public string HooksUrl { get; set; } = null!;
    public string IssueEventsUrl { get; set; } = null!;
    public string EventsUrl { get; set; } = null!;
    public string AssigneesUrl { get; set; } = null!;
    public string BranchesUrl { get; set; } = null!;
    public string TagsUrl { get; set; } = null!;
    public string BlobsUrl { get; set; } = null!;
    public string GitTagsUrl { get; set; } = null!;
    public string GitRefsUrl { get; set; } = null!;
    public string TreesUrl { get; set; } = null!;
    public string StatusesUrl { get; set; } = null!;
    public string LanguagesUrl { get; set; } = null!;
    public string StargazersUrl { get; set; } = null!;
    public string ContributorsUrl { get; set; } = null!;
    public string SubscribersUrl { get; set; } = null!;
    public string SubscriptionUrl { get; set; } = null!;
    public string CommitsUrl { get; set; } = null!;
    public string GitCommitsUrl { get; set; } = null!;
    public string CommentsUrl { get; set; } = null!;
    public string IssueCommentUrl { get; set; } = null!;
    public string ContentsUrl { get; set; } = null!;
    public string CompareUrl { get; set; } = null!;
    public string MergesUrl { get; set; } = null!;
    public string ArchiveUrl { get; set; } = null!;
    public string DownloadsUrl { get; set; } = null!;
    public string IssuesUrl { get; set; } = null!;
    public string PullsUrl { get; set; } = null!;
    public string MilestonesUrl { get; set; } = null!;
    public string NotificationsUrl { get; set; } = null!;
    public string LabelsUrl { get; set; } = null!;
    public string ReleasesUrl { get; set; } = null!;
    public string DeploymentsUrl { get; set; } = null!;
    public string CloneUrl { get; set; } = null!;
    public string MirrorUrl { get; set; } = null!;
    public string GitUrl { get; set; } = null!;
    public string SshUrl { get; set; } = null!;
    public string SvnUrl { get; set; } = null!;
    public string TempCloneUrl { get; set; } = null!;
    public string? Homepage { get; set; }
    public string? Language { get; set; }
    public int ForksCount { get; set; }
    public int StargazersCount { get; set; }
    public int WatchersCount { get; set; }
    public int OpenIssuesCount { get; set; }
    public int NetworkCount { get; set; }
    public int SubscribersCount { get; set; }
    public int Size { get; set; }
    public string DefaultBranch { get; set; } = null!;
    public bool? IsTemplate { get; set; }
    public List<string>? Topics { get; set; }
    public bool HasIssues { get; set; }
    public bool HasProjects { get; set; }
    public bool HasWiki { get; set; }
    public bool HasPages { get; set; }
    public bool HasDownloads { get; set; }
    public bool HasDiscussions { get; set; }
    public bool Archived { get; set; }
    public bool Disabled { get; set; }
    public bool AllowForking { get; set; }
    public bool WebCommitSignoffRequired { get; set; }
    public bool AllowRebaseMerge { get; set; }
    public bool AllowSquashMerge { get; set; }
    public bool AllowAutoMerge { get; set; }
    public bool DeleteBranchOnMerge { get; set; }
    public bool AllowMergeCommit { get; set; }
    public bool AllowUpdateBranch { get; set; }
    public bool UseSquashPrTitleAsDefault { get; set; }
    public string? Visibility { get; set; }
    public DateTimeOffset? PushedAt { get; set; }
    public DateTimeOffset? CreatedAt { get; set; }
    public DateTimeOffset? UpdatedAt { get; set; }
    public User? Organization { get; set; }
    public string? SquashMergeCommitTitle { get; set; }
    public string? SquashMergeCommitMessage { get; set; }
    public string? MergeCommitTitle { get; set; }
    public string? MergeCommitMessage { get; set; }
    public string? TempCloneToken { get; set; }
    public string? MasterBranch { get; set; }
    public string? StarredAt { get; set; }
    public int Forks { get; set; }
    public int OpenIssues { get; set; }
    public int Watchers { get; set; }
    public bool? AnonymousAccessEnabled { get; set; }
    public string Reserved97Url { get; set; } = null!;
    public string Reserved98Url { get; set; } = null!;
    public string Reserved99Url { get; set; } = null!;
    public string Reserved100Url { get; set; } = null!;
    public string Reserved101Url { get; set; } = null!;
    public string Reserved102Url { get; set; } = null!;
    public string Reserved103Url { get; set; } = null!;
    public string Reserved104Url { get; set; } = null!;

    static Repository IJsonModel<Repository>.Read(ref JsonReader reader)
    {
        var value = new Repository();
        var cursor = reader.StartObject(Shape);
        while (reader.Next(ref cursor))
        {
            switch (cursor.Index)
            {
                case 0: value.Id = reader.Int64(); break;
                case 1: value.NodeId = reader.String(); break;
                case 2: value.Name = reader.String(); break;
                case 3: value.FullName = reader.String(); break;
                case 4: value.Owner = reader.Model<User>(); break;
                case 5: value.Private = reader.Boolean(); break;
                case 6: value.HtmlUrl = reader.String(); break;
                case 7: value.Description = reader.StringOrNull(); break;
                case 8: value.Fork = reader.Boolean(); break;
                case 9: value.Url = reader.String(); break;
                case 10: value.ForksUrl = reader.String(); break;
                case 11: value.KeysUrl = reader.String(); break;
                case 12: value.CollaboratorsUrl = reader.String(); break;
                case 13: value.TeamsUrl = reader.String(); break;
                case 14: value.HooksUrl = reader.String(); break;
                case 15: value.IssueEventsUrl = reader.String(); break;
                case 16: value.EventsUrl = reader.String(); break;
                case 17: value.AssigneesUrl = reader.String(); break;
                case 18: value.BranchesUrl = reader.String(); break;
                case 19: value.TagsUrl = reader.String(); break;
                case 20: value.BlobsUrl = reader.String(); break;
                case 21: value.GitTagsUrl = reader.String(); break;
                case 22: value.GitRefsUrl = reader.String(); break;
                case 23: value.TreesUrl = reader.String(); break;
                case 24: value.StatusesUrl = reader.String(); break;
                case 25: value.LanguagesUrl = reader.String(); break;
                case 26: value.StargazersUrl = reader.String(); break;
                case 27: value.ContributorsUrl = reader.String(); break;
                case 28: value.SubscribersUrl = reader.String(); break;
                case 29: value.SubscriptionUrl = reader.String(); break;
                case 30: value.CommitsUrl = reader.String(); break;
                case 31: value.GitCommitsUrl = reader.String(); break;
                case 32: value.CommentsUrl = reader.String(); break;
                case 33: value.IssueCommentUrl = reader.String(); break;
                case 34: value.ContentsUrl = reader.String(); break;
                case 35: value.CompareUrl = reader.String(); break;
                case 36: value.MergesUrl = reader.String(); break;
                case 37: value.ArchiveUrl = reader.String(); break;
                case 38: value.DownloadsUrl = reader.String(); break;
                case 39: value.IssuesUrl = reader.String(); break;
                case 40: value.PullsUrl = reader.String(); break;
                case 41: value.MilestonesUrl = reader.String(); break;
                case 42: value.NotificationsUrl = reader.String(); break;
                case 43: value.LabelsUrl = reader.String(); break;
                case 44: value.ReleasesUrl = reader.String(); break;
                case 45: value.DeploymentsUrl = reader.String(); break;
                case 46: value.CloneUrl = reader.String(); break;
                case 47: value.MirrorUrl = reader.String(); break;
                case 48: value.GitUrl = reader.String(); break;
                case 49: value.SshUrl = reader.String(); break;
                case 50: value.SvnUrl = reader.String(); break;
                case 51: value.TempCloneUrl = reader.String(); break;
                case 52: value.Homepage = reader.StringOrNull(); break;
                case 53: value.Language = reader.StringOrNull(); break;
                case 54: value.ForksCount = reader.Int32(); break;
                case 55: value.StargazersCount = reader.Int32(); break;
                case 56: value.WatchersCount = reader.Int32(); break;
                case 57: value.OpenIssuesCount = reader.Int32(); break;
                case 58: value.NetworkCount = reader.Int32(); break;
                case 59: value.SubscribersCount = reader.Int32(); break;
                case 60: value.Size = reader.Int32(); break;
                case 61: value.DefaultBranch = reader.String(); break;
                case 62: value.IsTemplate = reader.BooleanOrNull(); break;
                case 63: value.Topics = reader.ValueOrNull<List<string>, ListCodec<string, StringCodec>>(); break;
                case 64: value.HasIssues = reader.Boolean(); break;
                case 65: value.HasProjects = reader.Boolean(); break;
                case 66: value.HasWiki = reader.Boolean(); break;
                case 67: value.HasPages = reader.Boolean(); break;
                case 68: value.HasDownloads = reader.Boolean(); break;
                case 69: value.HasDiscussions = reader.Boolean(); break;
                case 70: value.Archived = reader.Boolean(); break;
                case 71: value.Disabled = reader.Boolean(); break;
                case 72: value.AllowForking = reader.Boolean(); break;
                case 73: value.WebCommitSignoffRequired = reader.Boolean(); break;
                case 74: value.AllowRebaseMerge = reader.Boolean(); break;
                case 75: value.AllowSquashMerge = reader.Boolean(); break;
                case 76: value.AllowAutoMerge = reader.Boolean(); break;
                case 77: value.DeleteBranchOnMerge = reader.Boolean(); break;
                case 78: value.AllowMergeCommit = reader.Boolean(); break;
                case 79: value.AllowUpdateBranch = reader.Boolean(); break;
                case 80: value.UseSquashPrTitleAsDefault = reader.Boolean(); break;
                case 81: value.Visibility = reader.StringOrNull(); break;
                case 82: value.PushedAt = reader.DateTimeOffsetOrNull(); break;
                case 83: value.CreatedAt = reader.DateTimeOffsetOrNull(); break;
                case 84: value.UpdatedAt = reader.DateTimeOffsetOrNull(); break;
                case 85: value.Organization = reader.ModelOrNull<User>(); break;
                case 86: value.SquashMergeCommitTitle = reader.StringOrNull(); break;
                case 87: value.SquashMergeCommitMessage = reader.StringOrNull(); break;
                case 88: value.MergeCommitTitle = reader.StringOrNull(); break;
                case 89: value.MergeCommitMessage = reader.StringOrNull(); break;
                case 90: value.TempCloneToken = reader.StringOrNull(); break;
                case 91: value.MasterBranch = reader.StringOrNull(); break;
                case 92: value.StarredAt = reader.StringOrNull(); break;
                case 93: value.Forks = reader.Int32(); break;
                case 94: value.OpenIssues = reader.Int32(); break;
                case 95: value.Watchers = reader.Int32(); break;
                case 96: value.AnonymousAccessEnabled = reader.BooleanOrNull(); break;
                case 97: value.Reserved97Url = reader.String(); break;
                case 98: value.Reserved98Url = reader.String(); break;
                case 99: value.Reserved99Url = reader.String(); break;
                case 100: value.Reserved100Url = reader.String(); break;
                case 101: value.Reserved101Url = reader.String(); break;
                case 102: value.Reserved102Url = reader.String(); break;
                case 103: value.Reserved103Url = reader.String(); break;
                case 104: value.Reserved104Url = reader.String(); break;
                default: reader.Keep(ref value._extra); break;
            }
        }
        reader.EndObject(ref cursor);
        return value;
    }

    static void IJsonModel<Repository>.Write(ref JsonWriter writer, Repository value)
    {
        writer.StartObject();
        writer.Int64("id"u8, value.Id);
        writer.String("node_id"u8, value.NodeId);
        writer.String("name"u8, value.Name);
        writer.String("full_name"u8, value.FullName);
        writer.Model("owner"u8, value.Owner);
        writer.Boolean("private"u8, value.Private);
        writer.String("html_url"u8, value.HtmlUrl);
        writer.StringOrSkip("description"u8, value.Description);
        writer.Boolean("fork"u8, value.Fork);
        writer.String("url"u8, value.Url);
        writer.String("forks_url"u8, value.ForksUrl);
        writer.String("keys_url"u8, value.KeysUrl);
        writer.String("collaborators_url"u8, value.CollaboratorsUrl);
        writer.String("teams_url"u8, value.TeamsUrl);
        writer.String("hooks_url"u8, value.HooksUrl);
        writer.String("issue_events_url"u8, value.IssueEventsUrl);
        writer.String("events_url"u8, value.EventsUrl);
        writer.String("assignees_url"u8, value.AssigneesUrl);
        writer.String("branches_url"u8, value.BranchesUrl);
        writer.String("tags_url"u8, value.TagsUrl);
        writer.String("blobs_url"u8, value.BlobsUrl);
        writer.String("git_tags_url"u8, value.GitTagsUrl);
        writer.String("git_refs_url"u8, value.GitRefsUrl);
        writer.String("trees_url"u8, value.TreesUrl);
        writer.String("statuses_url"u8, value.StatusesUrl);
        writer.String("languages_url"u8, value.LanguagesUrl);
        writer.String("stargazers_url"u8, value.StargazersUrl);
        writer.String("contributors_url"u8, value.ContributorsUrl);
        writer.String("subscribers_url"u8, value.SubscribersUrl);
        writer.String("subscription_url"u8, value.SubscriptionUrl);
        writer.String("commits_url"u8, value.CommitsUrl);
        writer.String("git_commits_url"u8, value.GitCommitsUrl);
        writer.String("comments_url"u8, value.CommentsUrl);
        writer.String("issue_comment_url"u8, value.IssueCommentUrl);
        writer.String("contents_url"u8, value.ContentsUrl);
        writer.String("compare_url"u8, value.CompareUrl);
        writer.String("merges_url"u8, value.MergesUrl);
        writer.String("archive_url"u8, value.ArchiveUrl);
        writer.String("downloads_url"u8, value.DownloadsUrl);
        writer.String("issues_url"u8, value.IssuesUrl);
        writer.String("pulls_url"u8, value.PullsUrl);
        writer.String("milestones_url"u8, value.MilestonesUrl);
        writer.String("notifications_url"u8, value.NotificationsUrl);
        writer.String("labels_url"u8, value.LabelsUrl);
        writer.String("releases_url"u8, value.ReleasesUrl);
        writer.String("deployments_url"u8, value.DeploymentsUrl);
        writer.String("clone_url"u8, value.CloneUrl);
        writer.String("mirror_url"u8, value.MirrorUrl);
        writer.String("git_url"u8, value.GitUrl);
        writer.String("ssh_url"u8, value.SshUrl);
        writer.String("svn_url"u8, value.SvnUrl);
        writer.String("temp_clone_url"u8, value.TempCloneUrl);
        writer.StringOrSkip("homepage"u8, value.Homepage);
        writer.StringOrSkip("language"u8, value.Language);
        writer.Int32("forks_count"u8, value.ForksCount);
        writer.Int32("stargazers_count"u8, value.StargazersCount);
        writer.Int32("watchers_count"u8, value.WatchersCount);
        writer.Int32("open_issues_count"u8, value.OpenIssuesCount);
        writer.Int32("network_count"u8, value.NetworkCount);
        writer.Int32("subscribers_count"u8, value.SubscribersCount);
        writer.Int32("size"u8, value.Size);
        writer.String("default_branch"u8, value.DefaultBranch);
        writer.BooleanOrSkip("is_template"u8, value.IsTemplate);
        writer.ValueOrSkip<List<string>, ListCodec<string, StringCodec>>("topics"u8, value.Topics);
        writer.Boolean("has_issues"u8, value.HasIssues);
        writer.Boolean("has_projects"u8, value.HasProjects);
        writer.Boolean("has_wiki"u8, value.HasWiki);
        writer.Boolean("has_pages"u8, value.HasPages);
        writer.Boolean("has_downloads"u8, value.HasDownloads);
        writer.Boolean("has_discussions"u8, value.HasDiscussions);
        writer.Boolean("archived"u8, value.Archived);
        writer.Boolean("disabled"u8, value.Disabled);
        writer.Boolean("allow_forking"u8, value.AllowForking);
        writer.Boolean("web_commit_signoff_required"u8, value.WebCommitSignoffRequired);
        writer.Boolean("allow_rebase_merge"u8, value.AllowRebaseMerge);
        writer.Boolean("allow_squash_merge"u8, value.AllowSquashMerge);
        writer.Boolean("allow_auto_merge"u8, value.AllowAutoMerge);
        writer.Boolean("delete_branch_on_merge"u8, value.DeleteBranchOnMerge);
        writer.Boolean("allow_merge_commit"u8, value.AllowMergeCommit);
        writer.Boolean("allow_update_branch"u8, value.AllowUpdateBranch);
        writer.Boolean("use_squash_pr_title_as_default"u8, value.UseSquashPrTitleAsDefault);
        writer.StringOrSkip("visibility"u8, value.Visibility);
        writer.DateTimeOffsetOrSkip("pushed_at"u8, value.PushedAt);
        writer.DateTimeOffsetOrSkip("created_at"u8, value.CreatedAt);
        writer.DateTimeOffsetOrSkip("updated_at"u8, value.UpdatedAt);
        writer.ModelOrSkip("organization"u8, value.Organization);
        writer.StringOrSkip("squash_merge_commit_title"u8, value.SquashMergeCommitTitle);
        writer.StringOrSkip("squash_merge_commit_message"u8, value.SquashMergeCommitMessage);
        writer.StringOrSkip("merge_commit_title"u8, value.MergeCommitTitle);
        writer.StringOrSkip("merge_commit_message"u8, value.MergeCommitMessage);
        writer.StringOrSkip("temp_clone_token"u8, value.TempCloneToken);
        writer.StringOrSkip("master_branch"u8, value.MasterBranch);
        writer.StringOrSkip("starred_at"u8, value.StarredAt);
        writer.Int32("forks"u8, value.Forks);
        writer.Int32("open_issues"u8, value.OpenIssues);
        writer.Int32("watchers"u8, value.Watchers);
        writer.BooleanOrSkip("anonymous_access_enabled"u8, value.AnonymousAccessEnabled);
        writer.String("reserved97_url"u8, value.Reserved97Url);
        writer.String("reserved98_url"u8, value.Reserved98Url);
        writer.String("reserved99_url"u8, value.Reserved99Url);
        writer.String("reserved100_url"u8, value.Reserved100Url);
        writer.String("reserved101_url"u8, value.Reserved101Url);
        writer.String("reserved102_url"u8, value.Reserved102Url);
        writer.String("reserved103_url"u8, value.Reserved103Url);
        writer.String("reserved104_url"u8, value.Reserved104Url);
        writer.Extra(value._extra);
        writer.EndObject();
    }
}
