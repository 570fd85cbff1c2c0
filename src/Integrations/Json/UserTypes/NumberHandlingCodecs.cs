using System.Globalization;
using System.Numerics;
using System.Text.Json;

#pragma warning disable CA1000 // a codec is a type argument: its static members are called through the constraint

namespace Integrations.Json;

/// <summary>A number that is written in quotes (<c>JsonNumberHandling.WriteAsString</c>).</summary>
/// <typeparam name="T">The number.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
public readonly struct QuotedCodec<T, TCodec> : IJsonCodec<T>
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    public static T Read(ref JsonReader reader) => TCodec.Read(ref reader);

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, T value)
    {
        writer.OpenQuote();
        TCodec.Write(ref writer, value);
        writer.CloseQuote();
    }
}

/// <summary>A number that may be the string <c>NaN</c>, <c>Infinity</c> or <c>-Infinity</c> (<c>JsonNumberHandling.AllowNamedFloatingPointLiterals</c>).</summary>
/// <typeparam name="T">The number.</typeparam>
/// <typeparam name="TCodec">How a finite one travels.</typeparam>
public readonly struct NamedFloatCodec<T, TCodec> : IJsonCodec<T>
    where T : struct, IFloatingPointIeee754<T>
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    public static T Read(ref JsonReader reader)
    {
        if (reader.Peek() == JsonValueKind.String)
        {
            var ahead = reader;
            switch (ahead.String())
            {
                case "NaN":
                    reader = ahead;
                    return T.NaN;
                case "Infinity":
                    reader = ahead;
                    return T.PositiveInfinity;
                case "-Infinity":
                    reader = ahead;
                    return T.NegativeInfinity;
            }
        }
        return TCodec.Read(ref reader);
    }

    /// <inheritdoc/>
    public static void Write(ref JsonWriter writer, T value)
    {
        if (T.IsFinite(value))
        {
            TCodec.Write(ref writer, value);
        }
        else
        {
            writer.StringValue(value.ToString(null, CultureInfo.InvariantCulture));
        }
    }
}
