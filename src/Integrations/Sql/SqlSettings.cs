using Integrations.Hosting;
using Integrations.Resilience;

namespace Integrations.Sql;

/// <summary>Everything that is fixed when a client of a database is made, and what is wrong with it.</summary>
internal sealed class SqlSettings
{
    // A database that is back must not be kept waiting for: a probe is a connection and a statement, and often the only way to learn of it.
    private static readonly PolicySettings s_defaults = PolicySettings.Default with { Breaker = PolicySettings.Default.Breaker with { Break = TimeSpan.FromSeconds(2) } };

    public required ClientName Client { get; init; }

    /// <summary>The client's name, with the instance's; after <c>Integrations:</c> its configuration section.</summary>
    public string Name => Client.Full;

    public required bool Enabled { get; init; }

    public required bool Required { get; init; }

    public required SqlEngine Engine { get; init; }

    public required PolicySettings Policies { get; init; }

    public required IReadOnlyDictionary<OperationDescriptor, PolicySettings> Operations { get; init; }

    /// <summary>How it is probed; null where it is not.</summary>
    public required HealthCheckTimes? HealthCheck { get; init; }

    public required SqlMigrationSettings Migrations { get; init; }

    public required List<string> Problems { get; init; }

    public static SqlSettings Read(IntegrationDefinition definition, IReadOnlyList<SqlEngine> engines, IntegrationSource source, SqlOptions options, IServiceProvider services, out SqlDriverContext context)
    {
        var reader = new SettingsReader(source);
        var policies = new PolicyReader(reader, definition.Policies, [.. options.Policies]);
        var forClient = policies.ForClient(s_defaults);
        var forOperations = new Dictionary<OperationDescriptor, PolicySettings>();
        foreach (var operation in definition.Operations)
        {
            if (policies.ForOperation(operation, forClient) is { } own)
            {
                forOperations[operation] = own;
            }
        }
        policies.CheckOperations(definition.Operations);
        var (text, place) = options.ConnectionString is { Length: > 0 } code ? (code, "SqlOptions.ConnectionString of " + source.Name) : source.Address("ConnectionString", "ConnectionStringFile");
        if (place.EndsWith(":ConnectionStringFile", StringComparison.Ordinal))
        {
            text = new SecretFile(source, "ConnectionString").Read(out var problem);
            if (problem is not null)
            {
                reader.Report(problem);
            }
        }
        var isOwn = !place.StartsWith("ConnectionStrings:", StringComparison.Ordinal);
        var engine = ChooseEngine(reader, engines, source, options, text);
        context = new SqlDriverContext
        {
            Name = source.Name,
            Instance = source.Client.Instance,
            Engine = engine,
            OwnConnectionString = isOwn ? text : null,
            ConnectionString = isOwn ? null : text,
            Place = place,
            DataSource = options.DataSource,
            Password = SqlPassword.Of(source, reader),
            Services = services,
            PoolSize = Whole(reader, "Pool:Size", options.PoolSize, 1, 1000),
            IdleSeconds = Whole(reader, "Pool:IdleSeconds", null, 1, 86400),
            ConnectSeconds = Whole(reader, "Pool:ConnectSeconds", null, 1, 1024),
            CommandSeconds = (int)Math.Ceiling(Math.Min(forClient.Timeout.Attempt.TotalSeconds, 3600 * 24)),
            LoggerFactory = options.LoggerFactory ?? (Microsoft.Extensions.Logging.ILoggerFactory?)services.GetService(typeof(Microsoft.Extensions.Logging.ILoggerFactory)),
        };
        return new()
        {
            Client = source.Client,
            Enabled = reader.Boolean("Enabled", true),
            Required = reader.Boolean("Required", definition.Required),
            Engine = engine,
            Policies = forClient,
            Operations = forOperations,
            HealthCheck = HealthCheckTimes.Read(null, reader) is var check && reader.Boolean("HealthCheck:Enabled", false) ? check : null,
            Migrations = SqlMigrationSettings.Read(reader),
            Problems = reader.Problems,
        };
    }

    /// <summary>What code or configuration says; else what the connection string or a given data source must be for; else SQLite, which needs no server.</summary>
    private static SqlEngine ChooseEngine(SettingsReader reader, IReadOnlyList<SqlEngine> engines, IntegrationSource source, SqlOptions options, string? connection)
    {
        var chosen = options.Engine;
        if (chosen is null && source.Get("Engine") is { Length: > 0 } text)
        {
            if (!Enum.TryParse<SqlEngine>(text, ignoreCase: true, out var parsed) || !Enum.IsDefined(parsed))
            {
                reader.Report($"{source.Path("Engine")} must be one of {string.Join(", ", engines)}.");
            }
            else
            {
                chosen = parsed;
            }
        }
        if (chosen is { } engine)
        {
            if (engines.Contains(engine))
            {
                return engine;
            }
            reader.Report($"{source.Path("Engine")} is {engine}, for which {source.Name} was not compiled: add [{engine}Client] to its class.");
            return engines[0];
        }
        if (engines.Count == 1)
        {
            return engines[0];
        }
        if (options.DataSource is not null)
        {
            return SqlEngine.Postgres;
        }
        return connection is not null && IsPostgres(connection) ? SqlEngine.Postgres : SqlEngine.Sqlite;
    }

    /// <summary>Only PostgreSQL has a host.</summary>
    private static bool IsPostgres(string connection)
    {
        try
        {
            var parts = new System.Data.Common.DbConnectionStringBuilder { ConnectionString = connection };
            return parts.ContainsKey("Host") || parts.ContainsKey("Server");
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static int? Whole(SettingsReader reader, string key, int? code, int low, int high) =>
        code is null && !reader.Has(key) ? null : (int)reader.Number(key, code, null, low, new(low, high, Whole: true));
}
