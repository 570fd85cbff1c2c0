using System.Net;
using Integrations.Hosting;

namespace Integrations.Http;

/// <summary>The handlers that send: the user's, around the client's own <see cref="SocketsHttpHandler"/> or the one that replaces it.</summary>
internal static class Transport
{
    /// <param name="options">The client's options.</param>
    /// <param name="guard">What checks addresses, if anything does.</param>
    /// <param name="reader">Takes what is wrong.</param>
    /// <param name="services">For the user's handlers.</param>
    /// <param name="bare">The same without the user's handlers.</param>
    public static HttpMessageInvoker Create(ClientOptions options, AddressGuard? guard, SettingsReader reader, IServiceProvider services, out HttpMessageInvoker bare)
    {
        var handler = options.PrimaryHandler ?? Sockets(options, guard, reader);
        var owned = options.PrimaryHandler is null;
        bare = new HttpMessageInvoker(handler, disposeHandler: false);
        for (var i = options.Handlers.Count - 1; i >= 0; i--)
        {
            var outer = options.Handlers[i](services);
            // An outer handler disposes the inner one; the user's primary handler is not ours to dispose.
            outer.InnerHandler = handler;
            handler = outer;
        }
        return new HttpMessageInvoker(handler, disposeHandler: owned);
    }

    private static SocketsHttpHandler Sockets(ClientOptions options, AddressGuard? guard, SettingsReader reader)
    {
        var handler = new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
        };
        options.ConfigureTransport?.Invoke(handler);
        if (guard is not null)
        {
            GuardReader.Apply(guard, handler, reader);
        }
        return handler;
    }
}
