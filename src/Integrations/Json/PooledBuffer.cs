using System.Buffers;

namespace Integrations.Json;

/// <summary>
/// Bytes that grow in an array of <see cref="ArrayPool{T}.Shared"/>. <see cref="Dispose"/> gives the array back: no span or memory of this buffer
/// may be used after it. For one thread at a time.
/// </summary>
public sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    private byte[] _array;

    /// <summary>Makes an empty buffer.</summary>
    /// <param name="capacity">How many bytes to make room for at first; 0 rents nothing until the first write.</param>
    public PooledBuffer(int capacity = 0) => _array = capacity == 0 ? [] : ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>How many bytes are written.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes written; valid until the next write, <see cref="Clear"/> or <see cref="Dispose"/>.</summary>
    public ReadOnlySpan<byte> WrittenSpan => _array.AsSpan(0, Length);

    /// <summary>The bytes written; valid until the next write, <see cref="Clear"/> or <see cref="Dispose"/>.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => _array.AsMemory(0, Length);

    /// <summary>The bytes written, as a segment of the pooled array; valid as long as <see cref="WrittenMemory"/>.</summary>
    public ArraySegment<byte> WrittenSegment => new(_array, 0, Length);

    /// <summary>Forgets what was written; the array stays for the next use.</summary>
    public void Clear() => Length = 0;

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">More than the buffer has room for.</exception>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _array.Length - Length);
        Length += count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        EnsureRoom(sizeHint);
        return _array.AsMemory(Length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        EnsureRoom(sizeHint);
        return _array.AsSpan(Length);
    }

    /// <summary>Appends bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetSpan(Math.Max(1, bytes.Length)));
        Length += bytes.Length;
    }

    /// <summary>Gives the array back to the pool. The buffer is then empty, and may be used again.</summary>
    public void Dispose()
    {
        var array = _array;
        _array = [];
        Length = 0;
        if (array.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(array);
        }
    }

    internal void Truncate(int length) => Length = Math.Min(Length, length);

    private void EnsureRoom(int size)
    {
        size = Math.Max(1, size);
        if (_array.Length - Length >= size)
        {
            return;
        }
        var needed = checked(Length + size);
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, Math.Max(256, Math.Max(needed, (long)_array.Length * 2))));
        WrittenSpan.CopyTo(larger);
        if (_array.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_array);
        }
        _array = larger;
    }
}
