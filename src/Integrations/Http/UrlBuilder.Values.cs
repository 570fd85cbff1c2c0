using System.Text.Json;
using Integrations.Json;

namespace Integrations.Http;

public ref partial struct UrlBuilder
{
    /// <summary>Appends a query parameter that is an array or an object. What is null or empty is left out.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <param name="escapedName">Its name, already escaped.</param>
    /// <param name="value">Its value; null leaves it out.</param>
    /// <param name="style">How it is written: form, space, pipe or tab delimited, or deepObject.</param>
    /// <param name="explode">Whether each item or property is a parameter of its own.</param>
    /// <param name="allowReserved">See <see cref="QueryString(string, string?, bool)"/>.</param>
    public void QueryValue<T, TCodec>(string escapedName, T? value, ParameterStyle style, bool explode, bool allowReserved = false)
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is not null)
        {
            using var document = ParameterValue.Parse<T, TCodec>(value);
            Query(escapedName, document.RootElement, style, explode, allowReserved);
        }
    }

    /// <summary>Appends a value of the path that is an array or an object.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <typeparam name="TCodec">Its codec.</typeparam>
    /// <param name="name">The parameter's name, already escaped (style matrix writes it).</param>
    /// <param name="value">Its value.</param>
    /// <param name="style">How it is written: simple, label or matrix.</param>
    /// <param name="explode">Whether properties are <c>k=v</c>, and items are separated by the style's own character.</param>
    /// <exception cref="ArgumentException">It is empty, or an item is or contains a segment <c>.</c> or <c>..</c>.</exception>
    public void PathValue<T, TCodec>(string name, T value, ParameterStyle style, bool explode)
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is null)
        {
            throw new ArgumentNullException(name);
        }
        using var document = ParameterValue.Parse<T, TCodec>(value);
        Path(name, document.RootElement, style, explode);
    }

    private void Query(string name, JsonElement value, ParameterStyle style, bool explode, bool allowReserved)
    {
        var delimiter = style switch
        {
            ParameterStyle.SpaceDelimited => "%20",
            ParameterStyle.PipeDelimited => "%7C",
            ParameterStyle.TabDelimited => "%09",
            _ => ",",
        };
        switch (value.ValueKind)
        {
            case JsonValueKind.Null or JsonValueKind.Undefined:
                break;
            case JsonValueKind.Array or JsonValueKind.Object when style == ParameterStyle.DeepObject:
                Deep(name, null, value, allowReserved);
                break;
            case JsonValueKind.Array when explode:
                foreach (var item in value.EnumerateArray())
                {
                    Query(name, item, allowReserved);
                }
                break;
            case JsonValueKind.Object when explode:
                foreach (var property in value.EnumerateObject())
                {
                    if (property.Value.ValueKind != JsonValueKind.Null)
                    {
                        Separator();
                        Escaped(property.Name);
                        Raw('=');
                        Escaped(ParameterValue.Text(property.Value), allowReserved);
                    }
                }
                break;
            case JsonValueKind.Array or JsonValueKind.Object:
                if (ParameterValue.HasItems(value))
                {
                    Name(name);
                    Joined(value, delimiter, delimiter, allowReserved, path: null);
                }
                break;
            default:
                Query(name, value, allowReserved);
                break;
        }
    }

    private void Query(string name, JsonElement item, bool allowReserved)
    {
        if (item.ValueKind != JsonValueKind.Null)
        {
            Name(name);
            Escaped(ParameterValue.Text(item), allowReserved);
        }
    }

    /// <summary>One parameter per leaf; items of arrays by their index, which servers in PHP, Ruby and Node as well as Stripe's understand.</summary>
    private void Deep(string name, DeepPath? path, JsonElement value, bool allowReserved)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                break;
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    Deep(name, new DeepPath(path, property.Name), property.Value, allowReserved);
                }
                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    Deep(name, new DeepPath(path, WireFormat.Text<int>(index++)!), item, allowReserved);
                }
                break;
            default:
                Separator();
                Raw(name);
                Brackets(path);
                Raw('=');
                Escaped(ParameterValue.Text(value), allowReserved);
                break;
        }
    }

    private void Brackets(DeepPath? path)
    {
        if (path is not null)
        {
            Brackets(path.Parent);
            Raw("%5B");
            Escaped(path.Key);
            Raw("%5D");
        }
    }

    private void Path(string name, JsonElement value, ParameterStyle style, bool explode)
    {
        var composite = value.ValueKind is JsonValueKind.Array or JsonValueKind.Object;
        if (value.ValueKind == JsonValueKind.Null || (composite && !ParameterValue.HasItems(value)))
        {
            ThrowEmpty(name);
        }
        var isObject = value.ValueKind == JsonValueKind.Object;
        switch (style)
        {
            case ParameterStyle.Label:
                Raw('.');
                Joined(value, explode ? "." : ",", explode ? "=" : ",", allowReserved: false, path: name);
                break;
            case ParameterStyle.Matrix when explode && isObject:
                Raw(';');
                Joined(value, ";", "=", allowReserved: false, path: name);
                break;
            case ParameterStyle.Matrix:
                Raw(';');
                Raw(name);
                Raw('=');
                Joined(value, explode ? ";" + name + "=" : ",", ",", allowReserved: false, path: name);
                break;
            default:
                Joined(value, ",", explode ? "=" : ",", allowReserved: false, path: name);
                break;
        }
    }

    /// <summary>Items or properties in one text.</summary>
    /// <param name="value">An array, an object, or a single value.</param>
    /// <param name="delimiter">Between items or properties.</param>
    /// <param name="assign">Between a property's name and value.</param>
    /// <param name="allowReserved">Whether reserved characters stay.</param>
    /// <param name="path">The parameter's name where this is a path, whose values are checked.</param>
    private void Joined(JsonElement value, string delimiter, string assign, bool allowReserved, string? path)
    {
        var first = true;
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    if (item.ValueKind != JsonValueKind.Null)
                    {
                        Raw(first ? "" : delimiter);
                        first = false;
                        Checked(item, allowReserved, path);
                    }
                }
                break;
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    if (property.Value.ValueKind != JsonValueKind.Null)
                    {
                        Raw(first ? "" : delimiter);
                        first = false;
                        Escaped(property.Name, allowReserved: false);
                        Raw(assign);
                        Checked(property.Value, allowReserved, path);
                    }
                }
                break;
            default:
                Checked(value, allowReserved, path);
                break;
        }
    }

    private void Checked(JsonElement value, bool allowReserved, string? path)
    {
        var text = ParameterValue.Text(value);
        if (path is not null)
        {
            if (text.Length == 0)
            {
                ThrowEmpty(path);
            }
            if (DotSegments.InValue(text))
            {
                ThrowDotSegment(path);
            }
        }
        Escaped(text, allowReserved);
    }

    private sealed record DeepPath(DeepPath? Parent, string Key);
}
