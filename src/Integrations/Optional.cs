using System.Diagnostics.CodeAnalysis;

namespace Integrations;

/// <summary>
/// A value that may be absent. Where a property is optional <em>and</em> nullable, JSON has three states: absent, <c>null</c>, and a
/// value; <c>Optional&lt;T?&gt;</c> holds all three. <c>default</c> is absent; assigning a <typeparamref name="T"/> (also <c>null</c>) sets it.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly struct Optional<T> : IEquatable<Optional<T>>
{
    private readonly T _value;

    /// <summary>Makes an optional value that is set.</summary>
    /// <param name="value">The value; <c>null</c> counts as set.</param>
    public Optional(T value)
    {
        _value = value;
        HasValue = true;
    }

    /// <summary>The absent value, the same as <c>default</c>.</summary>
    [SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "Read as Optional<string?>.Unset, which says what default does not.")]
    public static Optional<T> Unset => default;

    /// <summary>Whether a value is set. <c>true</c> also where the value that was set is <c>null</c>.</summary>
    public bool HasValue { get; }

    /// <summary>The same as <see cref="HasValue"/>, for call sites where the value may be <c>null</c> and "has value" would mislead.</summary>
    public bool IsSet => HasValue;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">No value is set.</exception>
    public T Value => HasValue ? _value : throw new InvalidOperationException($"No value is set: ask {nameof(HasValue)} first, or use {nameof(ValueOrDefault)}.");

    /// <summary>The value, or <c>default</c> where none is set.</summary>
    public T? ValueOrDefault => _value;

    /// <summary>Sets a value.</summary>
    /// <param name="value">The value; <c>null</c> counts as set.</param>
    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "The constructor is the named alternate.")]
    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary>Whether both are absent, or both set to equal values.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>Whether one is absent and the other not, or their values differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);

    /// <summary>The value, or another where none is set.</summary>
    /// <param name="fallback">What to give where none is set.</param>
    /// <returns>The value or <paramref name="fallback"/>.</returns>
    public T GetValueOrDefault(T fallback) => HasValue ? _value : fallback;

    /// <inheritdoc/>
    public bool Equals(Optional<T> other) =>
        HasValue == other.HasValue && (!HasValue || EqualityComparer<T>.Default.Equals(_value, other._value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HasValue ? HashCode.Combine(true, _value) : 0;

    /// <summary>The value's text, <c>null</c> for a null that was set, <c>(unset)</c> where none is set.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => HasValue ? _value?.ToString() ?? "null" : "(unset)";
}
