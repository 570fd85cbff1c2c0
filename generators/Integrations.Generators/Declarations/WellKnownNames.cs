namespace Integrations.Generators.Declarations;

/// <summary>The names of the runtime's types that declarations use.</summary>
internal static class WellKnownNames
{
    /// <summary>The namespace of every attribute.</summary>
    public const string Namespace = "Integrations";

    /// <summary>The assembly of the runtime.</summary>
    public const string Assembly = "Integrations";

    /// <summary>The attribute that makes a class an integration.</summary>
    public const string OpenApiClientAttribute = "Integrations.OpenApiClientAttribute";

    /// <summary>The attribute that marks a type of a user's own for which JSON code is emitted.</summary>
    public const string JsonModelAttribute = "Integrations.JsonModelAttribute";

    /// <summary>The attribute that makes a class a client of PostgreSQL.</summary>
    public const string PostgresClientAttribute = "Integrations.PostgresClientAttribute";

    /// <summary>The attribute that makes a class a client of SQLite.</summary>
    public const string SqliteClientAttribute = "Integrations.SqliteClientAttribute";

    /// <summary>The attribute that names the migrations of a database.</summary>
    public const string MigrationsAttribute = "Integrations.MigrationsAttribute";

    /// <summary>What names a type in a context of System.Text.Json.</summary>
    public const string JsonSerializableAttribute = "System.Text.Json.Serialization.JsonSerializableAttribute";

    /// <summary>What an assembly with integrations says.</summary>
    public const string ModuleAttribute = "IntegrationModuleAttribute";

    /// <summary>The runtime's builder; its presence is the package's presence.</summary>
    public const string IntegrationsBuilder = "Integrations.IntegrationsBuilder";

    /// <summary>The host's builder.</summary>
    public const string HostApplicationBuilder = "Microsoft.Extensions.Hosting.IHostApplicationBuilder";
}
