using System.Globalization;
using System.Text;
using Integrations.Json;

namespace Integrations;

// Headers are beside what was asked for: one that a server writes otherwise than its document says must not turn a success into an exception.
public readonly partial struct ApiHeaders
{
    /// <summary>A header as a number.</summary>
    /// <param name="name">The name; case does not matter.</param>
    /// <returns>Its value; null where it was not received or is no such number. The indexer has the text.</returns>
    public int? GetInt32(string name) => int.TryParse(this[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <inheritdoc cref="GetInt32"/>
    public long? GetInt64(string name) => long.TryParse(this[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <inheritdoc cref="GetInt32"/>
    public double? GetDouble(string name) => double.TryParse(this[name], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    /// <inheritdoc cref="GetInt32"/>
    public decimal? GetDecimal(string name) => decimal.TryParse(this[name], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A header as <c>true</c> or <c>false</c>, whatever the case of letters.</summary>
    /// <param name="name">The name; case does not matter.</param>
    /// <returns>Its value; null where it was not received or is neither. The indexer has the text.</returns>
    public bool? GetBoolean(string name) => bool.TryParse(this[name], out var value) ? value : null;

    /// <summary>A header as a UUID.</summary>
    /// <param name="name">The name; case does not matter.</param>
    /// <returns>Its value; null where it was not received or is none. The indexer has the text.</returns>
    public Guid? GetGuid(string name) => Guid.TryParse(this[name], CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A header as a point in time: RFC 3339, or a date of HTTP (RFC 9110, section 5.6.7).</summary>
    /// <param name="name">The name; case does not matter.</param>
    /// <returns>Its value; null where it was not received or is none. The indexer has the text.</returns>
    public DateTimeOffset? GetDateTimeOffset(string name)
    {
        var text = this[name]?.Trim();
        if (text is null)
        {
            return null;
        }
        if (IsoDate.TryDateTime(Encoding.UTF8.GetBytes(text), out var value))
        {
            return value;
        }
        return DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value) ? value : null;
    }

    /// <summary>A header as a date.</summary>
    /// <param name="name">The name; case does not matter.</param>
    /// <returns>Its value; null where it was not received or is none. The indexer has the text.</returns>
    public DateOnly? GetDateOnly(string name) =>
        this[name]?.Trim() is { } text && IsoDate.TryDate(Encoding.UTF8.GetBytes(text), out var value) ? value : null;

    /// <summary>A header as a list: what stands between its commas, and each of several headers of the name (OpenAPI's style simple).</summary>
    /// <param name="name">The name; case does not matter.</param>
    /// <returns>The items, without the spaces around them; null where it was not received.</returns>
    public IReadOnlyList<string>? GetList(string name) =>
        this[name]?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
