using System.Collections.Concurrent;
using System.Numerics;
using System.Reflection;
using System.Text.Json;
using Integrations.Json;

namespace Integrations.Corpus.Tests.Harness;

/// <summary>Reads and writes any emitted type with the code that was emitted for it.</summary>
internal static class WireCodec
{
    private static readonly Dictionary<Type, Type> s_scalars = new()
    {
        [typeof(string)] = typeof(StringCodec),
        [typeof(bool)] = typeof(BooleanCodec),
        [typeof(int)] = typeof(Int32Codec),
        [typeof(long)] = typeof(Int64Codec),
        [typeof(ulong)] = typeof(UInt64Codec),
        [typeof(BigInteger)] = typeof(BigIntegerCodec),
        [typeof(double)] = typeof(DoubleCodec),
        [typeof(float)] = typeof(SingleCodec),
        [typeof(decimal)] = typeof(DecimalCodec),
        [typeof(DateTimeOffset)] = typeof(DateTimeOffsetCodec),
        [typeof(DateOnly)] = typeof(DateOnlyCodec),
        [typeof(TimeOnly)] = typeof(TimeOnlyCodec),
        [typeof(TimeSpan)] = typeof(TimeSpanCodec),
        [typeof(Guid)] = typeof(GuidCodec),
        [typeof(byte[])] = typeof(BytesCodec),
        [typeof(JsonElement)] = typeof(ElementCodec),
    };

    private delegate object? Reading(byte[] json);

    private delegate byte[] Writing(object? value);

    private static readonly ConcurrentDictionary<Type, (Reading Read, Writing Write)> s_known = new();

    public static object? Read(Type type, byte[] json) => Of(type).Read(json);

    public static byte[] Write(Type type, object? value) => Of(type).Write(value);

    private static (Reading Read, Writing Write) Of(Type type) => s_known.GetOrAdd(type, static t =>
    {
        var arguments = new[] { t, Codec(t) };
        return (Method(nameof(ReadValue), arguments).CreateDelegate<Reading>(), Method(nameof(WriteValue), arguments).CreateDelegate<Writing>());
    });

    private static MethodInfo Method(string name, Type[] arguments) =>
        typeof(WireCodec).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(arguments);

    private static object? ReadValue<T, TCodec>(byte[] json)
        where TCodec : struct, IJsonCodec<T> => Json.Json.Read<T, TCodec>(json);

    private static byte[] WriteValue<T, TCodec>(object? value)
        where TCodec : struct, IJsonCodec<T>
    {
        using var buffer = new PooledBuffer(256);
        Json.Json.Write<T, TCodec>((T)value!, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    private static Type Codec(Type type)
    {
        if (s_scalars.TryGetValue(type, out var scalar))
            return scalar;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return typeof(NullableCodec<,>).MakeGenericType(underlying, Codec(underlying));
        if (type.IsGenericType)
        {
            var item = type.GetGenericArguments()[^1];
            var itemCodec = item.IsValueType ? Codec(item) : typeof(OrNullCodec<,>).MakeGenericType(item, Codec(item));
            var definition = type.GetGenericTypeDefinition();
            var codec = definition == typeof(List<>) ? typeof(ListCodec<,>) : definition == typeof(IReadOnlyList<>) ? typeof(ReadOnlyListCodec<,>) : typeof(MapCodec<,>);
            return codec.MakeGenericType(item, itemCodec);
        }
        if (Implements(type, typeof(IStringEnum<>)))
            return typeof(StringEnumCodec<>).MakeGenericType(type);
        return (Implements(type, typeof(IIntegerEnum<>)) ? typeof(IntegerEnumCodec<>) : typeof(ModelCodec<>)).MakeGenericType(type);
    }

    public static bool Implements(Type type, Type definition) =>
        type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == definition && i.GetGenericArguments()[0] == type);
}
