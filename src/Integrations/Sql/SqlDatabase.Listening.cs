using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Integrations.Sql;

public sealed partial class SqlDatabase
{
    private static readonly OperationDescriptor s_listen = new("LISTEN", "", "Listen");

    /// <summary>
    /// Waits for messages on channels, over one connection of the pool that it keeps. A lost connection is made again; what was sent meanwhile is lost (NOTIFY keeps
    /// nothing), so use it to wake what looks for itself, and look once after each <c>null</c>.
    /// </summary>
    /// <param name="channels">The channels.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The messages; <c>null</c> each time that listening begins or begins anew.</returns>
    /// <exception cref="NotSupportedException">The engine has no channels.</exception>
    /// <exception cref="SqlException">It could not begin at all.</exception>
    public async IAsyncEnumerable<SqlNotification?> ListenAsync(IReadOnlyList<string> channels, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(channels);
        var messages = Channel.CreateUnbounded<SqlNotification?>(new UnboundedChannelOptions { SingleReader = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var listening = Task.Run(() => ListenAsync(channels, messages.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var message in messages.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return message;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await listening.ConfigureAwait(false);
        }
    }

    private async Task ListenAsync(IReadOnlyList<string> channels, ChannelWriter<SqlNotification?> writer, CancellationToken cancellationToken)
    {
        var failures = 0;
        var began = false;
        while (true)
        {
            try
            {
                var connection = await Driver.OpenAsync(cancellationToken).ConfigureAwait(false);
                try
                {
                    await Driver.ListenAsync(
                        connection,
                        channels,
                        () =>
                        {
                            (began, failures) = (true, 0);
                            writer.TryWrite(null);
                        },
                        (channel, payload, process) => writer.TryWrite(new SqlNotification(channel, payload, process)),
                        cancellationToken).ConfigureAwait(false);
                }
                finally
                {
                    await Driver.ReleaseAsync(connection, isShared: true).ConfigureAwait(false);
                }
            }
            catch (Exception exception)
            {
                if (cancellationToken.IsCancellationRequested)
                {
                    writer.TryComplete();
                    return;
                }
                var fault = Driver.Explain(exception);
                if (!began || fault is not { IsTransient: true })
                {
                    writer.TryComplete(new SqlCall(Session, s_listen, SqlMode.Rows).Explain(exception));
                    return;
                }
                var delay = TimeSpan.FromMilliseconds(Math.Min(100 * Math.Pow(2, failures++), 30_000) * (0.5 + (Random() / 2)));
                Log.ListeningAgain(fault.SqlState ?? fault.Kind.ToString(), delay);
                await Task.Delay(delay, Time, CancellationToken.None).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
