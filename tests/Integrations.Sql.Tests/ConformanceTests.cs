using Integrations.Sql.Tests.Support;
using Integrations.Tests.Conformance;

namespace Integrations.Sql.Tests;

/// <summary>A client of a database, on either engine.</summary>
public abstract class DatabaseConformanceTests : IntegrationConformance<ConformingDatabase>
{
    protected override string Name => "Conforming";

    protected override string Metrics => "db.client.";

    protected override void Register(IntegrationsBuilder integrations, string? instance)
    {
        if (instance is null)
            integrations.AddDatabase<ConformingDatabase>();
        else
            integrations.AddKeyedDatabase<ConformingDatabase>(instance);
    }

    protected override Task UseAsync(ConformingDatabase client, CancellationToken cancellationToken) => client.UseAsync(cancellationToken);

    protected override Task FailAsync(ConformingDatabase client) => client.FailAsync();

    protected override Task HangAsync(ConformingDatabase client, CancellationToken cancellationToken) => client.HangAsync(cancellationToken);
}

[Collection(PostgresDefinition.Name)]
public sealed class PostgresConformanceTests(PostgresFixture postgres) : DatabaseConformanceTests, IAsyncLifetime
{
    private string _connectionString = "";

    protected override IReadOnlyDictionary<string, string> Given => new Dictionary<string, string> { ["Engine"] = "Postgres" };

    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["ConnectionString"] = _connectionString };

    protected override IReadOnlyList<string> Required => ["ConnectionString"];

    /// <summary>A connection of the pool stays when its command is over.</summary>
    protected override int Received
    {
        get
        {
            using var connection = new Npgsql.NpgsqlConnection(postgres.Server.ConnectionString());
            connection.Open();
            using var command = new Npgsql.NpgsqlCommand("select count(*)::int from pg_stat_activity where datname = $1", connection);
            command.Parameters.Add(new() { Value = new Npgsql.NpgsqlConnectionStringBuilder(_connectionString).Database });
            return (int)command.ExecuteScalar()!;
        }
    }

    public async Task InitializeAsync() => _connectionString = await postgres.Server.CreateDatabaseAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>The server trusts everybody of this machine, so that any password works.</summary>
    protected override IReadOnlyDictionary<string, string> Secrets(string text) => new Dictionary<string, string> { ["ConnectionString"] = _connectionString + ";Password=" + text };
}

public sealed class SqliteConformanceTests : DatabaseConformanceTests, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sqlite-").FullName;

    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["ConnectionString"] = $"Data Source={_folder}/conforming.db" };

    protected override IReadOnlyList<string> Required => [];

    /// <summary>The file is made by the first connection.</summary>
    protected override int Received => File.Exists(_folder + "/conforming.db") ? 1 : 0;

    /// <summary>Its driver runs a statement on the caller's thread.</summary>
    protected override bool IsCancelledWhileItRuns => false;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Files have no password.</summary>
    protected override IReadOnlyDictionary<string, string> Secrets(string text) => new Dictionary<string, string>();
}
