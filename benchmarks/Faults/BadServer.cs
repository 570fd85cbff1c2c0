using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Integrations.Benchmarks.Faults;

/// <summary>A peer of bare sockets that does one wrong thing.</summary>
internal sealed class BadServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<NetworkStream, CancellationToken, Task> _answer;
    private int _credentials;

    public BadServer(Func<NetworkStream, CancellationToken, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Address => "http://127.0.0.1:" + ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Requests that came with <c>Authorization</c>.</summary>
    public int Credentials => _credentials;

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
    }

    public static Task SendAsync(NetworkStream stream, string text, CancellationToken stop) => stream.WriteAsync(Encoding.ASCII.GetBytes(text), stop).AsTask();

    /// <summary>The bytes of so many zeros, compressed.</summary>
    public static byte[] Bomb(long zeros)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var piece = new byte[1 << 20];
            for (var written = 0L; written < zeros; written += piece.Length)
            {
                gzip.Write(piece);
            }
        }
        return compressed.ToArray();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var request = new StringBuilder();
                var buffer = new byte[4096];
                while (!request.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
                {
                    var count = await stream.ReadAsync(buffer, _stop.Token);
                    if (count == 0)
                    {
                        return;
                    }
                    request.Append(Encoding.ASCII.GetString(buffer, 0, count));
                }
                if (request.ToString().Contains("Authorization:", StringComparison.OrdinalIgnoreCase))
                {
                    Interlocked.Increment(ref _credentials);
                }
                await _answer(stream, _stop.Token);
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The client has gone.
            }
        }
    }
}
