using System.Collections;
using System.Collections.Immutable;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Integrations.UserTypes.Tests;

/// <summary>Instances of any of the test's types, by reflection: properties are set whether C# would let one or not.</summary>
internal sealed class RandomValues(int seed)
{
    private static readonly NullabilityInfoContext s_nullability = new();
    private readonly Random _random = new(seed);
    private int _depth;

    public T Make<T>() => (T)Make(typeof(T))!;

    private object? Make(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return _random.Next(3) == 0 ? null : Make(inner);
        if (Scalar(type) is { } scalar)
            return scalar;
        if (type.IsEnum)
            return EnumOf(type);
        _depth++;
        try
        {
            return Collection(type) ?? Object(type);
        }
        finally
        {
            _depth--;
        }
    }

    private object? Scalar(Type type)
    {
        if (type == typeof(string)) return Text();
        if (type == typeof(bool)) return _random.Next(2) == 0;
        if (type == typeof(byte)) return (byte)_random.Next(256);
        if (type == typeof(sbyte)) return (sbyte)_random.Next(-128, 128);
        if (type == typeof(short)) return (short)_random.Next(short.MinValue, short.MaxValue + 1);
        if (type == typeof(ushort)) return (ushort)_random.Next(ushort.MaxValue + 1);
        if (type == typeof(int)) return Pick(0, int.MinValue, int.MaxValue, _random.Next());
        if (type == typeof(uint)) return Pick(0u, uint.MaxValue, (uint)_random.NextInt64(uint.MaxValue));
        if (type == typeof(long)) return Pick(0, long.MinValue, long.MaxValue, _random.NextInt64());
        if (type == typeof(ulong)) return Pick(0ul, ulong.MaxValue, (ulong)_random.NextInt64());
        if (type == typeof(Int128)) return Pick(Int128.Zero, Int128.MinValue, Int128.MaxValue, _random.NextInt64());
        if (type == typeof(UInt128)) return Pick(UInt128.Zero, UInt128.MaxValue, (UInt128)_random.NextInt64());
        if (type == typeof(float)) return Pick(0f, float.MaxValue, float.Epsilon, -0f, (float)(_random.NextDouble() * 1e6));
        if (type == typeof(double)) return Pick(0d, double.MaxValue, double.Epsilon, -0d, 1e16, 0.1, _random.NextDouble() * 1e6);
        if (type == typeof(Half)) return Pick((Half)0, Half.MaxValue, Half.Epsilon, (Half)(_random.NextDouble() * 100));
        if (type == typeof(decimal)) return Pick(0m, 1.10m, decimal.MaxValue, decimal.MinValue, (decimal)_random.NextDouble());
        if (type == typeof(char)) return Pick('a', '"', '\\', '\n', 'ü', (char)_random.Next('a', 'z'));
        if (type == typeof(DateTime)) return new DateTime(Whole(_random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay)), (DateTimeKind)_random.Next(3));
        if (type == typeof(DateTimeOffset)) return new DateTimeOffset(Whole(_random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay)), TimeSpan.FromMinutes(_random.Next(-14 * 4, 14 * 4) * 15));
        if (type == typeof(DateOnly)) return DateOnly.FromDayNumber(_random.Next(DateOnly.MaxValue.DayNumber));
        if (type == typeof(TimeOnly)) return new TimeOnly(Whole(_random.NextInt64(TimeSpan.TicksPerDay)));
        if (type == typeof(TimeSpan)) return Pick(TimeSpan.Zero, TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.FromTicks(_random.NextInt64()), TimeSpan.FromSeconds(-90));
        if (type == typeof(Guid)) return Pick(Guid.Empty, new Guid(_random.Next(), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
        if (type == typeof(Uri)) return Pick(new Uri("https://example.com/ü?q=1&b=%20"), new Uri("/relative", UriKind.Relative));
        if (type == typeof(Version)) return Pick(new Version(1, 2), new Version(1, 2, 3, 4));
        if (type == typeof(byte[])) return Enumerable.Range(0, _random.Next(40)).Select(_ => (byte)_random.Next(256)).ToArray();
        if (type == typeof(JsonElement)) return JsonElement.Parse(AnyJson());
        if (type == typeof(JsonNode)) return JsonNode.Parse(AnyJson());
        if (type == typeof(JsonObject)) return new JsonObject { ["a"] = 1, ["b"] = new JsonArray(1, "x", null) };
        return type == typeof(JsonDocument) ? JsonDocument.Parse(AnyJson()) : null;
    }

    private object EnumOf(Type type)
    {
        var values = Enum.GetValuesAsUnderlyingType(type);
        var value = values.GetValue(_random.Next(values.Length))!;
        if (type.IsDefined(typeof(FlagsAttribute)) && _random.Next(2) == 0)
            value = Convert.ToInt64(value, null) | Convert.ToInt64(values.GetValue(_random.Next(values.Length)), null);
        return _random.Next(5) == 0 ? Enum.ToObject(type, 77) : Enum.ToObject(type, value);
    }

    private object? Collection(Type type)
    {
        if (type.IsArray)
        {
            var array = Array.CreateInstance(type.GetElementType()!, Size());
            for (var i = 0; i < array.Length; i++)
                array.SetValue(Make(type.GetElementType()!), i);
            return array;
        }
        var contract = type.GetInterfaces().Append(type).FirstOrDefault(static t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(IEnumerable<>));
        if (contract is null)
            return null;
        var item = contract.GetGenericArguments()[0];
        if (item.IsGenericType && item.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
            return Map(type, item.GetGenericArguments());
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        for (var i = Size(); i > 0; i--)
            list.Add(Make(item));
        if (type.IsInstanceOfType(list))
            return list;
        if (type.IsInterface)
            return Activator.CreateInstance(typeof(HashSet<>).MakeGenericType(item), list);
        if (type.Namespace == "System.Collections.Immutable")
        {
            var factory = type.Name.StartsWith("ImmutableArray", StringComparison.Ordinal) ? typeof(ImmutableArray) : typeof(ImmutableList);
            return factory.GetMethods().Single(static m => m.Name == "CreateRange" && m.GetParameters() is [{ ParameterType.Name: "IEnumerable`1" }] && m.GetGenericArguments().Length == 1).MakeGenericMethod(item).Invoke(null, [list]);
        }
        var collection = Activator.CreateInstance(type)!;
        foreach (var one in list)
            type.GetMethod("Add", [item])!.Invoke(collection, [one]);
        return collection;
    }

    private object? Map(Type type, Type[] arguments)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
        for (var i = Size(); i > 0; i--)
            map[Make(arguments[0])!] = Make(arguments[1]);
        if (type.IsInstanceOfType(map))
            return map;
        return type.Namespace == "System.Collections.Immutable"
            ? typeof(ImmutableDictionary).GetMethods().Single(static m => m.Name == "CreateRange" && m.GetParameters().Length == 1).MakeGenericMethod(arguments).Invoke(null, [map])
            : Activator.CreateInstance(type, map);
    }

    private object Object(Type type)
    {
        if (type.GetCustomAttributes<System.Text.Json.Serialization.JsonDerivedTypeAttribute>(false).ToArray() is { Length: > 0 } derived && (type.IsAbstract || _random.Next(2) == 0))
            return Object(derived[_random.Next(derived.Length)].DerivedType);
        var value = RuntimeHelpers.GetUninitializedObject(type);
        for (var current = type; current is not null && current != typeof(object); current = current.BaseType)
        {
            foreach (var field in current.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                field.SetValue(value, Field(field));
        }
        return value;
    }

    private object? Field(FieldInfo field)
    {
        if (field.FieldType is { IsGenericType: true } optional && optional.GetGenericTypeDefinition() == typeof(Optional<>))
            return Optional(optional);
        // Of a T, System.Text.Json cannot know; here the argument's annotation counts.
        var isArgument = field.DeclaringType is { IsGenericType: true } owner && owner.GetGenericTypeDefinition().GetField(field.Name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!.FieldType.IsGenericParameter;
        var mayBeNull = !isArgument && !field.FieldType.IsValueType && s_nullability.Create(field).ReadState == NullabilityState.Nullable;
        if (mayBeNull && (_depth > 4 || _random.Next(3) == 0))
            return null;
        return Make(field.FieldType);
    }

    private object? Optional(Type type) => _random.Next(2) == 0
        ? Activator.CreateInstance(type)
        : Activator.CreateInstance(type, Make(type.GetGenericArguments()[0]));

    private int Size() => _depth > 4 ? 0 : _random.Next(4);

    private long Whole(long ticks) => Pick(1L, 10_000_000L, 1_000L) is var unit ? ticks / unit * unit : 0;

    private string Text() => Pick("", "plain", "with \"quotes\" and \\ and /", "line\nbreak\ttab\u0001", "ümläut ß 日本 <&>'+", new string('x', _random.Next(300)));

    private string AnyJson() => Pick("1", "\"text\"", "true", "[1,2.5,\"x\"]", "{\"a\":{\"b\":[1]},\"c\":null}");

    private T Pick<T>(params T[] values) => values[_random.Next(values.Length)];
}
