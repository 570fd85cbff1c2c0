using System.Globalization;

namespace Integrations.Hosting;

/// <summary>The range of a number.</summary>
internal readonly record struct Limits(double Low, double High, bool LowExcluded = false, bool Whole = false)
{
    public bool Allow(double value) =>
        (LowExcluded ? value > Low : value >= Low) && value <= High && (!Whole || value == Math.Floor(value));

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Whole ? "a whole number" : "a number")} {(LowExcluded ? "above" : "from")} {Low} {(LowExcluded ? "and up to" : "to")} {High}");
}
