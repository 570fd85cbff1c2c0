namespace Integrations.Http;

public ref partial struct UrlBuilder
{
    /// <summary>Appends a value to the path, escaped.</summary>
    /// <param name="name">The parameter, for the exception.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">It is empty, or it is or contains a segment <c>.</c> or <c>..</c>, also after it is unescaped once.</exception>
    public void PathString(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        if (value.Length == 0)
        {
            ThrowEmpty(name);
        }
        if (DotSegments.InValue(value))
        {
            ThrowDotSegment(name);
        }
        Escaped(value);
    }

    /// <summary>Appends a value to the path.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="value">The value.</param>
    public void PathInt32(string name, int value) => Plain(value);

    /// <inheritdoc cref="PathInt32"/>
    public void PathInt64(string name, long value) => Plain(value);

    /// <inheritdoc cref="PathInt32"/>
    public void PathUInt64(string name, ulong value) => Plain(value);

    /// <inheritdoc cref="PathInt32"/>
    public void PathBoolean(string name, bool value) => Raw(value ? "true" : "false");

    /// <inheritdoc cref="PathInt32"/>
    public void PathDouble(string name, double value) => Formatted(value);

    /// <inheritdoc cref="PathInt32"/>
    public void PathSingle(string name, float value) => Formatted(value);

    /// <inheritdoc cref="PathInt32"/>
    public void PathDecimal(string name, decimal value) => Plain(value);

    /// <inheritdoc cref="PathInt32"/>
    public void PathGuid(string name, Guid value) => Plain(value);

    /// <inheritdoc cref="PathInt32"/>
    public void PathDateTimeOffset(string name, DateTimeOffset value) => Formatted(value, WireFormat.DateTimeOffset(value));

    /// <inheritdoc cref="PathInt32"/>
    public void PathDateOnly(string name, DateOnly value) => Plain(value, WireFormat.Date);

    /// <inheritdoc cref="PathInt32"/>
    public void PathTimeOnly(string name, TimeOnly value) => Formatted(value, WireFormat.Time);
}
