namespace Integrations.Auth.OAuth;

/// <summary>An access token. It has no text of its own, so that it gets into no log by mistake.</summary>
/// <param name="header">The value of <c>Authorization</c>.</param>
/// <param name="owner">The credentials it was given for.</param>
/// <param name="obtained">When it was asked for; a timestamp.</param>
/// <param name="renewAt">When it is renewed in the background.</param>
/// <param name="expiresAt">When it can no longer be used.</param>
internal sealed class Token(string header, ClientCredentials owner, long obtained, long renewAt, long expiresAt)
{
    private long _renewAt = renewAt;

    public string Header => header;

    public ClientCredentials Owner => owner;

    public long Obtained => obtained;

    public long ExpiresAt => expiresAt;

    public long RenewAt { get => Volatile.Read(ref _renewAt); set => Volatile.Write(ref _renewAt, value); }
}

/// <summary>What a client proves itself with. A class without text of its own.</summary>
internal sealed class ClientCredentials(string id, string secret)
{
    public string Id => id;

    public string Secret => secret;

    public bool Are(string otherId, string otherSecret) => id == otherId && secret == otherSecret;
}

/// <summary>A token endpoint gave no token. Its message has nothing of what was sent or answered but the status and the error's code.</summary>
internal sealed class TokenException(string message, System.Net.HttpStatusCode? status, Exception? inner = null) : Exception(message, inner)
{
    public System.Net.HttpStatusCode? Status => status;
}
