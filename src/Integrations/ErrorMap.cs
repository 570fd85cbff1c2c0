using System.Net;
using Integrations.Http;
using Integrations.Json;

namespace Integrations;

/// <summary>Which type an error has by its status: the exact status first, then its range (<c>4XX</c>), then <c>default</c>.</summary>
public sealed class ErrorMap
{
    private readonly List<(int Status, ErrorReader Reader)> _entries = [];

    /// <summary>Adds a type that is JSON.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <param name="statuses">Statuses (<c>404</c>), ranges (<c>4XX</c>) or <c>default</c>.</param>
    /// <returns>This map.</returns>
    public ErrorMap Json<T, TCodec>(params ReadOnlySpan<string> statuses)
        where TCodec : struct, IJsonCodec<T>
    {
        var reader = new JsonErrorReader<T, TCodec>();
        foreach (var status in statuses)
        {
            _entries.Add((Parse(status), reader));
        }
        return this;
    }

    /// <summary>Adds a type that is an emitted class.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <param name="statuses">Statuses (<c>404</c>), ranges (<c>4XX</c>) or <c>default</c>.</param>
    /// <returns>This map.</returns>
    public ErrorMap Model<T>(params ReadOnlySpan<string> statuses)
        where T : IJsonModel<T> => Json<T, ModelCodec<T>>(statuses);

    internal ErrorReader? Find(HttpStatusCode status)
    {
        var exact = (int)status;
        var range = -(exact / 100);
        ErrorReader? byRange = null, byDefault = null;
        foreach (var (key, reader) in _entries)
        {
            if (key == exact)
            {
                return reader;
            }
            if (key == range)
            {
                byRange = reader;
            }
            else if (key == 0)
            {
                byDefault = reader;
            }
        }
        return byRange ?? byDefault;
    }

    /// <summary>A status as itself, a range as its negative first digit, default as 0.</summary>
    private static int Parse(string status)
    {
        ArgumentNullException.ThrowIfNull(status);
        if (status.Equals("default", StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }
        if (status.Length == 3 && status[0] is >= '1' and <= '9')
        {
            if (status.AsSpan(1).Equals("XX", StringComparison.OrdinalIgnoreCase))
            {
                return -(status[0] - '0');
            }
            if (char.IsAsciiDigit(status[1]) && char.IsAsciiDigit(status[2]))
            {
                return ((status[0] - '0') * 100) + ((status[1] - '0') * 10) + (status[2] - '0');
            }
        }
        throw new ArgumentException("A status is three digits, a range such as 4XX, or 'default'.", nameof(status));
    }
}
