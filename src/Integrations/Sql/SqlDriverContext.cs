using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace Integrations.Sql;

/// <summary>What is configured of a database, for the emitted code that speaks to its driver.</summary>
public sealed class SqlDriverContext
{
    internal SqlDriverContext()
    {
    }

    /// <summary>The integration's name, with the instance's: after <c>Integrations:</c> its configuration section.</summary>
    public required string Name { get; init; }

    /// <summary>The key of the instance; null where it has none.</summary>
    public required string? Instance { get; init; }

    /// <summary>The engine.</summary>
    public required SqlEngine Engine { get; init; }

    /// <summary>The connection string that is for this integration alone: of code, or <c>Integrations:{Name}:ConnectionString</c>.</summary>
    public required string? OwnConnectionString { get; init; }

    /// <summary><c>ConnectionStrings:{Name}</c>, or that of the instance, which comes after a registered data source.</summary>
    public required string? ConnectionString { get; init; }

    /// <summary>The data source that code gave.</summary>
    public required DbDataSource? DataSource { get; init; }

    /// <summary>The password where it is said apart from the connection string: <c>Password</c>, <c>PasswordFile</c>, or a vault. Null where none of them is there.</summary>
    public required SqlPassword? Password { get; init; }

    /// <summary>Where the connection string is said.</summary>
    internal string Place { get; init; } = "";

    /// <summary>The program's services.</summary>
    public required IServiceProvider Services { get; init; }

    /// <summary>How many connections there are at most; null where nobody said it.</summary>
    public required int? PoolSize { get; init; }

    /// <summary>How many seconds an unused connection is kept; null where nobody said it.</summary>
    public required int? IdleSeconds { get; init; }

    /// <summary>How many seconds a call waits for a connection; null where nobody said it.</summary>
    public required int? ConnectSeconds { get; init; }

    /// <summary>How many whole seconds a statement may take: the client's own limit of an attempt, which each call sets too.</summary>
    public required int CommandSeconds { get; init; }

    /// <summary>Where the driver logs; null without a host.</summary>
    public required ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>Makes the exception for a connection string that nobody has given.</summary>
    /// <param name="example">What one looks like.</param>
    /// <returns>The exception.</returns>
    public IntegrationConfigurationException Missing(string example) => new(
        [$"Integrations:{Name}:ConnectionString is missing: the database of {Name}, such as \"{example}\". ConnectionStrings:{Instance ?? Name} is read too, and a registered data source is used. Set it in configuration, for example as the environment variable Integrations__{Name.Replace(":", "__", StringComparison.Ordinal)}__ConnectionString or ConnectionStrings__{Instance ?? Name}."]);
}
