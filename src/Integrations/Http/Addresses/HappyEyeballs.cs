using System.Net;
using System.Net.Sockets;

namespace Integrations.Http.Addresses;

/// <summary>Connects to the first of several addresses that answers: families in turn, another attempt every 250 ms or as soon as one fails (RFC 8305).</summary>
internal static class HappyEyeballs
{
    private static readonly TimeSpan s_stagger = TimeSpan.FromMilliseconds(250);

    /// <summary>The families in turn, beginning with the first address's; within each in their order.</summary>
    public static IPAddress[] Order(IReadOnlyList<IPAddress> addresses)
    {
        var first = addresses.Where(address => address.AddressFamily == addresses[0].AddressFamily).ToArray();
        var second = addresses.Where(address => address.AddressFamily != addresses[0].AddressFamily).ToArray();
        var ordered = new List<IPAddress>(addresses.Count);
        for (var i = 0; i < Math.Max(first.Length, second.Length); i++)
        {
            ordered.AddRange(first.Skip(i).Take(1));
            ordered.AddRange(second.Skip(i).Take(1));
        }
        return [.. ordered];
    }

    /// <exception cref="SocketException">None answers.</exception>
    public static async Task<Socket> ConnectAsync(IReadOnlyList<IPAddress> addresses, int port, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = new List<Task>();
        try
        {
            for (var next = 0; ;)
            {
                if (next < addresses.Count)
                {
                    running.Add(ConnectAsync(addresses[next++], port, end.Token));
                }
                var pause = next < addresses.Count ? Task.Delay(s_stagger, end.Token) : null;
                var done = await Task.WhenAny(pause is null ? running : [.. running, pause]).ConfigureAwait(false);
                if (done is not Task<Socket> attempt)
                {
                    continue;
                }
                running.Remove(attempt);
                if (attempt.IsCompletedSuccessfully || (running.Count == 0 && next == addresses.Count))
                {
                    return await attempt.ConfigureAwait(false);
                }
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            foreach (var loser in running)
            {
                _ = loser.ContinueWith(
                    static task =>
                    {
                        // A failure is looked at, so that nobody takes it for unobserved.
                        if (task.Exception is null && task is Task<Socket> { IsCompletedSuccessfully: true } late)
                        {
                            late.Result.Dispose();
                        }
                    },
                    CancellationToken.None,
                    TaskContinuationOptions.ExecuteSynchronously,
                    TaskScheduler.Default);
            }
        }
    }

    private static async Task<Socket> ConnectAsync(IPAddress address, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(address, port), cancellationToken).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
