using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;

namespace Integrations.Tests.Shared;

/// <summary>
/// A PostgreSQL of a test's own: a child process on a free port of 127.0.0.1 with its data in a temporary folder. It needs no driver, only the programs of
/// Debian's package <c>postgresql</c> (or those in <c>INTEGRATIONS_POSTGRES_BIN</c>). As root it runs as the user <c>postgres</c>, for the server refuses root.
/// </summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    public const string User = "app";

    private readonly string _folder;
    private readonly string[] _settings;
    private readonly StringBuilder _log = new();
    private Process? _process;

    private PostgresServer(string folder, int port, string[] settings)
    {
        (_folder, Port, _settings) = (folder, port, settings);
        AppDomain.CurrentDomain.ProcessExit += OnExit;
    }

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>What the server has written to its log until now.</summary>
    public string Log
    {
        get
        {
            lock (_log)
                return _log.ToString();
        }
    }

    /// <summary>Where a database is found; further settings of Npgsql may follow.</summary>
    public string ConnectionString(string database = "postgres", string more = "") =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Username={User};Database={database};{more}");

    /// <summary>Makes the data and starts the server.</summary>
    /// <param name="settings">Further settings of the server, such as <c>max_connections=20</c>.</param>
    public static async Task<PostgresServer> StartAsync(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("pg-").FullName;
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", "postgres", folder).ConfigureAwait(false);
        var server = new PostgresServer(folder, FreePort(), settings);
        try
        {
            await RunAsync("initdb", "-D", folder + "/data", "-U", User, "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync").ConfigureAwait(false);
            await server.StartAgainAsync().ConfigureAwait(false);
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
        return server;
    }

    /// <summary>Starts the server over its data after <see cref="StopAsync"/> or <see cref="Kill"/>.</summary>
    public async Task StartAgainAsync()
    {
        List<string> arguments = ["-D", _folder + "/data", "-p", Port.ToString(CultureInfo.InvariantCulture)];
        foreach (var setting in (string[])["listen_addresses=127.0.0.1", "unix_socket_directories=" + _folder, "fsync=off", .. _settings])
            arguments.AddRange(["-c", setting]);
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = Create("postgres", [.. arguments]);
        process.ErrorDataReceived += (_, line) => Read(line.Data, ready);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException("PostgreSQL ended:\n" + Log));
        process.Start();
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        _process = process;
        await ready.Task.WaitAsync(TimeSpan.FromSeconds(60)).ConfigureAwait(false);
    }

    /// <summary>Makes an empty database and gives its connection string.</summary>
    public async Task<string> CreateDatabaseAsync(string? name = null, string more = "")
    {
        name ??= "db_" + Guid.NewGuid().ToString("N");
        await RunAsync("createdb", "-h", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture), "-U", User, "-T", "template0", name).ConfigureAwait(false);
        return ConnectionString(name, more);
    }

    /// <summary>Makes a database by a script, which runs as one transaction; the driver would part it into statements by a lexer of its own.</summary>
    public async Task<string> CreateDatabaseByAsync(string script)
    {
        var name = "db_" + Guid.NewGuid().ToString("N");
        var connectionString = await CreateDatabaseAsync(name).ConfigureAwait(false);
        await RunAsync("psql", "-h", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture), "-U", User, "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", name, "-c", script).ConfigureAwait(false);
        return connectionString;
    }

    /// <summary>Ends the server in good order: sessions are cut, transactions rolled back.</summary>
    public async Task StopAsync()
    {
        if (_process is not { } process)
            return;
        _process = null;
        if (!process.HasExited && Signal(process.Id, 2) == 0)
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30)).ConfigureAwait(false);
        process.Dispose();
    }

    /// <summary>Ends the server as a power cut does.</summary>
    public async Task Kill()
    {
        if (_process is not { } process)
            return;
        _process = null;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync().ConfigureAwait(false);
        process.Dispose();
        File.Delete(_folder + "/data/postmaster.pid");
    }

    /// <summary>Stops all processes of the server where they are: it takes connections still, for the kernel does, and answers nothing.</summary>
    public void Pause() => SignalAll(19);

    /// <summary>Lets a server go on after <see cref="Pause"/>.</summary>
    public void Resume() => SignalAll(18);

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        await StopAsync().ConfigureAwait(false);
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // A backend that is ending may still write; the folder is temporary anyway.
        }
    }

    private void OnExit(object? sender, EventArgs e) => _process?.Kill(entireProcessTree: true);

    private void Read(string? line, TaskCompletionSource ready)
    {
        if (line is null)
            return;
        lock (_log)
            _log.AppendLine(line);
        if (line.Contains("database system is ready to accept connections", StringComparison.Ordinal))
            ready.TrySetResult();
    }

    private void SignalAll(int signal)
    {
        if (_process is not { } process)
            return;
        // The parent first, so that it makes no more children.
        _ = Signal(process.Id, signal);
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) && Parent(folder) == process.Id)
                _ = Signal(id, signal);
        }
    }

    private static int Parent(string folder)
    {
        try
        {
            // "id (name) state parent ...": the name may hold anything.
            var text = File.ReadAllText(folder + "/stat");
            return int.Parse(text[(text.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Create(program, arguments);
        process.Start();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().ConfigureAwait(false);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await output.ConfigureAwait(false)}{await error.ConfigureAwait(false)}");
    }

    private static Process Create(string program, string[] arguments)
    {
        var start = new ProcessStartInfo { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        if (program == "chown")
        {
            start.FileName = program;
        }
        else if (Environment.IsPrivilegedProcess)
        {
            // setpriv becomes the server, so that it is a direct child.
            start.FileName = "setpriv";
            foreach (var argument in (string[])["--reuid=postgres", "--regid=postgres", "--clear-groups", Programs + program])
                start.ArgumentList.Add(argument);
        }
        else
        {
            start.FileName = Programs + program;
        }
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["LC_ALL"] = "C";
        return new Process { StartInfo = start };
    }

    private static string Programs { get; } = FindPrograms();

    private static string FindPrograms()
    {
        if (Environment.GetEnvironmentVariable("INTEGRATIONS_POSTGRES_BIN") is { Length: > 0 } stated)
            return stated.TrimEnd('/') + "/";
        const string Debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(Debian)
            ? Directory.GetDirectories(Debian)
                .Where(static folder => File.Exists(folder + "/bin/initdb"))
                .OrderByDescending(static folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0)
            : Enumerable.Empty<string>();
        return versions.FirstOrDefault() is { } found
            ? found + "/bin/"
            : throw new InvalidOperationException("These tests need PostgreSQL: install the package 'postgresql' (test.sh does), or set INTEGRATIONS_POSTGRES_BIN to the folder of initdb and postgres.");
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);
}
