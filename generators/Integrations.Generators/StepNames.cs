namespace Integrations.Generators;

/// <summary>The names by which tests follow the pipeline's steps. One per step, in the order of the flow.</summary>
internal static class StepNames
{
    /// <summary>The root namespace, assembly name and directory of the project.</summary>
    public const string Project = nameof(Project);

    /// <summary>One <c>ClientDeclaration</c> per class.</summary>
    public const string Declarations = nameof(Declarations);

    /// <summary>One <c>CheckModel</c> per class: the only step of declarations that carries places, so it alone runs when a class moves.</summary>
    public const string Checks = nameof(Checks);

    /// <summary>The types in <c>[JsonSerializable]</c> that do not bind, with their places.</summary>
    public const string Contexts = nameof(Contexts);

    /// <summary>The mistakes in declarations that are reported.</summary>
    public const string Mistakes = nameof(Mistakes);

    /// <summary>One <c>DocumentRequest</c> per document that a class names.</summary>
    public const string Requests = nameof(Requests);

    /// <summary>One per AdditionalFile: its path relative to the project. Its text is not read here.</summary>
    public const string Files = nameof(Files);

    /// <summary>A request with the text of its document.</summary>
    public const string Inputs = nameof(Inputs);

    /// <summary>A request bound to its document.</summary>
    public const string Bound = nameof(Bound);

    /// <summary>The bound documents, those left out that clash with an earlier one.</summary>
    public const string Documents = nameof(Documents);

    /// <summary>One per output file of a document.</summary>
    public const string Outputs = nameof(Outputs);

    /// <summary>One per client class.</summary>
    public const string Clients = nameof(Clients);

    /// <summary>The facts about documents that are reported.</summary>
    public const string Problems = nameof(Problems);

    /// <summary>The marked types and what they reach, without places.</summary>
    public const string UserTypes = nameof(UserTypes);

    /// <summary>What is wrong with marked types, and their names that do not bind, with places.</summary>
    public const string UserTypeChecks = nameof(UserTypeChecks);

    /// <summary>The names of what is emitted for documents, which a marked type may name.</summary>
    public const string EmittedTypes = nameof(EmittedTypes);

    /// <summary>The marked types with their names resolved.</summary>
    public const string BoundUserTypes = nameof(BoundUserTypes);

    /// <summary>One <c>SqlDeclaration</c> per class of a database.</summary>
    public const string SqlDeclarations = nameof(SqlDeclarations);

    /// <summary>One <c>SqlCheck</c> per class of a database: the only step of these that carries places.</summary>
    public const string SqlChecks = nameof(SqlChecks);

    /// <summary>The <c>.sql</c> files with their texts.</summary>
    public const string SqlFiles = nameof(SqlFiles);

    /// <summary>One per schema that classes name: its files.</summary>
    public const string SqlSchemas = nameof(SqlSchemas);

    /// <summary>One per schema: what it makes.</summary>
    public const string SqlCatalogs = nameof(SqlCatalogs);

    /// <summary>One per class of a database: the files and schemas that concern it.</summary>
    public const string SqlInputs = nameof(SqlInputs);

    /// <summary>The types whose members statements give.</summary>
    public const string SqlRows = nameof(SqlRows);

    /// <summary>One per class of a database, its statements bound.</summary>
    public const string SqlClients = nameof(SqlClients);

    /// <summary>Which drivers the clients of databases need.</summary>
    public const string SqlDrivers = nameof(SqlDrivers);

    /// <summary>One <c>MigrationsDeclaration</c> per class with migrations.</summary>
    public const string SqlMigrationDeclarations = nameof(SqlMigrationDeclarations);

    /// <summary>One <c>MigrationsCheck</c> per class with migrations: the only step of these that carries places of the source.</summary>
    public const string SqlMigrationChecks = nameof(SqlMigrationChecks);

    /// <summary>One per class with migrations: their texts and checksums.</summary>
    public const string SqlMigrations = nameof(SqlMigrations);

    /// <summary>One per client class: its fallbacks, held against their operations.</summary>
    public const string Fallbacks = nameof(Fallbacks);

    /// <summary>The project's module.</summary>
    public const string Module = nameof(Module);

    /// <summary>What the references offer.</summary>
    public const string References = nameof(References);

    /// <summary>The <c>AddIntegrations</c> methods.</summary>
    public const string Host = nameof(Host);

    /// <summary>One per document: its public API as a listing, where one was accepted or is asked for.</summary>
    public const string ApiListings = nameof(ApiListings);

    /// <summary>The steps that only clients of databases have.</summary>
    public static IReadOnlyList<string> Sql { get; } = [SqlDeclarations, SqlChecks, SqlFiles, SqlSchemas, SqlCatalogs, SqlInputs, SqlClients, SqlRows, SqlDrivers];

    /// <summary>The steps that only databases with migrations have.</summary>
    public static IReadOnlyList<string> Migrations { get; } = [SqlMigrationDeclarations, SqlMigrationChecks, SqlMigrations];

    /// <summary>The schema of the project's configuration, where it is asked for.</summary>
    public const string Schema = nameof(Schema);

    /// <summary>Every other name, in the order of the flow.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Project, Declarations, Checks, Contexts, Mistakes, Requests, Files, Inputs, Bound, Documents, Outputs, Clients, Problems, UserTypes, UserTypeChecks, EmittedTypes, BoundUserTypes, Fallbacks, Module, References, Host,
        ApiListings,
        Schema,
    ];
}
