using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Integrations.Json;

/// <summary>
/// Finds a name by its UTF-8 bytes: open addressing over a hash of the length and the bytes at both ends, which is what
/// tells names of one object apart. The names come from the program, so nobody can choose them to collide; the names that are
/// looked up cost one probe chain at most, whatever they are.
/// </summary>
internal sealed class NameTable
{
    private readonly byte[][] _names;
    private readonly short[] _slots;
    private readonly int _mask;

    internal NameTable(ReadOnlySpan<string> names)
    {
        _names = new byte[names.Length][];
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, names.Length * 2));
        _mask = size - 1;
        _slots = new short[size];
        for (var i = 0; i < names.Length; i++)
        {
            _names[i] = Encoding.UTF8.GetBytes(names[i]);
            var slot = Hash(_names[i]) & _mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }
            _slots[slot] = checked((short)(i + 1));
        }
    }

    internal byte[] this[int index] => _names[index];

    internal int Find(ReadOnlySpan<byte> name)
    {
        var slots = _slots;
        for (var slot = Hash(name) & _mask; (uint)slot < (uint)slots.Length; slot = (slot + 1) & _mask)
        {
            var index = slots[slot] - 1;
            if (index < 0)
            {
                return -1;
            }
            if (name.SequenceEqual(_names[index]))
            {
                return index;
            }
        }
        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Hash(ReadOnlySpan<byte> name)
    {
        ulong mixed;
        if (name.Length >= 8)
        {
            mixed = BinaryPrimitives.ReadUInt64LittleEndian(name) * 3 + BinaryPrimitives.ReadUInt64LittleEndian(name[^8..]);
        }
        else if (name.Length >= 4)
        {
            mixed = BinaryPrimitives.ReadUInt32LittleEndian(name) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(name[^4..]) << 32);
        }
        else if (name.Length > 0)
        {
            mixed = name[0] | ((ulong)name[name.Length >> 1] << 8) | ((ulong)name[^1] << 16);
        }
        else
        {
            return 0;
        }
        return (int)(((mixed + (uint)name.Length) * 0x9E3779B97F4A7C15) >> 33);
    }
}
