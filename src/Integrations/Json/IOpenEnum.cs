namespace Integrations.Json;

/// <summary>An enumeration of strings that keeps values it does not know; implemented by emitted enums.</summary>
/// <typeparam name="TSelf">The enum itself.</typeparam>
public interface IStringEnum<TSelf>
    where TSelf : struct, IStringEnum<TSelf>
{
    /// <summary>The values that the document names; reading one of them allocates nothing.</summary>
    static abstract JsonNames Known { get; }

    /// <summary>The value on the wire; <c>null</c> in <c>default</c>, which cannot be written.</summary>
    string Value { get; }

    /// <summary>Makes the enum of its value on the wire.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The enum.</returns>
    static abstract TSelf From(string value);
}

/// <summary>An enumeration of integers that keeps values it does not know; implemented by emitted enums.</summary>
/// <typeparam name="TSelf">The enum itself.</typeparam>
public interface IIntegerEnum<TSelf>
    where TSelf : struct, IIntegerEnum<TSelf>
{
    /// <summary>The value on the wire.</summary>
    long Value { get; }

    /// <summary>Makes the enum of its value on the wire.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The enum.</returns>
    static abstract TSelf From(long value);
}
