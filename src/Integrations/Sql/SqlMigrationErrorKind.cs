namespace Integrations;

/// <summary>Why migrations were not applied.</summary>
public enum SqlMigrationErrorKind
{
    /// <summary>A statement failed; <see cref="Exception.InnerException"/> is the <see cref="SqlException"/>.</summary>
    Failed,

    /// <summary>A migration that was applied has another text now.</summary>
    Changed,

    /// <summary>A migration that was applied is no longer part of the program.</summary>
    Missing,

    /// <summary>A migration that was not applied sorts before one that was.</summary>
    OutOfOrder,

    /// <summary>Another process has been applying migrations for too long.</summary>
    Locked,
}
