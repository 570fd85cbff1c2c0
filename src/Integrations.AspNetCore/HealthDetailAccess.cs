namespace Integrations;

/// <summary>Who is told how each integration is.</summary>
public enum HealthDetailAccess
{
    /// <summary>Nobody: there is no such endpoint.</summary>
    Nobody,

    /// <summary>Those that the program has authenticated. Others are answered 404, as if there were no such endpoint (RFC 9110, section 15.5.4).</summary>
    Authenticated,

    /// <summary>Everyone who can reach the program: for a port that only operators reach, or a machine of a developer's.</summary>
    Everyone,
}
