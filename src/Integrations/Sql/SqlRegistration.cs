using Integrations.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Integrations.Sql;

/// <summary>A client of a database that is registered.</summary>
internal sealed class SqlRegistration<TDatabase>(string? instance) : ClientRegistration(instance)
    where TDatabase : class, IIntegrationDatabase<TDatabase>
{
    public override IntegrationDefinition Definition => TDatabase.Definition;

    public override Type ClientType => typeof(TDatabase);

    public override string AddressKey => "ConnectionString";

    public List<Action<SqlOptions, IServiceProvider>> Configure { get; } = [];

    public override IIntegrationState State(IServiceProvider services) => Host(services).Client.Database;

    public override object Client(IServiceProvider services) => Service<TDatabase>(services);

    public SqlHost<TDatabase> Host(IServiceProvider services) => Service<SqlHost<TDatabase>>(services);

    public SqlHost<TDatabase> Build(IServiceProvider services, IConfiguration configuration)
    {
        var options = new SqlOptions();
        foreach (var configure in Configure)
        {
            configure(options, services);
        }
        options.Configuration ??= configuration;
        return new SqlHost<TDatabase>(SqlFactory.Create<TDatabase>(Name, options, services), services);
    }
}

/// <summary>A client with its pool; the container disposes the pool with this.</summary>
internal sealed class SqlHost<TDatabase>(SqlDatabase database, IServiceProvider services) : IDisposable, IAsyncDisposable
    where TDatabase : class, IIntegrationDatabase<TDatabase>
{
    public TDatabase Client { get; } = TDatabase.Create(database, services);

    public void Dispose() => database.Dispose();

    public ValueTask DisposeAsync() => database.DisposeAsync();
}

/// <summary>Makes the core of a client. Never throws for configuration: what is wrong is kept in the settings, for start-up and the first call to say.</summary>
internal static class SqlFactory
{
    public static SqlDatabase Create<TDatabase>(ClientName name, SqlOptions options, IServiceProvider services)
        where TDatabase : class, IIntegrationDatabase<TDatabase>
    {
        var time = options.TimeProvider ?? services.GetService<TimeProvider>() ?? TimeProvider.System;
        var loggers = options.LoggerFactory ?? services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance;
        var source = new IntegrationSource(name, options.Configuration, options.Settings.AsReadOnly())
        {
            Vault = options.SecretSource ?? services.GetService<ISecretSource>(),
            Time = time,
        };
        var settings = SqlSettings.Read(TDatabase.Definition, TDatabase.Engines, source, options, services, out var context);
        if (settings.Migrations.AtStart && TDatabase.GetMigrations(settings.Engine).Count == 0)
        {
            settings.Problems.Add(SqlMigrationSettings.None(source));
        }
        SqlDriver? driver = null;
        if (settings is { Enabled: true, Problems.Count: 0 })
        {
            try
            {
                driver = TDatabase.CreateDriver(context);
            }
            catch (IntegrationConfigurationException exception)
            {
                settings.Problems.AddRange(exception.Problems);
            }
            catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
            {
                // The driver's message may repeat a part of the connection string, and so a password.
                settings.Problems.Add($"{context.Place} is no connection string for {settings.Engine}.");
            }
        }
        return new SqlDatabase(TDatabase.Definition, settings, driver, options, time, loggers.CreateLogger("Integrations." + name.Full.Replace(':', '.')), services.GetService<EventHub>())
        {
            MigrationsOf = TDatabase.GetMigrations,
        };
    }
}
