using Integrations.Json;

namespace Integrations.Http;

public sealed partial class ApiRequest
{
    /// <summary>Adds a cookie; what a cookie cannot hold is percent-encoded.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value; null leaves it out.</param>
    /// <exception cref="ArgumentException">The name is no token.</exception>
    public void CookieString(string name, string? value)
    {
        if (value is not null)
        {
            var pair = HeaderRules.Cookie(name, value);
            _cookies = _cookies is null ? pair : _cookies + "; " + pair;
        }
    }

    /// <inheritdoc cref="CookieString"/>
    public void CookieBoolean(string name, bool? value) => CookieString(name, value is { } given ? given ? "true" : "false" : null);

    /// <inheritdoc cref="CookieString"/>
    public void CookieInt32(string name, int? value) => CookieString(name, WireFormat.Text(value));

    /// <inheritdoc cref="CookieString"/>
    public void CookieInt64(string name, long? value) => CookieString(name, WireFormat.Text(value));

    /// <inheritdoc cref="CookieString"/>
    public void CookieUInt64(string name, ulong? value) => CookieString(name, WireFormat.Text(value));

    /// <inheritdoc cref="CookieString"/>
    public void CookieDouble(string name, double? value) => CookieString(name, WireFormat.Text(value));

    /// <inheritdoc cref="CookieString"/>
    public void CookieSingle(string name, float? value) => CookieString(name, WireFormat.Text(value));

    /// <inheritdoc cref="CookieString"/>
    public void CookieDecimal(string name, decimal? value) => CookieString(name, WireFormat.Text(value));

    /// <inheritdoc cref="CookieString"/>
    public void CookieGuid(string name, Guid? value) => CookieString(name, WireFormat.Text(value));

    /// <inheritdoc cref="CookieString"/>
    public void CookieDateTimeOffset(string name, DateTimeOffset? value) => CookieString(name, value is { } given ? WireFormat.Text<DateTimeOffset>(given, WireFormat.DateTimeOffset(given)) : null);

    /// <inheritdoc cref="CookieString"/>
    public void CookieDateOnly(string name, DateOnly? value) => CookieString(name, WireFormat.Text(value, WireFormat.Date));

    /// <inheritdoc cref="CookieString"/>
    public void CookieTimeOnly(string name, TimeOnly? value) => CookieString(name, WireFormat.Text(value, WireFormat.Time));

    /// <summary>Adds a cookie that is an array or an object: items or <c>k,v</c> pairs, separated by an escaped comma.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value; null or empty leaves it out.</param>
    /// <param name="explode">Whether properties are <c>k=v</c> instead of <c>k,v</c>.</param>
    public void CookieValue<T, TCodec>(string name, T? value, bool explode = false)
        where TCodec : struct, IJsonCodec<T> => CookieString(name, SimpleStyle.Text<T, TCodec>(value, explode));
}
