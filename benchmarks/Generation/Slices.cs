namespace Generation;

/// <summary>What the measured clients ask for.</summary>
internal static class Slices
{
    /// <summary>Ten operations of GitHub's document.</summary>
    public static readonly string[] TenOfGitHub =
    [
        "issues/get", "issues/list-for-repo", "issues/create", "issues/update", "repos/get",
        "repos/list-for-user", "pulls/get", "pulls/list", "users/get-by-username", "meta/get-zen",
    ];
}
