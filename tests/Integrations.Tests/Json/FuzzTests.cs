using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Golden.Storefront;
using Integrations.Json;

namespace Integrations.Tests.Json;

/// <summary>Random and broken texts, seeded: the reader must agree with System.Text.Json on what JSON is, and say no only by a JsonException.</summary>
public class FuzzTests
{
    private static readonly TimeSpan s_budget = TimeSpan.FromSeconds(double.Parse(Environment.GetEnvironmentVariable("INTEGRATIONS_FUZZ_SECONDS") ?? "2", CultureInfo.InvariantCulture));

    [Fact]
    public void Random_texts_whole_and_broken_are_accepted_or_refused_as_by_Utf8JsonReader() => Fuzz(1, (random, iteration) =>
    {
        var text = RandomJson.Text(random);
        if (iteration % 4 != 0)
        {
            text = RandomJson.Mutate(random, text);
        }
        var expected = Accepts(text);

        Assert.True(expected == Skips(text), $"System.Text.Json {(expected ? "accepts" : "refuses")}: {Convert.ToHexString(text)}");
        if (expected && Utf8.IsValid(text) && !HasLoneSurrogate(text))
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 64 });
            var reader = new JsonReader(text);
            AssertSame(document.RootElement, ref reader);
            reader.End();
        }
    });

    [Fact]
    public void Broken_models_are_read_or_refused_and_what_is_read_can_be_written() => Fuzz(2, (random, _) =>
    {
        var text = RandomJson.Mutate(random, RandomJson.ModelTexts[random.Next(RandomJson.ModelTexts.Length)]);
        RoundTrips<Product>(text);
        RoundTrips<Payment>(text);
        RoundTrips<PaymentOrText>(text);
        RoundTrips<Scores>(text);
    });

    [Fact]
    public void Every_scalar_refuses_broken_text_by_a_JsonException() => Fuzz(3, (random, _) =>
    {
        var text = RandomJson.Mutate(random, RandomJson.ScalarTexts[random.Next(RandomJson.ScalarTexts.Length)]);
        Tries<string, StringCodec>(text);
        Tries<bool, BooleanCodec>(text);
        Tries<int, Int32Codec>(text);
        Tries<long, Int64Codec>(text);
        Tries<ulong, UInt64Codec>(text);
        Tries<double, DoubleCodec>(text);
        Tries<float, SingleCodec>(text);
        Tries<decimal, DecimalCodec>(text);
        Tries<BigInteger, BigIntegerCodec>(text);
        Tries<DateTimeOffset, DateTimeOffsetCodec>(text);
        Tries<DateOnly, DateOnlyCodec>(text);
        Tries<TimeOnly, TimeOnlyCodec>(text);
        Tries<TimeSpan, TimeSpanCodec>(text);
        Tries<Guid, GuidCodec>(text);
        Tries<byte[], BytesCodec>(text);
        Tries<JsonElement, ElementCodec>(text);
        Tries<ProductState, StringEnumCodec<ProductState>>(text);
        Tries<Priority, IntegerEnumCodec<Priority>>(text);
    });

    [Fact]
    public void Random_numbers_are_read_as_by_System_Text_Json() => Fuzz(4, (random, _) =>
    {
        var text = Encoding.ASCII.GetBytes(RandomJson.Number(random));
        using var document = JsonDocument.Parse(text);
        var element = document.RootElement;
        // Not GetDouble: it rounds -8458701865433422336.0, half-way between two doubles, to the odd one.
        if (double.Parse(text, CultureInfo.InvariantCulture) is var real && double.IsFinite(real))
        {
            Assert.Equal(BitConverter.DoubleToInt64Bits(real), BitConverter.DoubleToInt64Bits(new JsonReader(text).Double()));
        }
        if (element.TryGetSingle(out var single) && float.IsFinite(single))
        {
            Assert.Equal(single, new JsonReader(text).Single());
        }
        if (decimal.TryParse(Encoding.ASCII.GetString(text), NumberStyles.Float, CultureInfo.InvariantCulture, out var money))
        {
            Assert.Equal(money, new JsonReader(text).Decimal());
        }
        if (element.TryGetInt64(out var whole))
        {
            Assert.Equal(whole, new JsonReader(text).Int64());
        }
        if (element.TryGetUInt64(out var natural))
        {
            Assert.Equal(natural, new JsonReader(text).UInt64());
        }
    });

    [Fact]
    public void Random_strings_are_written_so_that_System_Text_Json_reads_them_back() => Fuzz(5, (random, _) =>
    {
        var value = RandomJson.Characters(random);
        using var buffer = new PooledBuffer();
        var writer = new JsonWriter(buffer);
        writer.StartObject();
        writer.Name(value);
        writer.StartArray();
        writer.StringValue(value);
        writer.EndArray();
        writer.EndObject();
        writer.Flush();

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        var property = Assert.Single(document.RootElement.EnumerateObject());
        var expected = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value));
        Assert.Equal(expected, property.Name);
        Assert.Equal(expected, property.Value[0].GetString());
        var reader = new JsonReader(buffer.WrittenSpan);
        Assert.Equal(expected, Assert.Single(MapCodec<List<string>, ListCodec<string, StringCodec>>.Read(ref reader)[expected]));
    });

    private static void Fuzz(int seed, Action<Random, int> step)
    {
        var random = new Random(seed);
        var watch = Stopwatch.StartNew();
        for (var i = 0; watch.Elapsed < s_budget; i++)
        {
            step(random, i);
        }
    }

    private static bool Accepts(byte[] text)
    {
        try
        {
            var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = 64 });
            while (reader.Read())
            {
            }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool Skips(byte[] text)
    {
        try
        {
            var reader = new JsonReader(text);
            reader.Skip();
            reader.End();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void Tries<T, TCodec>(byte[] text)
        where TCodec : struct, IJsonCodec<T>
    {
        try
        {
            var value = Integrations.Json.Json.Read<T, TCodec>(text);
            using var buffer = new PooledBuffer();
            Integrations.Json.Json.Write<T, TCodec>(value, buffer);
            using var document = JsonDocument.Parse(buffer.WrittenMemory);
            if (value is not (byte[] or JsonElement))
            {
                Assert.Equal(value, Integrations.Json.Json.Read<T, TCodec>(buffer.WrittenSpan));
            }
        }
        catch (JsonException)
        {
        }
    }

    private static void RoundTrips<T>(byte[] text)
        where T : IJsonModel<T>
    {
        T model;
        try
        {
            model = JsonModel.Parse<T>((ReadOnlySpan<byte>)text);
        }
        catch (JsonException error)
        {
            Assert.StartsWith("$", error.Path, StringComparison.Ordinal);
            Assert.False(Accepts(text) && error.Message.Contains("malformed", StringComparison.Ordinal), $"{error.Message} {Convert.ToHexString(text)}");
            return;
        }
        Assert.True(Accepts(text), Convert.ToHexString(text));
        var written = JsonModel.ToUtf8Json(model);
        using var document = JsonDocument.Parse(written);
        try
        {
            Assert.Equal(written, JsonModel.ToUtf8Json(JsonModel.Parse<T>((ReadOnlySpan<byte>)written)));
        }
        catch (JsonException) when (HasTwoKinds(text))
        {
            // The first discriminator chooses the model, and the last is the value that it keeps and writes.
        }
    }

    private static bool HasTwoKinds(byte[] text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.EnumerateObject().Count(property => property.NameEquals("kind")) > 1;
    }

    private static void AssertSame(JsonElement expected, ref JsonReader reader)
    {
        Assert.Equal(expected.ValueKind, reader.Peek());
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                reader.StartMap();
                foreach (var property in expected.EnumerateObject())
                {
                    Assert.True(reader.NextEntry(out var key));
                    Assert.Equal(property.Name, key);
                    Assert.Equal(property.Name, reader.PropertyName());
                    AssertSame(property.Value, ref reader);
                }
                Assert.False(reader.NextEntry(out _));
                break;
            case JsonValueKind.Array:
                reader.StartArray();
                foreach (var item in expected.EnumerateArray())
                {
                    Assert.True(reader.NextItem());
                    AssertSame(item, ref reader);
                }
                Assert.False(reader.NextItem());
                break;
            case JsonValueKind.String:
                Assert.Equal(expected.GetString(), reader.String());
                break;
            case JsonValueKind.Number when double.IsFinite(expected.GetDouble()):
                Assert.Equal(double.Parse(expected.GetRawText(), CultureInfo.InvariantCulture), reader.Double());
                break;
            case JsonValueKind.True or JsonValueKind.False:
                Assert.Equal(expected.GetBoolean(), reader.Boolean());
                break;
            default:
                Assert.Equal(expected.GetRawText(), Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(reader.Element())));
                break;
        }
    }

    private static bool HasLoneSurrogate(byte[] text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            Walk(document.RootElement);
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }

        static void Walk(JsonElement element)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.String:
                    _ = element.GetString();
                    break;
                case JsonValueKind.Array:
                    foreach (var item in element.EnumerateArray())
                    {
                        Walk(item);
                    }
                    break;
                case JsonValueKind.Object:
                    foreach (var property in element.EnumerateObject())
                    {
                        _ = property.Name;
                        Walk(property.Value);
                    }
                    break;
            }
        }
    }
}
