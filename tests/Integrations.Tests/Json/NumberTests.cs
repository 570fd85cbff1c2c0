using System.Numerics;
using System.Text.Json;
using Integrations.Json;

namespace Integrations.Tests.Json;

public class NumberTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("-12", -12)]
    [InlineData("1.0", 1)]
    [InlineData("1.50e1", 15)]
    [InlineData("1e3", 1000)]
    [InlineData("120e-1", 12)]
    [InlineData("0e999999999999", 0)]
    [InlineData("\"42\"", 42)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("9.223372036854775807e18", long.MaxValue)]
    public void An_integer_is_read_however_it_is_written(string json, long expected) => Assert.Equal(expected, Text.Read<long, Int64Codec>(json));

    [Theory]
    [InlineData("1.5")]
    [InlineData("1e-1")]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775809")]
    [InlineData("1e19")]
    [InlineData("1e999999999999")]
    [InlineData("01")]
    [InlineData("-")]
    [InlineData("1.")]
    [InlineData("+1")]
    [InlineData("\"\"")]
    [InlineData("\" 1\"")]
    [InlineData("\"1a\"")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("[1]")]
    public void What_is_no_64_bit_integer_is_refused(string json) => Text.Refuses<long, Int64Codec>(json);

    [Theory]
    [InlineData("2147483648")]
    [InlineData("-2147483649")]
    public void An_integer_beyond_32_bits_is_refused_with_its_path(string json) =>
        Assert.Equal("$[1]", Text.Refuses<List<int>, ListCodec<int, Int32Codec>>($"[0,{json}]").Path);

    [Fact]
    public void Unsigned_integers_reach_their_limits()
    {
        Assert.Equal(ulong.MaxValue, Text.Read<ulong, UInt64Codec>("18446744073709551615"));
        Text.Refuses<ulong, UInt64Codec>("18446744073709551616");
        Text.Refuses<ulong, UInt64Codec>("-1");
        Assert.Equal("18446744073709551615", Text.Write<ulong, UInt64Codec>(ulong.MaxValue));
    }

    [Fact]
    public void Big_integers_are_exact_and_bounded()
    {
        Assert.Equal(BigInteger.Pow(10, 40) + 1, Text.Read<BigInteger, BigIntegerCodec>("1" + new string('0', 39) + "1"));
        Assert.Equal(BigInteger.Pow(10, 40), Text.Read<BigInteger, BigIntegerCodec>("1e40"));
        Text.Refuses<BigInteger, BigIntegerCodec>("1e5000");
        Text.Refuses<BigInteger, BigIntegerCodec>(new string('9', 4097));
        Assert.Equal("-1" + new string('0', 40), Text.Write<BigInteger, BigIntegerCodec>(-BigInteger.Pow(10, 40)));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(-1.5e-300)]
    [InlineData(double.MaxValue)]
    [InlineData(double.Epsilon)]
    [InlineData(1e21)]
    public void A_double_comes_back_as_it_was(double value) => Assert.Equal(value, Text.Read<double, DoubleCodec>(Text.Write<double, DoubleCodec>(value)));

    [Fact]
    public void A_number_that_no_double_holds_is_refused()
    {
        Text.Refuses<double, DoubleCodec>("1e400");
        Text.Refuses<double, DoubleCodec>("\"NaN\"");
        Text.Refuses<double, DoubleCodec>("NaN");
        Text.Refuses<float, SingleCodec>("1e40");
        Text.Refuses<decimal, DecimalCodec>("1e40");
    }

    [Fact]
    public void NaN_and_infinity_are_not_written_and_the_property_is_named()
    {
        Assert.Throws<JsonException>(() => Text.Write<double, DoubleCodec>(double.NaN));
        Assert.Throws<JsonException>(() => Text.Write<float, SingleCodec>(float.PositiveInfinity));
        using var buffer = new PooledBuffer();
        var error = Assert.Throws<JsonException>(() =>
        {
            var writer = new JsonWriter(buffer);
            writer.Double("ratio"u8, double.NegativeInfinity);
        });
        Assert.Contains("'ratio'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12.50", "12.50")]
    [InlineData("1e2", "100")]
    [InlineData("\"0.10\"", "0.10")]
    [InlineData("-79228162514264337593543950335", "-79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    public void A_decimal_keeps_its_digits(string json, string written) => Assert.Equal(written, Text.Write<decimal, DecimalCodec>(Text.Read<decimal, DecimalCodec>(json)));
}
