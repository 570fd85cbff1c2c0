using System.Text;
using Integrations.Json;

namespace Integrations.Http;

public ref partial struct UrlBuilder
{
    /// <summary>Appends a query parameter whose value is JSON.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <param name="escapedName">Its name, already escaped.</param>
    /// <param name="value">Its value; null leaves it out.</param>
    public void QueryJson<T, TCodec>(string escapedName, T? value)
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is not null)
        {
            using var buffer = new PooledBuffer(256);
            Json.Json.Write<T, TCodec>(value, buffer);
            QueryString(escapedName, Encoding.UTF8.GetString(buffer.WrittenSpan));
        }
    }
}
