namespace Integrations.Http;

public ref partial struct UrlBuilder
{
    /// <summary>Appends a query parameter.</summary>
    /// <param name="escapedName">Its name, already escaped.</param>
    /// <param name="value">Its value; null leaves it out.</param>
    public void QueryString(string escapedName, string? value) => QueryString(escapedName, value, allowReserved: false);

    /// <summary>Appends a query parameter.</summary>
    /// <param name="escapedName">Its name, already escaped.</param>
    /// <param name="value">Its value; null leaves it out.</param>
    /// <param name="allowReserved">
    /// Whether reserved characters and percent-encoded octets stay as they are, but for <c>#</c>, <c>&amp;</c>, <c>+</c>, <c>=</c>, <c>[</c> and
    /// <c>]</c>, which would end the value.
    /// </param>
    public void QueryString(string escapedName, string? value, bool allowReserved)
    {
        if (value is not null)
        {
            Name(escapedName);
            Escaped(value, allowReserved);
        }
    }

    /// <inheritdoc cref="QueryString(string, string?)"/>
    public void QueryBoolean(string escapedName, bool? value)
    {
        if (value is { } given)
        {
            Name(escapedName);
            Raw(given ? "true" : "false");
        }
    }

    /// <inheritdoc cref="QueryString(string, string?)"/>
    public void QueryInt32(string escapedName, int? value)
    {
        if (value is { } given)
        {
            Name(escapedName);
            Plain(given);
        }
    }

    /// <inheritdoc cref="QueryString(string, string?)"/>
    public void QueryInt64(string escapedName, long? value)
    {
        if (value is { } given)
        {
            Name(escapedName);
            Plain(given);
        }
    }

    /// <inheritdoc cref="QueryString(string, string?)"/>
    public void QueryUInt64(string escapedName, ulong? value)
    {
        if (value is { } given)
        {
            Name(escapedName);
            Plain(given);
        }
    }

    /// <inheritdoc cref="QueryString(string, string?)"/>
    public void QueryDouble(string escapedName, double? value)
    {
        if (value is { } given)
        {
            Name(escapedName);
            Formatted(given);
        }
    }

    /// <inheritdoc cref="QueryString(string, string?)"/>
    public void QuerySingle(string escapedName, float? value)
    {
        if (value is { } given)
        {
            Name(escapedName);
            Formatted(given);
        }
    }

    /// <inheritdoc cref="QueryString(string, string?)"/>
    public void QueryDecimal(string escapedName, decimal? value)
    {
        if (value is { } given)
        {
            Name(escapedName);
            Plain(given);
        }
    }

    /// <inheritdoc cref="QueryString(string, string?)"/>
    public void QueryGuid(string escapedName, Guid? value)
    {
        if (value is { } given)
        {
            Name(escapedName);
            Plain(given);
        }
    }

    /// <inheritdoc cref="QueryString(string, string?)"/>
    public void QueryDateTimeOffset(string escapedName, DateTimeOffset? value)
    {
        if (value is { } given)
        {
            Name(escapedName);
            Formatted(given, WireFormat.DateTimeOffset(given));
        }
    }

    /// <inheritdoc cref="QueryString(string, string?)"/>
    public void QueryDateOnly(string escapedName, DateOnly? value)
    {
        if (value is { } given)
        {
            Name(escapedName);
            Plain(given, WireFormat.Date);
        }
    }

    /// <inheritdoc cref="QueryString(string, string?)"/>
    public void QueryTimeOnly(string escapedName, TimeOnly? value)
    {
        if (value is { } given)
        {
            Name(escapedName);
            Formatted(given, WireFormat.Time);
        }
    }
}
