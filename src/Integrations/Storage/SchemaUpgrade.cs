namespace Integrations.Storage;

/// <summary>What a program may do to its schema when it starts.</summary>
public enum SchemaUpgrade
{
    /// <summary>Make it, and bring it up to date. A schema that is up to date needs no rights beyond those on its rows.</summary>
    Apply,

    /// <summary>Check it only. An administrator runs the script.</summary>
    Check,
}
