using System.Globalization;
using Integrations.Storage.Relational;
using Microsoft.Data.Sqlite;

namespace Integrations.Sqlite;

/// <summary>Opens the file.</summary>
internal sealed class SqliteConnections
{
    private static readonly string[] NetworkFormats = ["nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "fuse.sshfs", "ceph", "glusterfs"];

    private readonly string _write;
    private readonly string _read;
    private readonly string _settings;

    public SqliteConnections(SqliteStoreOptions options)
    {
        Path = FullPath(options.Path, nameof(options.Path));
        var milliseconds = Check.Duration(options.BusyTimeout, TimeSpan.Zero, TimeSpan.FromMinutes(5), nameof(options.BusyTimeout)) / 1000;
        var builder = new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false, DefaultTimeout = Math.Max(1, (int)(milliseconds / 1000)) };
        _write = builder.ToString();
        builder.Pooling = true;
        builder.Mode = SqliteOpenMode.ReadOnly;
        _read = builder.ToString();
        var synchronous = options.Durability == SqliteDurability.PowerLoss ? "full" : "normal";
        _settings = string.Create(CultureInfo.InvariantCulture, $"pragma busy_timeout = {milliseconds}; pragma journal_mode = wal; pragma synchronous = {synchronous};");
    }

    public string Path { get; }

    /// <summary>The connection that writes.</summary>
    public async Task<SqliteConnection> OpenWriterAsync(CancellationToken cancellationToken)
    {
        RefuseNetwork();
        var connection = new SqliteConnection(_write);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            await using var command = connection.Command(_settings);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>A connection that reads, from the driver's pool.</summary>
    public async Task<SqliteConnection> OpenReaderAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_read);
        await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        return connection;
    }

    /// <summary>Closes what the pool holds, so that the file can be moved.</summary>
    public void Clear()
    {
        using var connection = new SqliteConnection(_read);
        SqliteConnection.ClearPool(connection);
    }

    private static string FullPath(string? path, string parameter)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path, parameter);
        return path.Contains(":memory:", StringComparison.OrdinalIgnoreCase) || path.StartsWith("file:", StringComparison.OrdinalIgnoreCase) || path.Contains('\0', StringComparison.Ordinal)
            ? throw new ArgumentException("The store needs the path of a file: what is in memory survives no process.", parameter)
            : System.IO.Path.GetFullPath(path);
    }

    private void RefuseNetwork()
    {
        string format;
        try
        {
            format = new DriveInfo(System.IO.Path.GetDirectoryName(Path)!).DriveFormat;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return;
        }
        if (NetworkFormats.Contains(format, StringComparer.OrdinalIgnoreCase))
            throw new InvalidOperationException($"'{Path}' is on a network file system ({format}), where SQLite's locks do not hold; put it on a disk of this machine, or use PostgreSQL.");
    }
}
