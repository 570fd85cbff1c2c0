using Integrations.Json;

namespace Integrations.Http;

public sealed partial class ApiRequest
{
    /// <summary>Adds a header.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value; null leaves it out.</param>
    /// <exception cref="ArgumentException">The name is no token, or the value has CR, LF or NUL.</exception>
    public void HeaderString(string name, string? value)
    {
        if (value is not null)
        {
            Add(name, value);
        }
    }

    /// <inheritdoc cref="HeaderString"/>
    public void HeaderBoolean(string name, bool? value) => HeaderString(name, value is { } given ? given ? "true" : "false" : null);

    /// <inheritdoc cref="HeaderString"/>
    public void HeaderInt32(string name, int? value) => HeaderString(name, WireFormat.Text(value));

    /// <inheritdoc cref="HeaderString"/>
    public void HeaderInt64(string name, long? value) => HeaderString(name, WireFormat.Text(value));

    /// <inheritdoc cref="HeaderString"/>
    public void HeaderUInt64(string name, ulong? value) => HeaderString(name, WireFormat.Text(value));

    /// <inheritdoc cref="HeaderString"/>
    public void HeaderDouble(string name, double? value) => HeaderString(name, WireFormat.Text(value));

    /// <inheritdoc cref="HeaderString"/>
    public void HeaderSingle(string name, float? value) => HeaderString(name, WireFormat.Text(value));

    /// <inheritdoc cref="HeaderString"/>
    public void HeaderDecimal(string name, decimal? value) => HeaderString(name, WireFormat.Text(value));

    /// <inheritdoc cref="HeaderString"/>
    public void HeaderGuid(string name, Guid? value) => HeaderString(name, WireFormat.Text(value));

    /// <inheritdoc cref="HeaderString"/>
    public void HeaderDateTimeOffset(string name, DateTimeOffset? value) => HeaderString(name, value is { } given ? WireFormat.Text<DateTimeOffset>(given, WireFormat.DateTimeOffset(given)) : null);

    /// <inheritdoc cref="HeaderString"/>
    public void HeaderDateOnly(string name, DateOnly? value) => HeaderString(name, WireFormat.Text(value, WireFormat.Date));

    /// <inheritdoc cref="HeaderString"/>
    public void HeaderTimeOnly(string name, TimeOnly? value) => HeaderString(name, WireFormat.Text(value, WireFormat.Time));

    /// <summary>Adds a header that is an array or an object, in style simple.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value; null or empty leaves it out.</param>
    /// <param name="explode">Whether properties are <c>k=v</c> instead of <c>k,v</c>.</param>
    public void HeaderValue<T, TCodec>(string name, T? value, bool explode)
        where TCodec : struct, IJsonCodec<T> => HeaderString(name, SimpleStyle.Text<T, TCodec>(value, explode));
}
