namespace Integrations;

/// <summary>What a commit survives. The file stays whole in either case.</summary>
public enum SqliteDurability
{
    /// <summary>A power cut: each group of commits waits for the disk (<c>synchronous=FULL</c>).</summary>
    PowerLoss,

    /// <summary>The end of the process, however it comes. A power cut or a crash of the system can take the last commits back, and fencing tokens with them (<c>synchronous=NORMAL</c>).</summary>
    ProcessKill,
}
